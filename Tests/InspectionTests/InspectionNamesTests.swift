import ComparativeStatics
import Diagnostics
import TestSupport
import Testing

@testable import Inspection

/// Names of nodes, links, regions and products, and what is said when they are wrong.
struct InspectionNamesTests {
  private func names() throws -> InspectionNames {
    InspectionNames(try InspectionTests.smallTable())
  }

  @Test(arguments: [
    (["A.x"], [0]), (["A_x"], [0]), (["A.*"], [0, 1]), (["*.y"], [1, 3]),
    (["B.y", "B.*"], [3, 2]), (["*.*"], [0, 1, 2, 3]),
  ])
  func nodesAreFound(_ known: (texts: [String], nodes: [Int])) throws {
    #expect(try names().nodes(known.texts) == known.nodes)
  }

  @Test func linksAreFound() throws {
    #expect(
      try names().links(["B>A:y"]) == [TradeLink(exporter: 1, importer: 0, product: 1)])
    #expect(try names().links(["*>A:*"]).count == 2)
  }

  /// Code of the problem, and the name that its help offers.
  @Test(arguments: [
    ("multiplers", InspectionRequest(), "unknown-table", "multipliers"),
    ("prices", InspectionRequest(), "missing-option", "--table list"),
    ("prices", InspectionRequest(nodes: ["A.x"]), "missing-option", "--table list"),
    ("prices", InspectionRequest(nodes: ["C.x"], by: "10%"), "unknown-region", "A, B"),
    ("prices", InspectionRequest(nodes: ["A.z"], by: "10%"), "unknown-product", "sector"),
    ("prices", InspectionRequest(nodes: ["A_xx"], by: "10%"), "unknown-node", "A_x"),
    ("prices", InspectionRequest(nodes: ["A.x"], by: "ten"), "bad-share", "10%"),
    ("prices", InspectionRequest(nodes: ["A.x"], by: "nan%"), "bad-share", "10%"),
    ("mixed", InspectionRequest(nodes: ["A.x"], by: "110%"), "share-out-of-range", ""),
    ("inoperability", InspectionRequest(nodes: ["A.x"], by: "-1%"), "share-out-of-range", ""),
    ("extraction", InspectionRequest(), "missing-option", "--table list"),
    (
      "extraction", InspectionRequest(nodes: ["A.x"], links: ["A>B:x"]), "unused-option",
      "it reads --node, --type"
    ),
    ("extraction", InspectionRequest(links: ["A-B:x"]), "bad-link", "CHN>JPN"),
    ("extraction", InspectionRequest(links: ["A>B"]), "bad-link", "CHN>JPN"),
    ("extraction", InspectionRequest(links: ["A>:x"]), "bad-link", "CHN>JPN"),
    ("extraction", InspectionRequest(links: ["A>A:x"]), "own-link", "different"),
    (
      "extraction", InspectionRequest(by: "101%", links: ["A>B:x"]), "share-out-of-range", ""
    ),
    ("paths", InspectionRequest(nodes: ["A.*"]), "one-node-only", "--node"),
    ("paths", InspectionRequest(nodes: ["A.x"], cutoff: "0%"), "share-out-of-range", ""),
    ("multipliers.employment", InspectionRequest(), "missing-option", "--table list"),
    ("decomposition", InspectionRequest(), "missing-option", "--table list"),
  ])
  func wrongRequestsAreExplained(
    _ known: (name: String, request: InspectionRequest, code: String, help: String)
  ) throws {
    do {
      _ = try inspected(known.name, known.request, files: smallEconomy)
      Issue.record("not refused")
    } catch let list as DiagnosticList {
      #expect(list.diagnostics.map(\.problem.code) == [known.code])
      let problem = try #require(list.diagnostics.first).problem
      #expect(known.help.isEmpty || problem.help(in: .en)?.contains(known.help) == true)
      #expect(!problem.message(in: .ja).isEmpty)
    }
  }

  @Test func optionsThatATableDoesNotReadAreNamed() throws {
    let request = InspectionRequest(nodes: ["A.x"], by: "5%", isReplaced: true, days: 7)
    let inspection = Inspection(try InspectionTests.smallTable(), request)
    func messages(_ table: String) throws -> [String] {
      let error = try #require(throws: DiagnosticList.self) { try inspection.table(table) }
      return error.diagnostics.map { $0.problem.message(in: .en) }
    }
    #expect(try messages("inoperability.path").count == 1)
    #expect(try messages("prices").count == 2)
    #expect(
      try messages("linkages")
        == ["--node", "--by", "--replace", "--days"].map {
          "`linkages` does not read \($0)"
        })
  }

  /// Each table reads what it declares, and an option given with its default value is given.
  @Test(arguments: Inspection.tables.map(\.name)) func undeclaredOptionsAreRefused(
    _ name: String
  ) throws {
    let entry = try #require(Inspection.tables.first { $0.name == name })
    let whole = InspectionRequest(
      nodes: ["A.x"], by: "5%", type: .complete, links: ["A>B:x"], isReplaced: true,
      against: try InspectionTests.smallTable(), jobs: Source(name: "j", text: ""), cutoff: "0.1%",
      top: 25, days: 30, region: "A", product: "x", from: "f")
    #expect(InspectOption.allCases.allSatisfy { $0.isGiven(in: whole) })
    let error = try #require(throws: DiagnosticList.self) {
      try Inspection(try InspectionTests.smallTable(), whole).table(name)
    }
    let refused = InspectOption.allCases.filter { !entry.reads(whole).contains($0) }
    #expect(error.diagnostics.count == refused.count)
    #expect(error.diagnostics.allSatisfy { $0.problem.code == "unused-option" })
  }

  @Test func waysOfExtractionDoNotMix() throws {
    for (request, message) in [
      (
        InspectionRequest(nodes: ["A.x"], by: "50%"),
        "`extraction` with --node does not read --by"
      ),
      (
        InspectionRequest(type: .forward, links: ["A>B:x"]),
        "`extraction` with --link does not read --type"
      ),
    ] {
      let error = try #require(throws: DiagnosticList.self) {
        try inspected("extraction", request, files: smallEconomy)
      }
      #expect(error.diagnostics.map { $0.problem.message(in: .en) } == [message])
    }
  }

  @Test func everyWrongNameIsToldAtOnce() throws {
    let names = try names()
    do throws(DiagnosticList) {
      _ = try names.nodes(["A.z", "A.x", "C.x"])
      Issue.record("not refused")
    } catch {
      #expect(error.diagnostics.map(\.problem.code) == ["unknown-product", "unknown-region"])
    }
  }

  /// A country that lies in a region of the table leads there.
  @Test func aCountryOfARegionIsSuggested() throws {
    var files = smallEconomy
    files["countries.csv"] = "country,region\nSAU,B\n"
    do {
      _ = try inspected("extraction", InspectionRequest(nodes: ["SAU.x"]), files: files)
      Issue.record("not refused")
    } catch let list as DiagnosticList {
      #expect(list.diagnostics.first?.problem.help(in: .en) == "did you mean `B`?")
    }
  }
}
