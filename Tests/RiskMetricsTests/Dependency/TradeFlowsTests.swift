import Diagnostics
import Foundation
import RiskMetrics
import Testing

/// A file beside the tests.
func fixture(_ name: String) throws -> Source {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let data = try Data(contentsOf: folder.appending(path: "Fixtures/\(name)"))
  return Source(name: name, bytes: Array(data))
}

@Suite struct TradeFlowsTests {
  static let header = "importer,exporter,product,year,value,weight\n"

  static func read(_ text: String) throws -> TradeFlows {
    try TradeFlows.read(Source(name: "trade.csv", text: text))
  }

  /// BACI (CEPII): China's share of Japan's rare earths by weight and by value, percent.
  @Test(arguments: [(2010, 78.53, 79.6), (2012, 53.66, 61.83), (2024, 66.13, 37.77)])
  func weightAndValueGiveDifferentShares(_ known: (Int, Double, Double)) throws {
    let trade = try TradeFlows.read(try fixture("japan-rare-earths-baci.csv"))
    let (year, weight, value) = known
    for (measure, percent) in [(Basis.Measure.weight, weight), (.value, value)] {
      let found = try #require(
        trade.imports(of: "rare earths", into: ["JPN"], year: year, by: measure))
      #expect(abs(found.share(of: "CHN") * 100 - percent) < 1e-4)
      #expect(found.basis.measure == measure && found.basis.year == "\(year)")
      #expect(found.basis.source.contains("BACI"))
    }
  }

  /// The published HHI lies between that of the named origins and that with the rest as one supplier.
  @Test(arguments: [(2010, 0.6297), (2012, 0.3326), (2024, 0.4632)])
  func concentrationReproducesThePublishedIndex(_ year: Int, _ published: Double) throws {
    let trade = try TradeFlows.read(try fixture("japan-rare-earths-baci.csv"))
    let found = try #require(
      trade.imports(of: "rare earths", into: ["JPN"], year: year, by: .weight))
    let rest = found.share(of: "OTHER")
    #expect(found.herfindahl - rest * rest <= published + 5e-5)
    #expect(published - 5e-5 <= found.herfindahl)
    #expect(rest < 0.02)
  }

  @Test func aBlocTradesAsOne() throws {
    let trade = try Self.read(
      Self.header
        + "DEU,CHN,x,2020,30,\nFRA,CHN,x,2020,20,\nDEU,FRA,x,2020,40,\nFRA,USA,x,2020,50,\n")
    let union = try #require(trade.imports(of: "x", into: ["DEU", "FRA"], year: 2020))
    #expect(union.share(of: "CHN") == 0.5 && union.share(of: "FRA") == 0)
    let world = try #require(trade.worldExports(of: "x", year: 2020))
    #expect(isNear(world.share(of: "CHN"), 50.0 / 140) && world.basis.scope == .worldExports)
  }

  @Test func sharesByWeightNeedEveryWeight() throws {
    let trade = try Self.read(Self.header + "JPN,CHN,x,2020,30,3\nJPN,USA,x,2020,20,\n")
    #expect(trade.imports(of: "x", into: ["JPN"], year: 2020, by: .weight) == nil)
    #expect(trade.imports(of: "x", into: ["JPN"], year: 2020) != nil)
    #expect(trade.imports(of: "x", into: ["JPN"], year: 2021) == nil)
  }

  @Test func everyMistakeIsToldAtOnceWithItsPlace() throws {
    let text =
      Self.header
      + "JPN,CHN,x,2020,30,3\nJPN,CHN,x,2020,31,3\n,CHN,x,20,a,\nJPN,USA,x,2020,-1,nan\n"
    let error = try #require(throws: DiagnosticList.self) { try Self.read(text) }
    #expect(
      error.diagnostics.map(\.problem.code) == [
        "figure-twice", "empty-figure", "not-a-year", "not-a-number", "figure-out-of-range",
        "not-a-number",
      ])
    #expect(error.diagnostics.allSatisfy { $0.place != nil })
    #expect(
      error.diagnostics.allSatisfy { !$0.problem.message(in: .ja).isEmpty })
  }

  @Test func absentColumnsAreNamed() {
    #expect(
      problems { _ = try Self.read("importer,exporter,year\nJPN,CHN,2020\n") }
        == ["missing-column", "missing-column"])
  }
}
