import Diagnostics
import Quantities
import Testing

@testable import Commodities

/// One mistake: a text of a file replaced, the code it must give, and the cell it must point at.
struct CommodityMistake: Sendable, CustomTestStringConvertible {
  let file: String
  let old: String
  let new: String
  let code: String
  let cell: String

  init(_ file: String, _ old: String, _ new: String, _ code: String, at cell: String) {
    self.file = file + ".csv"
    self.old = old
    self.new = new
    self.code = code
    self.cell = cell
  }

  var testDescription: String { "\(file): \(code) at '\(cell)' (\(new))" }
}

@Suite struct CommodityBuilderTests {
  static func diagnostics(of folder: [(name: String, bytes: [UInt8])]) -> [Diagnostic] {
    do throws(DiagnosticList) {
      _ = try CommodityCatalogue.load(folder: folder, name: "tin")
      return []
    } catch {
      return error.diagnostics
    }
  }

  static func cell(_ diagnostic: Diagnostic) -> String? {
    diagnostic.place.map { String(decoding: $0.source.bytes[$0.range], as: UTF8.self) }
  }

  @Test func aSoundFolderLoads() throws {
    let tin = try CommodityCatalogue.load(folder: CommoditySample.folder(), name: "tin")
    #expect(tin.name == "tin" && tin.nameJa == "錫" && tin.unit == "t" && tin.year == 2024)
    #expect(tin.importers.map(\.code) == ["JPN", "KOR"])
    #expect(tin.price.market == .importer)
    #expect(tin.price.base.value == 30_000)
    #expect(tin.price.supply.value == 1000, "2024 has 366 days")
    #expect(tin.spareCapacity.value == 0.02 && tin.spareCapacity.high == 0.04)
    #expect(tin.price.comparisons.map(\.item) == ["JPN: GDP at twice the price"])
    #expect(tin.estimates.count == 2 && tin.dependencies.map(\.year) == [2023, 2024])
    #expect(tin.releases.map(\.amount.value) == [100, 5])
    #expect(tin.stockStatements.map(\.figure.unit) == ["months"])
  }

  @Test func homeProductionAndTheRestJoinTheOrigins() throws {
    let tin = try CommodityCatalogue.load(folder: CommoditySample.folder(), name: "tin")
    let shares = tin.importers[0].origins
    #expect(shares.map(\.origin) == ["CHN", "IDN", "JPN", "OTHER"])
    for (share, expected) in zip(shares.map(\.share), [0.45, 0.225, 0.25, 0.075]) {
      #expect(abs(share - expected) < 1e-12)
    }
    #expect(tin.importers[1].origins.isEmpty)
  }

  @Test func stocksAreInDaysOfUseForIndustryAndInUnitsForOthers() throws {
    let tin = try CommodityCatalogue.load(folder: CommoditySample.folder(), name: "tin")
    let japan = tin.importers[0]
    #expect(japan.industryStockDays.value == 30, "1,200 t at 40 t a day, the minimum among them")
    #expect(japan.minimumOperatingDays.value == 10)
    #expect(japan.industryObligation?.value == 0.5)
    #expect(japan.stocks.map(\.kind) == [.government])
    #expect(japan.stocks[0].volume.value == 400 && japan.stocks[0].maximumRate?.value == 5)
    let korea = tin.importers[1]
    #expect(korea.industryStockDays.value == 32.5, "20-25 usable days over a minimum of 10")
    #expect(korea.industryStockDays.low == 30 && korea.industryStockDays.high == 35)
  }

  @Test func routesResolveTheirGroups() throws {
    let tin = try CommodityCatalogue.load(folder: CommoditySample.folder(), name: "tin")
    let routes = tin.importers[0].routes
    #expect(routes.map(\.origins) == [["IDN", "MYS", "THA"], ["CHN"]])
    #expect(routes[0].shareOfImportsThrough?.value == 0.25)
    #expect(routes[0].travelDays?.value == 9)
    #expect(routes[1].chokepoint == nil && routes[1].shareOfImportsThrough == nil)
  }

  @Test func whatIsMissingIsSaid() throws {
    let tin = try CommodityCatalogue.load(folder: CommoditySample.folder(), name: "tin")
    #expect(tin.gaps.contains("No figure for scrap (not looked up)."))
    #expect(tin.gaps.contains("No figure for ways around: Strait of Malacca."))
    #expect(tin.gaps.contains("No figure for imports (no row in use.csv): KOR."))
    #expect(tin.gaps.contains("No figure for use by sector (no row in users.csv): KOR."))
    #expect(tin.importers[1].gdp.value == nil)
    #expect(tin.importers[1].gdp.confidence == .missing)
  }

  @Test(arguments: ["trade", "users", "stocks", "routes", "releases", "dependency", "estimates"])
  func aFileThatIsNotNeededMayBeLeftOut(_ name: String) throws {
    let folder = CommoditySample.folder(without: name + ".csv")
    #expect(try CommodityCatalogue.load(folder: folder, name: "tin").importers.count == 2)
  }

  @Test func otherFilesArePassedOver() throws {
    let folder = CommoditySample.folder() + [("README.md", Array("tin".utf8))]
    #expect(try CommodityCatalogue.load(folder: folder, name: "tin").name == "tin")
  }

  @Test func theOrderOfTheFilesDoesNotMatter() throws {
    let folder = CommoditySample.folder().sorted { $0.name > $1.name }
    let tin = try CommodityCatalogue.load(folder: folder, name: "tin")
    let same = try CommodityCatalogue.load(folder: Array(folder.reversed()), name: "tin")
    #expect(tin.gaps == same.gaps)
    #expect(tin.importers.map(\.origins) == same.importers.map(\.origins))
  }

  @Test(arguments: CommodityMistake.all)
  func aMistakeIsNamedAndPlaced(_ mistake: CommodityMistake) throws {
    let text = try #require(CommoditySample.files[mistake.file])
    #expect(mistake.old.isEmpty || text.contains(mistake.old), "the test's text is not in the file")
    let folder = CommoditySample.folder(changing: mistake.file, mistake.old, to: mistake.new)
    let found = Self.diagnostics(of: folder)
    let fitting = found.filter { $0.problem.code == mistake.code }
    #expect(fitting.count == 1, "found: \(found.map { $0.problem.message(in: .en) })")
    let diagnostic = try #require(fitting.first)
    #expect(Self.cell(diagnostic) == mistake.cell)
    #expect(diagnostic.place?.source.name == "tin/\(mistake.file)")
    #expect(diagnostic.severity == .error)
  }

  @Test(arguments: ["commodity.csv", "use.csv"])
  func aFileThatIsNeededIsMissed(_ name: String) {
    let found = Self.diagnostics(of: CommoditySample.folder(without: name))
    #expect(found.map(\.problem.code) == ["missing-file"])
    #expect(found.first?.place?.source.name == "tin/\(name)")
  }

  @Test(
    arguments: [
      ("JPN,home production,10,,,t/d,2024,mine,this test,found,\n", "", "without a figure"),
      ("JPN,imports,30", "JPN,imports,60", "25.0% of it"),
      ("JPN,imports,30", "JPN,imports,33", nil),
    ] as [(String, String, String?)])
  func useThatImportsAndHomeProductionMissIsWarnedOf(
    _ old: String, _ new: String, _ said: String?
  ) throws {
    let folder = CommoditySample.folder(changing: "use.csv", old, to: new)
    let tin = try CommodityCatalogue.load(folder: folder, name: "tin")
    #expect(tin.warnings.map(\.problem.code) == (said == nil ? [] : ["open-account"]))
    #expect(tin.warnings.first?.place?.start.line == (said == nil ? nil : 2))
    guard let said else { return }
    #expect(tin.warnings[0].problem.message(in: .en).contains(said))
    let help = tin.warnings[0].problem.help(in: .en) ?? ""
    #expect(help.contains("`JPN,home production`") == new.isEmpty)
  }

  @Test func aMisspeltFileIsNotPassedOver() {
    let folder = CommoditySample.folder() + [("user.csv", Array("a\n".utf8))]
    let found = Self.diagnostics(of: folder)
    #expect(found.map(\.problem.code) == ["unknown-file"])
    #expect(found.first?.problem.help(in: .en)?.contains("`users.csv`") == true)
  }

  @Test func everyMistakeIsReportedAtOnceInOrder() {
    var folder = CommoditySample.folder(changing: "use.csv", "JPN,use,40", to: "JPN,use,forty")
    folder = folder.map { file in
      guard file.name == "trade.csv" else { return file }
      let text = CommoditySample.files["trade.csv"] ?? ""
      return (file.name, Array(text.replacing("JPN,CHN,60", with: "JPN,CHN,600").utf8))
    }
    let codes = Self.diagnostics(of: folder).map(\.problem.code)
    #expect(codes.contains("not-a-number") && codes.contains("out-of-bounds"))
  }
}
