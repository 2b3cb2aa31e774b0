internal import Commodities
internal import Quantities

/// The whole ways of one scenario's links, of importers whose figures have them (LEVERS.md B):
/// λ = Σ_r s_r·min_{g∈r} G_g, and what goes no way passes no gate.
struct LinkWays: Sendable {
  /// A way of a link.
  struct Way: Sendable {
    /// Chokepoints by their number in the commodity, ascending.
    let gates: [Int]
    /// Share of the link's flow, 0 to 1.
    var share: Double
  }

  /// A longer way of a link around a chokepoint.
  struct Around: Sendable, Hashable {
    let days: Int
    /// Share of what is blocked that takes it, 0 to 1.
    let share: Double
  }

  /// Ways by link, [importer][i]; nil where the importer's figures are of single chokepoints.
  private(set) var ways: [[Way]?]
  /// Longer ways by link and chokepoint, [importer][i][gate]; nil where there is none.
  private let around: [[Around?]]
  /// Chokepoints in sets that a cargo may pass one after the other; nil: nobody has whole ways.
  private let series: [Set<Int>]?

  /// `shares` are the scenario's, [importer][i]; `stated` shares of imports by chokepoint and importer
  /// scale the ways through it, and leave the others what they leave of the link.
  init(_ links: OverlayLinks, shares: [Double], stated: [String: [String: Double]]) {
    let names = links.commodity.chokepoints.map { $0.name }
    let origins = links.origins.count
    ways = links.importers.enumerated().flatMap { b, importer -> [[Way]?] in
      guard !importer.ways.isEmpty else { return links.origins.map { _ in nil } }
      let row = shares[b * origins..<(b + 1) * origins]
      let own = LinkWays.ways(of: importer, links.origins, Array(row), names)
      return names.enumerated().reduce(own) { ways, gate in
        guard let share = stated[gate.element]?[importer.code],
          let figure = importer.shareThrough(gate.element)?.value, figure > 0
        else { return ways }
        return ways.map { LinkWays.scale($0, through: gate.offset, by: share / figure) }
      }.map(Optional.some)
    }
    around = links.importers.flatMap { importer in
      links.origins.map { origin in
        names.map { LinkWays.around($0, importer, origin) }
      }
    }
    series = links.importers.contains { !$0.ways.isEmpty } ? LinkWays.series(links) : nil
  }

  /// The longer way of a link around a chokepoint.
  func around(_ link: Int, _ gate: Int) -> Around? { around[link][gate] }

  /// Share of a link that passes a chokepoint; nil where the importer has no whole ways.
  func share(of link: Int, through gate: Int) -> Double? {
    ways[link].map { ways in
      ways.reduce(0) { $1.gates.contains(gate) ? $0 + $1.share : $0 }
    }
  }

  /// Chokepoints in sets: of one set a cargo may pass several, of different sets it passes one alone.
  /// Where nobody has whole ways, all are one set.
  func inSeries(_ gates: [Int]) -> [[Int]] {
    guard let series else { return [gates] }
    return series.map { set in gates.filter(set.contains) }.filter { !$0.isEmpty }
  }
}

extension LinkWays {
  private static func ways(
    of importer: Commodity.Importer, _ origins: [String], _ shares: [Double], _ names: [String]
  ) -> [[Way]] {
    var ways = [[Way]](repeating: [], count: origins.count)
    for way in importer.ways {
      let gates = way.chokepoints.compactMap(names.firstIndex(of:)).sorted()
      let carried = origins.indices.filter {
        way.origins.isEmpty
          ? origins[$0] != importer.code : way.origins.contains(origins[$0])
      }
      let supplied = carried.reduce(0) { $0 + shares[$1] }
      guard supplied > 0, !gates.isEmpty, let share = way.share.value, share > 0 else { continue }
      for i in carried {
        let left = 1 - ways[i].reduce(0) { $0 + $1.share }
        let own = min(share * importer.importShare / supplied, max(0, left))
        if let known = ways[i].firstIndex(where: { $0.gates == gates }) {
          ways[i][known].share += own
        } else if own > 0 {
          ways[i].append(Way(gates: gates, share: own))
        }
      }
    }
    return ways
  }

  /// Ways with those through a gate at a multiple, the others at what that leaves.
  private static func scale(_ ways: [Way], through gate: Int, by factor: Double) -> [Way] {
    let before = ways.reduce(0) { $1.gates.contains(gate) ? $0 + $1.share : $0 }
    guard before > 0 else { return ways }
    let after = min(1, before * factor)
    let others = before < 1 ? (1 - after) / (1 - before) : 0
    return ways.map { way in
      Way(
        gates: way.gates,
        share: way.share * (way.gates.contains(gate) ? after / before : others))
    }
  }

  private static func around(
    _ gate: String, _ importer: Commodity.Importer, _ origin: String
  ) -> Around? {
    let route = importer.routes.first {
      $0.chokepoint == gate && $0.detour != nil && $0.carries(origin, to: importer.code)
    }
    guard let detour = route?.detour, let days = detour.days.value else { return nil }
    return Around(days: Int(days.rounded()), share: detour.share?.value ?? 1)
  }

  /// Chokepoints joined by whole ways, and by importers with shares through several of them, which are
  /// taken as nested.
  private static func series(_ links: OverlayLinks) -> [Set<Int>] {
    let names = links.commodity.chokepoints.map { $0.name }
    var sets = names.indices.map { Set([$0]) }
    func join(_ gates: [String]) {
      let touched = sets.filter { set in set.contains { gates.contains(names[$0]) } }
      guard touched.count > 1 else { return }
      sets.removeAll(where: touched.contains)
      sets.append(touched.reduce([]) { $0.union($1) })
    }
    for importer in links.importers {
      for way in importer.ways { join(way.chokepoints) }
      if importer.ways.isEmpty {
        join(
          importer.routes.filter { $0.shareOfImportsThrough != nil }.compactMap { $0.chokepoint })
      }
    }
    return sets
  }
}
