import Diagnostics
import InputOutputTables
import Reporting
import TestSupport
import Testing

@testable import Inspection

/// Numbers that a reader must not take at face value come with a warning.
struct InspectionDoubtsTests {
  static let two = [
    "Z.csv":
      ",AAA_m,AAA_n,BBB_m,BBB_n\nAAA_m,10,12,6,4\nAAA_n,8,9,5,7\nBBB_m,4,6,11,9\nBBB_n,5,3,10,8\n",
    "Y.csv": ",AAA_HFCE,BBB_HFCE\nAAA_m,40,10\nAAA_n,35,12\nBBB_m,9,45\nBBB_n,14,50\n",
  ]

  private func result(
    _ name: String, _ request: InspectionRequest = InspectionRequest(), _ files: [String: String]
  ) throws -> InspectionResult {
    let loaded = try EconomyLoader.load("eco", files: files.mapValues { Array($0.utf8) })
    return try Inspection(
      loaded.table, request, loadWarnings: loaded.warnings.filter { $0.severity == .warning }
    ).result(name)
  }

  /// Final users buy 50 of 82 of AAA_m: c* above that share makes inoperability 118%.
  @Test func inoperabilityBeyondOutputIsWarnedOf() throws {
    let beyond = try result(
      "inoperability", InspectionRequest(nodes: ["AAA.m"], by: "100%"), Self.two)
    #expect(
      beyond.warnings.map(\.problem.code)
        == ["demand-loss-beyond-demand", "inoperability-above-one"])
    #expect(beyond.warnings[0].problem.message(in: .en).contains("61.0%"))
    #expect(beyond.table.notes.contains { $0.en.hasPrefix("Warning: final users buy 61.0%") })
    #expect(beyond.table.notes.contains { $0.ja.hasPrefix("警告：") })
    let within = try result(
      "inoperability", InspectionRequest(nodes: ["AAA.m"], by: "60%"), Self.two)
    #expect(within.warnings.isEmpty)
    #expect(try numbers(within.table, "inoperability").allSatisfy { $0 <= 1 })
  }

  @Test func pricesMayFallButNotBelowZeroUnsaid() throws {
    let fall = try result("prices", InspectionRequest(nodes: ["AAA.m"], by: "-10%"), Self.two)
    #expect(fall.warnings.isEmpty)
    let change = try numbers(fall.table, "price_change")
    #expect(change[0] == -0.1 && change.allSatisfy { $0 < 0 && $0 >= -0.1 })
    // a = 1.5 of b per unit of a's output: a's price falls by more than all of it.
    let files = [
      "Z.csv": ",a,b\na,0,5\nb,150,0\n", "Y.csv": ",HFCE\na,95\nb,50\n",
    ]
    let negative = try result("prices", InspectionRequest(nodes: ["b"], by: "-100%"), files)
    #expect(negative.warnings.map(\.problem.code) == ["negative-prices"])
    let error = try #require(throws: DiagnosticList.self) {
      try result("prices", InspectionRequest(nodes: ["b"], by: "-101%"), files)
    }
    #expect(error.diagnostics.map(\.problem.code) == ["share-out-of-range"])
  }

  @Test(arguments: ["multipliers", "linkages", "leontief", "upstreamness", "trade"])
  func anEconomyThatUsesUpMoreThanItMakesIsWarnedOf(_ name: String) throws {
    let files = ["Z.csv": ",a,b\na,150,5\nb,10,20\n", "Y.csv": ",HFCE\na,-55\nb,70\n"]
    let found = try result(name, InspectionRequest(), files)
    #expect(found.warnings.map(\.problem.code) == ["not-productive"])
    #expect(found.warnings[0].problem.message(in: .en).contains("`a`"))
  }

  /// One tiny output made every other index 3e-7 and a price change of 73 million percent.
  @Test func aNearZeroOutputDecidesNothingAndIsNamed() throws {
    let files = [
      "Z.csv": ",iron,steel,svc\niron,0,2e-06,0\nsteel,20,10,5\nsvc,10,8,30\n",
      "Y.csv": ",HFCE\niron,8e-07\nsteel,60\nsvc,80\n",
    ]
    let linkages = try result("linkages", InspectionRequest(), files).table
    let power = try numbers(linkages, "power_of_dispersion")
    #expect(power.allSatisfy { $0 > 0.5 && $0 < 1.5 })
    #expect(linkages.notes.contains { $0.en.contains("more than 10 times output: iron") })
    #expect(linkages.notes.contains { $0.en.contains("`iron` 10714286") })
    let prices = try result(
      "prices", InspectionRequest(nodes: ["ALL.steel"], by: "10%"), files
    ).table
    #expect(try numbers(prices, "price_change").allSatisfy { abs($0) <= 0.1 + 1e-12 })
  }

  @Test func aTotalAmongTheSectorsStandsInEveryResult() throws {
    let files = [
      "Z.csv": ",agr,man,Total\nagr,10,20,30\nman,30,5,35\nTotal,40,25,65\n",
      "Y.csv": ",HFCE\nagr,70\nman,65\nTotal,135\n",
    ]
    let found = try result("multipliers", InspectionRequest(), files)
    #expect(found.table.notes.contains { $0.en.contains("`Total` is the sum of the others") })
  }

  @Test func whatACommodityHasIsNamed() throws {
    let bundled = try EconomyLoader.load("g7plus-2011").table
    for (table, subject) in [("dependency", "rare earths"), ("concentration", "rare earths")] {
      let error = try #require(throws: DiagnosticList.self) {
        try Inspection(bundled, InspectionRequest(region: "AUS", product: subject)).table(table)
      }
      let message = error.diagnostics[0].problem.message(in: .en)
      #expect(message.hasPrefix("rare earths has no figures for `AUS`; it has JPN"))
      #expect(error.diagnostics[0].problem.message(in: .ja).contains("JPN"))
    }
  }
}
