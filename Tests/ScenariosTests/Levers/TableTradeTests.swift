import Diagnostics
import Scenarios
import Testing

/// Trade of the table through a chokepoint: what a closure does to stated shares of it.
struct TableTradeTests {
  /// The effects on table links of a closure of Hormuz with `keys`, on a sample of five regions.
  private static func effects(_ keys: String) throws -> [Effect] {
    let text = """
      economy: x
      shocks:
        - closure: {chokepoint: Strait of Hormuz, for: 9 days, \(keys)}
      """
    return try Sample.decode(text).base.levers(of: .shocks)
      .flatMap { $0.effects(in: LeverContext(commodities: [])) }
  }

  private static func links(_ effect: Effect) -> LinkSet? {
    switch effect {
    case .open(let blockage): blockage.links
    case .wait(let waiting): waiting.links
    default: nil
    }
  }

  @Test func everySellersShareIsLost() throws {
    let effects = try Self.effects(
      "by: 50%, table trade: {importers: {JPN: 32%, KOR: 10%}, products: [29, 24]}")
    // Two importers, two sectors, four sellers each.
    #expect(effects.count == 2 * 2 * 4)
    #expect(Set(effects.compactMap(Self.links)).count == effects.count)
    for effect in effects {
      guard case .open(let blockage) = effect,
        case .trade(.sector(let sector), let seller, let importer?) = blockage.links
      else {
        Issue.record("not a blockage of table trade: \(effect)")
        continue
      }
      #expect([3, 5].contains(sector) && seller.region != importer.region)
      #expect(blockage.share == 0.5 * (importer.code == "JPN" ? 0.32 : 0.1))
    }
  }

  /// What is lost and what is late are what the closure blocks.
  @Test(arguments: [1.0, 0.75, 0.25], [1.0, 0.5, 0])
  func whatTakesALongerWayIsLate(_ by: Double, _ around: Double) throws {
    let effects = try Self.effects(
      "by: \(by * 100)%, alternative: {days: 3 days, share: \(around * 100)%}, "
        + "table trade: {importers: {JPN: 32%}, products: [29]}")
    var lost: [LinkSet: Double] = [:]
    var late: [LinkSet: Double] = [:]
    for case .open(let blockage) in effects { lost[blockage.links] = blockage.share }
    for case .wait(let waiting) in effects {
      #expect(waiting.days == 3)
      late[waiting.links] = waiting.shareOfShipped * (1 - (lost[waiting.links] ?? 0))
    }
    #expect(lost.count == 4 && late.count == (around > 0 ? 4 : 0))
    for (links, share) in lost {
      #expect(abs(share + (late[links] ?? 0) - by * 0.32) < 1e-15)
      #expect(abs(share - by * 0.32 * (1 - around)) < 1e-15)
    }
  }

  @Test func withoutItTheTableGoesOnAndSaysSo() throws {
    let plain = try Self.effects("by: 50%")
    #expect(plain.isEmpty)
    let stated = try Sample.decode(
      """
      economy: x
      shocks:
        - closure: {chokepoint: Strait of Hormuz, by: 50%}
        - closure: {chokepoint: Strait of Hormuz, by: 50%, table trade: {importers: {JPN: 32%}, products: [29]}}
      """
    ).base.levers(of: .shocks).map { $0.limits.map(\.en).joined() }
    #expect(stated[0].contains("its other trade through Strait of Hormuz goes on"))
    #expect(stated[1].contains("JPN 32%") && stated[1].contains("alike from every seller"))
  }

  @Test(arguments: [
    ("importers: {JPN: 32%}", "missing-key"), ("products: [29]", "missing-key"),
    ("importers: {JPN: 132%}, products: [29]", "out-of-range"),
    ("importers: {JPN: 32%}, products: [crude oil]", "unknown-sector"),
    ("importers: {JPM: 32%}, products: [29]", "unknown-partner"),
  ]) func badOnesAreRefused(_ keys: String, _ code: String) throws {
    let text = """
      economy: x
      shocks:
        - closure: {chokepoint: Strait of Hormuz, by: 50%, table trade: {\(keys)}}

      """
    let found = try Sample.messages(text)
    #expect(found.contains { $0.contains(code) }, "\(found)")
  }
}
