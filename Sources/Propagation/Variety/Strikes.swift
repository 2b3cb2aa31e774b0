internal import InputOutputTables

/// The struck nodes of a batch: what their buyers can turn to, and whom a loss reaches.
struct Strikes: Sendable {
  /// The struck nodes of one product, laid out for the spread of losses over users.
  struct Product: Sendable {
    /// Struck nodes, one for each loss.
    var nodes: [Int32] = []
    /// Scenarios of the losses.
    var scenarios: [Int32] = []
    /// The same losses in layers of at most one a scenario, [layer][scenario]: the supplier's place among
    /// the product's, or −1.
    var layers: [Int64] = []

    /// Whether no shock strikes the product.
    var isEmpty: Bool { nodes.isEmpty }

    /// Adds a loss to the first layer in which its scenario has none.
    mutating func add(node: Int, scenario: Int, place: Int, width: Int) {
      nodes.append(Int32(node))
      scenarios.append(Int32(scenario))
      var cell = scenario
      while cell < layers.count, layers[cell] >= 0 { cell += width }
      if cell >= layers.count { layers += [Int64](repeating: -1, count: width) }
      layers[cell] = Int64(place)
    }
  }

  /// Losses of one product in one scenario.
  struct Group: Sendable {
    /// Scenario.
    let scenario: Int
    /// Product.
    let product: Int
    /// Its losses, a range of `Strikes.cells`.
    let cells: Range<Int>
  }

  /// Struck nodes by product, S.
  private(set) var products: [Product]
  /// Indices into `Losses.cells`, group by group.
  private(set) var cells: [Int] = []
  /// Losses by product and scenario.
  let groups: [Group]
  /// Losses with a measured part, indices into `Losses.cells`.
  let measured: [Int]
  /// Index into `groups` of a product's losses in a scenario, [product][scenario]; −1: none.
  private var groupOf: [Int]
  /// Usual output a day of the other suppliers of a struck node's product, by `Losses.cells`.
  let others: [Double]

  private let width: Int

  init(_ losses: Losses, economy: Economy, width: Int) {
    var scenarios: [Int: [Int]] = [:]
    var cells: [[Int]: [Int]] = [:]
    for (index, cell) in losses.cells.enumerated() {
      scenarios[cell.node, default: []].append(cell.scenario)
      cells[[economy.product[cell.node], cell.scenario], default: []].append(index)
    }
    products = [Product](repeating: Product(), count: economy.productCount)
    for (node, struck) in scenarios.sorted(by: { $0.key < $1.key }) {
      let p = economy.product[node]
      for k in struck.sorted() {
        products[p].add(
          node: node, scenario: k, place: node - economy.productStart[p], width: width)
      }
    }
    var groups: [Group] = []
    for (key, losses) in cells.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let first = self.cells.count
      self.cells += losses
      groups.append(Group(scenario: key[1], product: key[0], cells: first..<self.cells.count))
    }
    self.groups = groups
    measured = losses.cells.indices.filter {
      losses.cells[$0].events.contains { $0.isMeasured }
    }
    self.width = width
    groupOf = [Int](repeating: -1, count: economy.productCount * width)
    for (index, group) in groups.enumerated() {
      groupOf[group.product * width + group.scenario] = index
    }
    others = losses.cells.map { cell in
      economy.suppliers(of: economy.product[cell.node])
        .reduce(0) { $1 == cell.node ? $0 : $0 + economy.output[$1] }
    }
  }

  /// A product's losses in a scenario, a range of `cells`.
  func losses(of p: Int, scenario k: Int) -> Range<Int> {
    let group = groupOf[p * width + k]
    return group >= 0 ? groups[group].cells : 0..<0
  }
}
