import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct PartialExtractionsTests {
  static let tables = [
    randomTable(regions: 4, sectors: 3, seed: 41),
    randomTable(
      regions: 3, sectors: 5, seed: 42,
      options: .init(zeroCellShare: 0.6, negativeFinalDemand: true, zeroOutputNodes: 1)),
  ]

  static let whatIfs: [PartialExtraction] = [
    .init(links: [TradeLink(exporter: 0, importer: 1, product: 0)], share: 1),
    .init(links: [TradeLink(exporter: 2, importer: 2, product: 1)], share: 0.4),
    .init(links: [TradeLink(exporter: 0, importer: 1, product: 0)], share: 1, isReplaced: true),
    .init(
      links: [
        TradeLink(exporter: 0, importer: 1, product: 2),
        TradeLink(exporter: 2, importer: 1, product: 2),
        TradeLink(exporter: 1, importer: 0, product: 0),
      ], share: 0.75, isReplaced: true),
    .init(
      links: [
        TradeLink(exporter: 1, importer: 0, product: 1),
        TradeLink(exporter: 1, importer: 2, product: 1),
      ], share: 0.9),
  ]

  /// A table after a what-if, cell by cell, with coefficients of the first table's output.
  private func after(_ table: InputOutputTable, _ whatIf: PartialExtraction) throws -> [Double] {
    var a = table.technicalCoefficients
    var final = table.finalDemand
    for importer in table.regions.indices {
      for product in table.sectors.indices {
        let cut = whatIf.links.filter { $0.importer == importer && $0.product == product }
          .map(\.exporter)
        guard !cut.isEmpty else { continue }
        let suppliers = (0..<table.nodeCount).filter { table.nodeSector[$0] == product }
        let buyers = (0..<table.nodeCount).filter { table.nodeRegion[$0] == importer }
        for j in buyers { scale(&a, column: j, suppliers, cut, whatIf, table) }
        for f in 0..<final.columns where table.finalDemandRegion[f] == importer {
          scale(&final, column: f, suppliers, cut, whatIf, table)
        }
      }
    }
    return try #require(LU(a.subtractedFromIdentity)).solve(final.rowSums)
  }

  private func scale(
    _ m: inout Matrix, column: Int, _ suppliers: [Int], _ cut: [Int], _ whatIf: PartialExtraction,
    _ table: InputOutputTable
  ) {
    let named = suppliers.filter { cut.contains(table.nodeRegion[$0]) }
    let others = suppliers.filter { !cut.contains(table.nodeRegion[$0]) }
    let lost = named.reduce(0.0) { $0 + whatIf.share * m[$1, column] }
    let weight = others.reduce(0.0) { $0 + max(0, m[$1, column]) }
    for i in named { m[i, column] *= 1 - whatIf.share }
    guard whatIf.isReplaced, weight > 0 else { return }
    for i in others { m[i, column] += lost * max(0, m[i, column]) / weight }
  }

  @Test(arguments: 0..<2) func eachUpdateIsANewFactorisation(_ index: Int) throws {
    let table = Self.tables[index]
    let found = try PartialExtractions(try LeontiefModel(table), Self.whatIfs)
    for (m, whatIf) in Self.whatIfs.enumerated() {
      let anew = try after(table, whatIf)
      #expect(relativeDistance(found.output(after: m), anew) < 1e-10)
      #expect(found.losses.row(m).contains { abs($0) > 1e-6 })
    }
  }

  @Test func aWhatIfAmongManyIsTheSameAsAlone() throws {
    let model = try LeontiefModel(Self.tables[0])
    let together = try PartialExtractions(model, Self.whatIfs)
    for (m, whatIf) in Self.whatIfs.enumerated() {
      let alone = try PartialExtractions(model, [whatIf])
      #expect(relativeDistance(together.losses.row(m), alone.losses.row(0)) < 1e-12)
    }
  }

  @Test(arguments: [false, true]) func extractionOfNothingLosesNothing(_ isReplaced: Bool) throws {
    let model = try LeontiefModel(Self.tables[0])
    let links = [TradeLink(exporter: 0, importer: 1, product: 0)]
    let found = try PartialExtractions(
      model,
      [
        .init(links: links, share: 0, isReplaced: isReplaced),
        .init(links: [], share: 1, isReplaced: isReplaced),
      ])
    #expect(found.losses.elements.allSatisfy { $0 == 0 })
  }

  @Test func aLinkNamedTwiceCountsOnce() throws {
    let model = try LeontiefModel(Self.tables[0])
    let link = TradeLink(exporter: 0, importer: 1, product: 0)
    let found = try PartialExtractions(
      model, [.init(links: [link, link], share: 0.5), .init(links: [link], share: 0.5)])
    #expect(found.losses.row(0) == found.losses.row(1))
  }

  /// Replacement within a product moves sales from one supplier to others, none of them the loser's.
  @Test func replacedSalesMoveToTheOtherSuppliers() throws {
    let table = Self.tables[0]
    let found = try PartialExtractions(
      try LeontiefModel(table), [Self.whatIfs[0], Self.whatIfs[2]])
    let without = found.losses.row(0).reduce(0, +)
    let with = found.losses.row(1).reduce(0, +)
    #expect(with < without && found.losses[1, 0] > 0)
    #expect(found.losses.row(1).contains { $0 < 0 })
  }

  /// Nobody else sells the product: what is lost stays lost.
  @Test func aSoleSupplierIsNotReplaced() throws {
    var use = Matrix(rows: 4, columns: 4)
    for (i, j) in [(0, 2), (0, 3), (1, 0), (3, 1)] { use[i, j] = 5 }
    var final = Matrix(rows: 4, columns: 2, repeating: 10)
    final[2, 1] = 0
    let model = try LeontiefModel(sampleTable(use, finalDemand: final, regions: 2))
    let link = TradeLink(exporter: 0, importer: 1, product: 0)
    let found = try PartialExtractions(
      model,
      [.init(links: [link], share: 1), .init(links: [link], share: 1, isReplaced: true)])
    #expect(relativeDistance(found.losses.row(1), found.losses.row(0)) < 1e-14)
  }

  @Test func theBundledTableLosesWhatItsLinksCarry() throws {
    let table = try bundled()
    let model = try LeontiefModel(table)
    let whatIfs = (0..<20).map { k in
      PartialExtraction(
        links: [TradeLink(exporter: k % 17, importer: (3 * k + 1) % 17, product: k % 35)],
        share: 0.5, isReplaced: k % 2 == 1)
    }
    let found = try PartialExtractions(model, whatIfs)
    for m in [3, 4, 12] {
      #expect(relativeDistance(found.output(after: m), try after(table, whatIfs[m])) < 1e-10)
    }
  }
}
