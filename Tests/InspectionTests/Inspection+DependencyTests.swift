import Diagnostics
import Foundation
import InputOutputTables
import Reporting
import Scenarios
import TestSupport
import Testing

@testable import Inspection

extension Inspection {
  /// A result of a region and a product.
  func shown(_ name: String, region: String? = nil, product: String? = nil) throws -> Table {
    try Inspection(table, InspectionRequest(region: region, product: product)).table(name)
  }
}

struct InspectionDependencyTests {
  static let bundled = Result { Inspection(try EconomyLoader.load("g7plus-2011").table) }

  func small() throws -> Inspection {
    try withTemporaryFolder(smallEconomy.mapValues { Array($0.utf8) }) { folder in
      Inspection(try EconomyLoader.load(folder).table)
    }
  }

  /// The cells of a CSV text without quotes in it, by heading.
  func records(_ table: Table) -> [[String: String]] {
    let lines = table.csv().split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { line in
      Dictionary(zip(lines[0], line)) { first, _ in first }
    }
  }

  func sum(_ records: [[String: String]], _ key: String) -> Double {
    records.reduce(0) { $0 + (Double($1[key] ?? "") ?? .nan) }
  }

  /// INTERFACE.md section 5: the columns of each table.
  @Test func columnsAreThoseOfTheContract() throws {
    let inspection = try small()
    let dependency = try inspection.shown("dependency").csv().split(separator: "\n")[0]
    #expect(
      dependency.hasPrefix("importer,product,origin,share,import_share,look_through,hidden,hhi,"))
    let through = try inspection.shown("lookthrough").csv().split(separator: "\n")[0]
    #expect(through == "node,origin,face_value,look_through,hidden")
    let critical = try Inspection.criticality().csv().split(separator: "\n")[0]
    #expect(
      critical.hasPrefix(
        "material,stage,supply_risk,economic_importance,hhi_global,hhi_sourcing,"
          + "import_reliance,recycling,substitution,critical,"))
  }

  @Test func sharesOfEveryImporterAndProductAddUpToOne() throws {
    let all = records(try small().shown("dependency"))
    #expect(all.count == 8)
    for importer in ["A", "B"] {
      for product in ["x", "y"] {
        let rows = all.filter { $0["importer"] == importer && $0["product"] == product }
        for key in ["share", "import_share", "look_through"] {
          #expect(abs(sum(rows, key) - 1) < 1e-12)
        }
        #expect(abs(sum(rows, "hidden")) < 1e-12)
        let squares = rows.reduce(0) { $0 + pow(Double($1["share"] ?? "") ?? .nan, 2) }
        #expect(rows.allSatisfy { abs((Double($0["hhi"] ?? "") ?? .nan) - squares) < 1e-12 })
      }
    }
  }

  /// A buys 45 of x from itself and 6 from B.
  @Test func sharesByHand() throws {
    let rows = records(try small().shown("dependency", region: "A", product: "x"))
    #expect(rows.count == 2 && rows[0]["origin"] == "A")
    #expect(abs((Double(rows[0]["share"] ?? "") ?? 0) - 45.0 / 51) < 1e-12)
    #expect(rows[0]["import_share"] == "0" && rows[1]["import_share"] == "1")
  }

  @Test func nodesAndOriginsAreAllThere() throws {
    let rows = records(try small().shown("lookthrough"))
    #expect(rows.count == 8 && Set(rows.compactMap { $0["node"] }).count == 4)
    #expect(records(try small().shown("lookthrough", region: "B", product: "y")).count == 2)
    #expect(abs(sum(rows, "look_through") - 4) < 1e-12 && abs(sum(rows, "face_value") - 4) < 1e-12)
  }

  @Test func everyRatioOfTheBundledTableIsANumber() throws {
    let inspection = try Self.bundled.get()
    for table in [
      try inspection.shown("dependency", region: "JPN"), try inspection.shown("lookthrough"),
    ] {
      #expect(!table.csv().contains("nan") && !table.csv().contains("inf"))
    }
    #expect(records(try inspection.shown("lookthrough")).count == 595 * 17)
  }

  /// BACI (CEPII) 2024: China supplies 66.13% of Japan's rare earths by weight.
  @Test(arguments: ["rare earths", "Rare Earths", "レアアース"])
  func aCommodityIsPhysical(_ name: String) throws {
    let table = try Self.bundled.get().shown("dependency", region: "JPN", product: name)
    let china = try #require(records(table).first { $0["origin"] == "CHN" })
    #expect(abs((Double(china["share"] ?? "") ?? 0) - 0.6613) < 1e-9)
    #expect(china["look_through"] == "" && table.csv().contains("\"weight, "))
    #expect(table.notes.contains { $0.en.hasPrefix("Basis: ") && $0.en.contains("BACI") })
  }

  @Test func noRatioWithoutItsBasis() throws {
    let inspection = try small()
    for table in [try inspection.shown("dependency"), try inspection.shown("lookthrough")] {
      #expect(table.notes.contains { $0.en.hasPrefix("Basis: value, domestic included, 2020") })
      #expect(table.notes.contains { $0.ja.hasPrefix("算定基準：") })
    }
    #expect(try inspection.shown("dependency").csv().contains("\"value, domestic included, 2020\""))
  }

  @Test(
    arguments: [
      ("dependency", "C", nil, "unknown-region"), ("lookthrough", "C", nil, "unknown-region"),
      ("dependency", nil, "z", "unknown-product"), ("lookthrough", nil, "zz", "unknown-product"),
      ("dependency", "A", "crude oil", "no-figures"),
      ("criticality", nil, "Unobtainium", "unknown-material"),
    ] as [(String, String?, String?, String)])
  func unknownNamesAreExplained(
    _ name: String, _ region: String?, _ product: String?, _ code: String
  ) throws {
    let request = InspectionRequest(region: region, product: product)
    let inspection = Inspection(try small().table, request)
    let error = try #require(throws: DiagnosticList.self) { try inspection.table(name) }
    #expect(error.diagnostics.map(\.problem.code) == [code])
    #expect(error.diagnostics.allSatisfy { $0.problem.help(in: .ja) != nil })
  }

  @Test func ownMaterialsAreRead() throws {
    let text = "material,hhi_global,recycling,substitution,economic_importance\nmine,4,0.5,0.5,3\n"
    try withTemporaryFolder(["own.csv": Array(text.utf8), "bad.csv": Array("x\n1\n".utf8)]) {
      folder in
      let rows = records(try Inspection.criticality(from: folder + "/own.csv"))
      #expect(rows.count == 1 && rows[0]["supply_risk"] == "1" && rows[0]["critical"] == "yes")
      for file in ["bad.csv", "none.csv"] {
        #expect(throws: DiagnosticList.self) {
          try Inspection.criticality(from: "\(folder)/\(file)")
        }
      }
    }
  }

  @Test func concentrationIsOfTheImportsAlone() throws {
    let rows = records(try small().shown("concentration", region: "A", product: "x"))
    #expect(rows.count == 1 && rows[0]["import_hhi"] == "1" && rows[0]["largest_origin"] == "B")
    #expect(abs((Double(rows[0]["import_dependence"] ?? "") ?? 0) - 6.0 / 51) < 1e-12)
    #expect(rows[0]["unrated_share"] == "1" && rows[0]["governance_hhi"] == "")
  }

  /// 0.6613² of China at 5.50 is most of Japan's governance-weighted concentration of rare earths.
  @Test func governanceWeighsKnownOrigins() throws {
    let table = try Self.bundled.get().shown("concentration", region: "JPN", product: "rare earths")
    let row = try #require(records(table).first)
    let index = try #require(Double(row["governance_hhi"] ?? ""))
    let china = 0.6613 * 0.6613 * 5.5008
    #expect(index > china && index < 1.1 * china)
  }

  @Test func coverIsShownOnEachBasis() throws {
    let all = records(try Inspection.cover())
    #expect(Set(all.compactMap { $0["commodity"] }).isSuperset(of: ["crude oil", "rare earths"]))
    #expect(
      all.allSatisfy {
        ["found", "general-knowledge", "assumption", "missing"].contains($0["confidence"] ?? "")
      })
    let japan = records(try Inspection.cover(region: "JPN", product: "crude oil"))
    #expect(japan.count == 1 && japan[0]["largest_origin"] == "ARE")
    #expect(throws: DiagnosticList.self) { try Inspection.cover(region: "XXX") }
    #expect(throws: DiagnosticList.self) { try Inspection.cover(product: "gold") }
  }

  @Test func screensReadAFileOfTrade() throws {
    let header = "importer,exporter,product,year,value\n"
    let rows = [2018, 2019, 2020].flatMap { year in
      [
        "JPN,CHN,x,\(year),90", "JPN,USA,x,\(year),10", "USA,CHN,x,\(year),80",
        "CHN,JPN,x,\(year),5",
      ]
    }
    let text = header + rows.joined(separator: "\n") + "\n"
    let alone = header + "JPN,CHN,x,2020,1\n"
    try withTemporaryFolder(["all.csv": Array(text.utf8), "one.csv": Array(alone.utf8)]) { folder in
      let file = folder + "/all.csv"
      let found = records(try Inspection.screens(from: file))
      let japan = try #require(found.first { $0["importer"] == "JPN" })
      #expect(japan["cdi_dependent"] == "yes" && japan["geodep_dependent"] == "yes")
      #expect(japan["imports_over_exports"] == "20" && japan["year"] == "2020")
      let bloc = records(try Inspection.screens(from: file, region: "JPN,USA"))
      #expect(bloc.count == 1 && bloc[0]["importer"] == "JPN+USA" && bloc[0]["cdi1"] == "1")
      let wrong: [(String, String?, String?)] = [
        (folder + "/one.csv", nil, nil), (file, "XXX", nil), (file, nil, "y"),
      ]
      for (path, region, product) in wrong {
        #expect(throws: DiagnosticList.self) {
          try Inspection.screens(from: path, region: region, product: product)
        }
      }
    }
  }
}
