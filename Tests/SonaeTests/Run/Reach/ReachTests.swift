import Commodities
import Diagnostics
import Foundation
import InputOutputTables
import Testing

@testable import Reporting
@testable import sonae

/// What a scenario asks for and the economy has nothing of: told with its place, and null, not 0.
struct ReachTests {
  /// Two regions; nobody in B buys of A's x, and A.z makes nothing.
  static let economy: [String: String?] = [
    "Z.csv":
      ",A_x,A_y,A_z,B_x,B_y,B_z\nA_x,10,5,0,0,0,0\nA_y,4,20,0,2,3,1\nA_z,0,0,0,0,0,0\n"
      + "B_x,0,1,0,8,6,1\nB_y,2,2,0,4,12,1\nB_z,0,0,0,1,1,1\n",
    "Y.csv":
      ",A_HFCE,A_GFCF,B_HFCE\nA_x,20,10,0\nA_y,30,5,6\nA_z,0,0,0\nB_x,2,3,30\nB_y,1,4,25\n"
      + "B_z,0,0,9\n",
  ]

  static func scenario(_ shocks: String..., extra: String = "") -> String {
    """
    title: t
    economy: small
    horizon: 40 days
    model: {inventory: 20 days, restock: 20 days, psi: 0.5, table criticality: 1}
    shocks:
    \(shocks.map { "  - \($0)\n" }.joined())\(extra)
    """
  }

  static func study(_ scenario: String) async throws -> RiskStudy {
    try await withSmallStudy(scenario: scenario, economy: economy) {
      try await ScenarioRun.one($0 + "/test.yaml", try options()).runner.study
    }
  }

  static func bundled(_ shocks: String) async throws -> RiskStudy {
    try await withSmallStudy(
      scenario: """
        title: t
        economy: g7plus-2011
        horizon: 10 days
        shocks:
          - \(shocks)
        report: {regions: [KOR, JPN, FRA, MEX]}

        """
    ) { try await ScenarioRun.one($0 + "/test.yaml", try options()).runner.study }
  }

  static func json(_ study: RiskStudy) throws -> [String: Any] {
    let text = RiskSummary.json(study, of: .init(file: "", sha256: ""), in: .en).compact
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Losses of GDP by region; nil where they are null.
  static func losses(_ study: RiskStudy) throws -> [String: Double?] {
    let regions = try #require(try json(study)["regions"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: regions.map {
        ($0["region"] as? String ?? "", $0["value_added_loss_share_of_gdp"] as? Double)
      })
  }

  @Test(arguments: [
    (
      "ban: {exporter: A, importer: B, products: [x], by: 100%, for: 30 days}",
      "no trade in `x` from `A` to `B`"
    ),
    ("capacity: {nodes: [A.z], by: 50%, for: 5 days}", "`A_z`: nothing is made there"),
    ("demand: {regions: [A], sectors: [z], by: -10%}", "no final demand of `A` for `z`"),
    (
      "closure: {chokepoint: Strait of Hormuz, by: 100%, for: 30 days}",
      "no importer of `crude oil` with figures"
    ),
    (
      "ban: {exporter: CHN, products: [rare earths], for: 30 days}",
      "no importer of `rare earths` with figures"
    ),
    ("capacity: {nodes: [A.x], by: 50%, from: day 40}", "starts after the last of 40 days"),
    (
      "ban: {exporter: CHN, importer: A, products: [x], for: 30 days}", "`CHN` is no region"
    ),
  ]) func aShockOnNothingIsToldAndItsLossesAreNull(_ shock: String, _ why: String) async throws {
    let study = try await Self.study(Self.scenario(shock))
    let report = RiskReport.report(study)
    let said = report.warnings.map(\.en)
    #expect(said.contains { $0.contains(why) && $0.contains("test.yaml, line 6") }, "\(said)")
    #expect(said.contains { $0.contains("losses are not computed, not 0") })
    #expect(try Self.losses(study).values.allSatisfy { $0 == nil })
    for format in TableFormat.allCases where format != .csv {
      for language in Language.allCases {
        let text = report.render(format, RenderOptions(language: language, width: nil))
        #expect(
          report.warnings.allSatisfy { warning in
            let words = warning.text(in: language).split { "`_[]<>&{}~".contains($0) }
            return words.allSatisfy { text.contains($0) }
          }, "\(format)")
      }
    }
    #expect(RiskReport.regions(study).csv().contains("A,,,"))
  }

  @Test func aShockOfNothingByChoiceIsAResult() async throws {
    let study = try await Self.study(
      Self.scenario("capacity: {nodes: [A.x], by: 0%, for: 5 days}"))
    #expect(try Self.losses(study).values.allSatisfy { $0.map { abs($0) < 1e-12 } ?? false })
    #expect(RiskReport.report(study).warnings.allSatisfy { !$0.en.contains("not computed") })
  }

  /// A variant on nothing is null and says so by its name; the file as written has its numbers.
  @Test func aVariantOnNothingIsNamed() async throws {
    let study = try await Self.study(
      Self.scenario(
        "capacity: {nodes: [A.x], by: 50%, for: 5 days}",
        extra: "variants:\n  idle: {shocks: [{capacity: {nodes: [A.z], by: 50%}}]}\n"))
    #expect(study.results.map { $0.measures(of: 0) == nil } == [false, true])
    let said = RiskReport.report(study).warnings.map(\.en)
    #expect(said.contains { $0.lowercased().hasPrefix("idle: no shock is in force") }, "\(said)")
    let variants = try #require(RiskReport.tables(study).first { $0.name == "variants" })
    #expect(variants.rows[1].dropFirst().allSatisfy { $0 == .missing(.notComputed) })
  }

  @Test func noShockAtAllIsAResult() async throws {
    let study = try await Self.study(
      Self.scenario().replacing("shocks:", with: "shocks: []"))
    #expect(try Self.losses(study).values.allSatisfy { $0 != nil })
  }

  /// What acts gives numbers; nodes that make nothing are told among the assumptions.
  @Test func aPartThatIsMissingIsTold() async throws {
    let study = try await Self.study(
      Self.scenario("capacity: {nodes: ['A.*'], by: 50%, for: 5 days}"))
    #expect(try Self.losses(study).values.allSatisfy { $0 != nil })
    let said = RiskReport.report(study).assumptions.map(\.en)
    #expect(said.contains { $0.contains("acts on a part of what it names: `A_z`") })
  }

  /// A ban counts known importers where nothing tells what others buy: the report says so, whose sales
  /// they are, of what, and what to do, in every format; a price that is set needs no such warning.
  @Test(arguments: [
    ("ban: {exporter: RUS, products: [crude oil]}", "RUS"),
    ("capacity: {commodity: crude oil, origins: [USA, KWT], by: 50%}", "USA"),
  ]) func salesThatNoFigureStatesAreTold(_ shock: String, _ seller: String) async throws {
    let study = try await Self.bundled(shock)
    let report = RiskReport.report(study)
    let en =
      "there are no figures of `crude oil` that `\(seller)` sells to others than `JPN`, `KOR`, `CHN`, `IND`, `TWN`, …: the market is short of that too, so the price rise is a lower bound; to set the price, add `price: {commodity: crude oil, to: … USD/bbl}` to `shocks`"
    #expect(report.warnings.contains { $0.en.contains(en) }, "\(report.warnings.map(\.en))")
    #expect(report.warnings.contains { $0.ja.contains("`\(seller)` が") && $0.ja.contains("下限です") })
    let json = RiskSummary.json(study, of: .init(file: "", sha256: ""), in: .en).compact
    #expect(json.contains(en))
    for format in [TableFormat.text, .markdown] {
      let text = report.render(format, RenderOptions(language: .en, width: nil))
      #expect(text.contains("lower bound; to set the price"), "\(format)")
    }
    let priced = try await Self.bundled(
      shock + "\n  - price: {commodity: crude oil, to: 90 USD/bbl}")
    #expect(RiskReport.report(priced).warnings.allSatisfy { !$0.en.contains("lower bound") })
  }

  @Test(arguments: [
    ("ban: {exporter: SAU, products: [crude oil]}"),
    ("capacity: {commodity: crude oil, origins: [GULF], by: 50%}"),
    ("ban: {exporter: RUS, importer: CHN, products: [crude oil]}"),
  ]) func salesThatTheStraitTellsNeedNoWarning(_ shock: String) async throws {
    let report = RiskReport.report(try await Self.bundled(shock))
    #expect(report.warnings.allSatisfy { !$0.en.contains("lower bound") })
    #expect(report.warnings.allSatisfy { !$0.en.contains("on nothing") })
  }

  /// A table of Japan and another that may be Japan: neither a silent zero nor a guess.
  @Test func figuresWithoutTheirRegionAreTold() async throws {
    func said(_ regions: String) async throws -> [String] {
      let sectors: [String: String?] = [
        "Z.csv": Self.economy["Z.csv"]??.replacing("x", with: "23"),
        "Y.csv": Self.economy["Y.csv"]??.replacing("x", with: "23"),
        "VA.csv": nil, "x.csv": nil, "sectors.csv": nil,
        "regions.csv": "code,name,name_ja\n" + regions,
      ]
      return try await withSmallStudy(
        scenario: Self.scenario("closure: {chokepoint: Strait of Hormuz, by: 90%}"),
        economy: sectors
      ) {
        let study = try await ScenarioRun.one($0 + "/test.yaml", try options()).runner.study
        return RiskReport.report(study).warnings.map(\.en)
      }
    }
    let one = try await said("A,Japan,\nB,Atlantis,\n")
    #expect(one.contains { $0.contains("no region of the table is `KOR`, `CHN`, `IND`") }, "\(one)")
    #expect(one.contains { $0.contains("no figures of what `B` buy and use") }, "\(one)")
    let two = try await said("A,Japan,\nB,日本,\n")
    #expect(
      two.contains { $0.contains("`JPN`, of which `crude oil` has figures, could be any of") })
    #expect(two.contains { $0.contains("losses are not computed, not 0") }, "\(two)")
  }

  @Test func anImporterWithoutFiguresIsNull() async throws {
    let study = try await Self.bundled(
      "ban: {exporter: CHN, importer: KOR, products: [rare earths], for: 10 days}")
    let said = RiskReport.report(study).warnings.map(\.en)
    #expect(said.contains { $0.contains("`rare earths` has no figures for `KOR`; it has `JPN`") })
    #expect(try Self.losses(study).values.allSatisfy { $0 == nil })
  }

  /// The closure acts on others, so that only the region without figures is null.
  @Test func aShareThroughWithoutALinkIsTold() async throws {
    let study = try await Self.bundled(
      "closure: {chokepoint: Strait of Hormuz, by: 90%, for: 10 days, share through: {MEX: 40%}}")
    let losses = try Self.losses(study)
    let said = RiskReport.report(study).warnings.map(\.en)
    #expect(said.contains { $0.contains("`crude oil` has no figures for `MEX`") })
    #expect(losses["MEX"] == .some(nil) && losses["JPN"] != .some(nil))
  }

  @Test(arguments: [
    (
      "over: 30 days, sectors: {z: 100%}", "for: 10 days, ",
      "none of the sectors `z` supplies `A_x`"
    ),
    ("over: 30 days, sectors: {x: 100%}", "", "no `for`"),
    (
      "over: 30 days, sectors: {x: 100%}, households: {A.GFCF: 5 MUSD}", "for: 10 days, ", ""
    ),
    (
      "over: 30 days, sectors: {z: 100%}, households: {A.HFCE: 5 MUSD}", "for: 10 days, ",
      "final demand `A_HFCE`"
    ),
  ]) func rebuildingThatCannotBeIsRefused(
    _ rebuild: String, _ window: String, _ why: String
  ) async throws {
    let text = Self.scenario(
      "destruction: {nodes: [A.x], by: 5%, from: day 2, \(window)rebuild: {\(rebuild)}}")
    guard !why.isEmpty else {
      _ = try await Self.study(text)
      return
    }
    let error = await #expect(throws: DiagnosticList.self) { try await Self.study(text) }
    let said = error?.text(in: .en) ?? ""
    #expect(said.contains(why) && said.contains("test.yaml:6:"), "\(said)")
    #expect(error?.text(in: .ja).isEmpty == false)
  }

  @Test func aTableWithoutUsersOfACommodityIsRefused() async throws {
    let renamed = Self.economy.mapValues { $0?.replacingOccurrences(of: "A_", with: "JPN_") }
    let scenario = Self.scenario("closure: {chokepoint: Strait of Hormuz, by: 100%, for: 30 days}")
    let error = await #expect(throws: DiagnosticList.self) {
      try await withSmallStudy(
        scenario: scenario, economy: renamed
      ) { try await ScenarioRun.one($0 + "/test.yaml", try options()) }
    }
    #expect(Set(error?.diagnostics.map(\.problem.code) ?? []) == ["no-using-sectors"])
    #expect(error?.diagnostics.first?.problem.help(in: .en)?.contains("aggregate") == true)
  }

  @Test func whoKnowsStocksAndDoesNotHoardIsToldSo() async throws {
    let inform =
      "responses:\n  - share information: {commodity: crude oil, members: [JPN, KOR], share: 50%}\n"
    let hoard = "hoard: {commodity: crude oil, importers: [JPN], orders: 20%}\n"
    let said = try await Self.bundled(hoard + inform).warnings.map(\.en)
    #expect(said.count { $0.contains("`KOR` does not hoard `crude oil`") } == 1)
    #expect(!said.contains { $0.contains("`JPN` does not hoard") })
  }

  @Test func aUserSectorThatIsNotThereIsNamed() async throws {
    let table = try EconomyLoader.load("g7plus-2011").table
    let joined = Dictionary(
      uniqueKeysWithValues: table.sectors.map { ($0.code, $0.code == "E" ? "other" : $0.code) })
    let rows = joined.sorted { $0.key < $1.key }.map { "\($0),\($1)" }
    let concordance = try Concordance.read(
      Source(name: "c.csv", text: (["sector,to"] + rows).joined(separator: "\n")), .sector,
      of: table)
    let without = table.aggregated(regions: nil, sectors: concordance, name: nil)
    let words = ReachWords(
      Economy(without),
      try CommodityCatalogue.bundled()
        .filter { ["crude oil", "rare earths"].contains($0.name) }, effects: [], hasVarieties: false
    )
    let crude = try #require(
      try CommodityCatalogue.bundled()
        .filter { ["crude oil", "rare earths"].contains($0.name) }.firstIndex {
          $0.name == "crude oil"
        })
    let found = try #require(words.missingUsers(of: crude))
    #expect(found.problem.code == "users-left-out" && found.severity == .warning)
    #expect(found.problem.message(in: .en).contains("`E`, which use 2"))
  }
}
