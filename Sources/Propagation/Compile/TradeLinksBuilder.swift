internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

/// Collects what the scenarios of a batch do to table trade, then lays it out.
struct TradeLinksBuilder {
  private struct Key: Hashable, Comparable {
    let product: Int
    let region: Int
    static func < (a: Key, b: Key) -> Bool { (a.product, a.region) < (b.product, b.region) }
  }
  private struct Block {
    let supplier: Int
    let key: Key
    let scenario: Int
    /// Share of what is asked that is blocked; of what ships that waits.
    let share: Double
    var permits: [Permit] = []
    let window: Window
    /// Days that it waits; nil: it is blocked.
    let days: Int?
  }
  private struct Change {
    let key: Key
    let scenario: Int
    let by: Double
    let window: Window
  }

  private let economy: Economy
  private var blocks: [Block] = []
  private var changes: [Change] = []

  init(_ economy: Economy) { self.economy = economy }

  /// Blocks a share of the links of a product from an exporter region into an importer region.
  mutating func block(
    product: Int, from exporter: Int, into importer: Int, share: Double, permits: [Permit],
    window: Window, scenario: Int
  ) {
    for i in suppliers(of: product, in: exporter) {
      blocks.append(
        Block(
          supplier: i, key: Key(product: product, region: importer), scenario: scenario,
          share: share, permits: permits, window: window, days: nil))
    }
  }

  /// Lets a share of what those links ship wait for some days.
  mutating func delay(
    product: Int, from exporter: Int, into importer: Int, share: Double, days: Int, window: Window,
    scenario: Int
  ) {
    for i in suppliers(of: product, in: exporter) {
      blocks.append(
        Block(
          supplier: i, key: Key(product: product, region: importer), scenario: scenario,
          share: share, window: window, days: days))
    }
  }

  private func suppliers(of product: Int, in region: Int) -> [Int] {
    economy.suppliers(of: product).filter { economy.region[$0] == region }
  }

  /// Changes final demand of a region for a product.
  mutating func changeDemand(
    product: Int, region: Int, by share: Double, window: Window, scenario: Int
  ) {
    changes.append(
      Change(
        key: Key(product: product, region: region), scenario: scenario, by: share, window: window))
  }

  /// Lays the touched imports out, sorted by product.
  func build() -> TradeLinks {
    var links = TradeLinks()
    var suppliers: [Key: Set<Int>] = [:]
    var scenarios: [Key: Set<Int>] = [:]
    for block in blocks {
      suppliers[block.key, default: []].insert(block.supplier)
      scenarios[block.key, default: []].insert(block.scenario)
    }
    for change in changes { scenarios[change.key, default: []].insert(change.scenario) }
    var index: [Key: Int] = [:]
    var cellIndex: [Key: [Int: Int]] = [:]
    for (key, touching) in scenarios.sorted(by: { $0.key < $1.key }) {
      index[key] = links.imports.count
      let first = links.cells.count
      for i in (suppliers[key] ?? []).sorted() {
        cellIndex[key, default: [:]][i] = links.cells.count
        links.cells.append(
          TradeLinks.Cell(
            supplier: i, importIndex: links.imports.count, firstShare: links.shares.count))
        links.shares += economy.regionNodes[key.region].map { economy.supplierShares[i, $0] }
      }
      let touched = links.touching.count
      links.touching += touching.sorted()
      links.imports.append(
        TradeLinks.Import(
          product: key.product, region: key.region, cells: first..<links.cells.count,
          flowOffset: links.flowCount, scenarios: touched..<links.touching.count))
      links.flowCount += economy.suppliers(of: key.product).count
    }
    addEvents(to: &links, imports: index, cells: cellIndex)
    links.importsOfProduct = ranges(links.imports.map { $0.product })
    links.delaysOfProduct = ranges(
      links.delays.map { links.imports[links.cells[$0.cell].importIndex].product })
    return links
  }

  private func addEvents(
    to links: inout TradeLinks, imports: [Key: Int], cells: [Key: [Int: Int]]
  ) {
    for block in blocks where block.days == nil {
      guard let cell = cells[block.key]?[block.supplier] else { continue }
      links.restrictions.append(
        TradeLinks.Restriction(
          cell: cell, scenario: block.scenario,
          barrier: Barrier(share: block.share, window: block.window, permits: block.permits)))
    }
    for block in blocks.sorted(by: { $0.key < $1.key }) {
      guard let cell = cells[block.key]?[block.supplier], let days = block.days,
        block.share > 0
      else { continue }
      links.delays.append(
        TradeLinks.Delay(
          cell: cell, scenario: block.scenario, days: days, share: block.share,
          window: block.window, ringOffset: links.ringCount))
      links.ringCount += days * economy.regionNodes[block.key.region].count
    }
    for change in changes {
      guard let importIndex = imports[change.key] else { continue }
      links.demandChanges.append(
        TradeLinks.DemandChange(
          importIndex: importIndex, scenario: change.scenario, by: change.by,
          window: change.window))
    }
  }

  /// Half-open ranges of equal values in a sorted list, one for each product.
  private func ranges(_ products: [Int]) -> [Range<Int>] {
    var start = 0
    return (0..<economy.productCount).map { p in
      let first = start
      while start < products.count, products[start] == p { start += 1 }
      return first..<start
    }
  }
}
