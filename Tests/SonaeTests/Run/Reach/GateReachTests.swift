import Commodities
import Diagnostics
import InputOutputTables
import Testing

@testable import Reporting
@testable import sonae

/// What levers at a chokepoint find, and why they find nothing.
struct GateReachTests {
  private static let closure = "closure: {chokepoint: Strait of Hormuz, by: 90%}\n"

  private static func said(_ text: String) async throws -> [Bilingual] {
    RiskReport.report(try await ReachTests.bundled(text)).warnings
  }

  /// A public cover without a premium: the importers ship through the strait, and a closure stops them.
  @Test func aCoverNeedsAPremium() async throws {
    let insure = "responses:\n  - insure: {gate: Strait of Hormuz, line: 20 billion USD}\n"
    let said = try await Self.said(Self.closure + insure).filter {
      $0.en.contains("`responses[0]` acts on nothing")
    }
    try #require(said.count == 1, "\(said.map(\.en))")
    #expect(said[0].en.contains("no `premium` in the file raises what insurers ask"))
    #expect(said[0].ja.contains("保険料率を上げる `premium` がなく"))
  }

  @Test func anEscortNeedsWhatItOpens() async throws {
    let escort = "responses:\n  - escort: {gate: Strait of Hormuz, opens: 30%, days: 3 days}\n"
    let ban = "ban: {exporter: SAU, products: [crude oil]}\n"
    let told = "no closure or `premium` in the file holds up `crude oil`"
    #expect(try await Self.said(ban + escort).contains { $0.en.contains(told) })
    #expect(try await !Self.said(Self.closure + escort).contains { $0.en.contains(told) })
  }

  /// The file's reader says that no currency falls; imports there are.
  @Test func aSwapWithoutACurrencyIsToldOfOnce() async throws {
    let swap = "responses:\n  - swap: {region: JPN, cap: 5%, line: 10 billion USD}\n"
    let said = try await Self.said(Self.closure + swap).map(\.en)
    #expect(said.contains { $0.contains("no `currency` of this region loses value") }, "\(said)")
    #expect(!said.contains { $0.contains("has no imports") || $0.contains("`responses[0]`") })
  }

  /// A premium states the cargo of ships that carry barrels; gas and naphtha have ships of their own.
  @Test func aPremiumNamesTheGoodsThatItLeavesAlone() async throws {
    let premium = "premium: {gate: Strait of Hormuz, to: 5%, for: 60 days}\n"
    let said = try await Self.said(premium)
    let told = try #require(said.first { $0.en.contains("`shocks[0]` leaves ") })
    #expect(told.en.contains("`LNG`") && told.en.contains("`naphtha`"), "\(told.en)")
    #expect(!told.en.contains("`crude oil`"))
    #expect(told.ja.contains("`ナフサ`") && told.ja.contains("単位（bbl）"))
    let both = "  - premium: {gate: Strait of Hormuz, to: 5%, cargo: 70000 t}\n"
    #expect(try await !Self.said(premium + both).contains { $0.en.contains("` leaves ") })
  }

  /// A table that lacks the users' sector has figures of what passes and nobody who goes short.
  @Test func whoHasNoUsersIsNotSaidToHaveNoRoute() throws {
    let table = try EconomyLoader.load("g7plus-2011").table
    let joined = Dictionary(
      uniqueKeysWithValues: table.sectors.map { ($0.code, $0.code == "24" ? "CHEM" : $0.code) })
    let rows = joined.sorted { $0.key < $1.key }.map { "\($0),\($1)" }
    let concordance = try Concordance.read(
      Source(name: "c.csv", text: (["sector,to"] + rows).joined(separator: "\n")), .sector,
      of: table)
    let without = table.aggregated(regions: nil, sectors: concordance, name: nil)
    let commodities = try CommodityCatalogue.bundled()
    let naphtha = try #require(commodities.firstIndex { $0.name == "naphtha" })
    func reason(_ table: InputOutputTable) -> String {
      ReachWords(Economy(table), commodities, effects: [], hasVarieties: false)
        .noRoute(of: naphtha, through: "Strait of Hormuz").en
    }
    #expect(reason(without).contains("is a region of the table with users of it"))
    #expect(!reason(table).contains("no figure says"))
  }
}
