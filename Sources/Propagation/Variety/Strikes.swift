internal import InputOutputTables

/// The struck nodes of a batch: what their buyers can turn to, and whom a loss reaches.
struct Strikes: Sendable {
  /// The struck nodes of one product, laid out for the spread of losses over users.
  struct Product: Sendable {
    /// Nodes that many of the scenarios strike, ascending: all scenarios of one are taken at once.
    var often: [Int] = []
    /// Nodes of the other losses, one by one.
    var nodes: [Int32] = []
    /// Scenarios of those.
    var scenarios: [Int32] = []

    /// Whether no shock strikes the product.
    var isEmpty: Bool { often.isEmpty && nodes.isEmpty }
  }

  /// Losses of one product in one scenario.
  struct Group: Sendable {
    /// Scenario.
    let scenario: Int
    /// Product.
    let product: Int
    /// Indices into `Losses.cells`.
    let cells: [Int]
  }

  /// Struck nodes by product, S.
  private(set) var products: [Product]
  /// Losses by product and scenario.
  let groups: [Group]
  /// Usual output a day of the other suppliers of a struck node's product, by `Losses.cells`.
  let others: [Double]

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
      if struck.count * 4 >= width {
        products[p].often.append(node)
      } else {
        products[p].nodes += struck.map { _ in Int32(node) }
        products[p].scenarios += struck.sorted().map(Int32.init)
      }
    }
    groups = cells.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Group(scenario: $0.key[1], product: $0.key[0], cells: $0.value) }
    others = losses.cells.map { cell in
      economy.suppliers(of: economy.product[cell.node])
        .reduce(0) { $1 == cell.node ? $0 : $0 + economy.output[$1] }
    }
  }
}
