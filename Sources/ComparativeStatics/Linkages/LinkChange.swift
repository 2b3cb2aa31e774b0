internal import InputOutputTables
internal import LinearAlgebra

/// A what-if as a change of a few rows of A and y: ΔA[K, U] on suppliers K and users U, Δy on K.
struct LinkChange {
  /// Nodes whose sales change, k.
  private(set) var suppliers: [Int] = []
  /// Nodes whose purchases change: those of the importers, u.
  let users: [Int]
  /// Change of A, k x u.
  private(set) var coefficients: [[Double]] = []
  /// Change of final demand, k, yearly.
  private(set) var finalDemand: [Double] = []

  private var rowOf: [Int: Int] = [:]

  init(_ extraction: PartialExtraction, in model: LeontiefModel, _ map: NodeMap) {
    let links = Set(extraction.links).sorted {
      ($0.importer, $0.product, $0.exporter) < ($1.importer, $1.product, $1.exporter)
    }
    users = Set(links.map { $0.importer }).sorted().flatMap { map.nodesOfRegion[$0] }
    for link in links {
      let others = extraction.isReplaced ? Self.others(link, links, map) : []
      for supplier in map.suppliers(link.product, in: link.exporter) {
        cut(supplier, link, by: extraction.share, others: others, model, map)
      }
    }
  }

  /// Suppliers of a link's product to its importer that no link of the what-if names.
  private static func others(_ link: TradeLink, _ links: [TradeLink], _ map: NodeMap) -> [Int] {
    let cut = Set(
      links.filter { $0.importer == link.importer && $0.product == link.product }.map {
        $0.exporter
      })
    return map.nodesOfProduct[link.product].filter { !cut.contains(map.regionOf[$0]) }
  }

  private mutating func cut(
    _ supplier: Int, _ link: TradeLink, by share: Double, others: [Int], _ model: LeontiefModel,
    _ map: NodeMap
  ) {
    let own = row(of: supplier)
    let rows = others.map { row(of: $0) }
    let table = model.table
    let a = model.technicalCoefficients
    for (u, user) in users.enumerated() where map.regionOf[user] == link.importer {
      let lost = share * a[supplier, user]
      guard lost != 0 else { continue }
      coefficients[own][u] -= lost
      let weights = others.map { max(0, a[$0, user]) }
      for (row, part) in zip(rows, Self.parts(of: lost, weights)) { coefficients[row][u] += part }
    }
    for f in table.finalDemandRegion.indices where table.finalDemandRegion[f] == link.importer {
      let lost = share * table.finalDemand[supplier, f]
      finalDemand[own] -= lost
      let weights = others.map { max(0, table.finalDemand[$0, f]) }
      for (row, part) in zip(rows, Self.parts(of: lost, weights)) { finalDemand[row] += part }
    }
  }

  /// An amount shared out pro rata; nobody gets any where there is no weight.
  private static func parts(of amount: Double, _ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    return weights.map { total > 0 ? amount * $0 / total : 0 }
  }

  private mutating func row(of supplier: Int) -> Int {
    if let known = rowOf[supplier] { return known }
    rowOf[supplier] = suppliers.count
    suppliers.append(supplier)
    coefficients.append([Double](repeating: 0, count: users.count))
    finalDemand.append(0)
    return suppliers.count - 1
  }
}
