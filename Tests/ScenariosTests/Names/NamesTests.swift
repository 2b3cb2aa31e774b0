import Commodities
import InputOutputTables
import Scenarios
import Testing

@Suite struct NamesTests {
  @Test(arguments: [
    ("JPN", 0), ("Japan", 0), ("japan", 0), ("日本", 0), ("ROW", 4), ("Rest of world", 4),
    ("rest-of-world", 4),
  ]) func regionsHaveCodesAndNames(_ text: String, _ region: Int) throws {
    #expect(try Sample.names.get().region(text) == region)
  }

  @Test(arguments: [("34t35", 7), ("F", 9), ("Construction", 9)])
  func sectorsHaveCodesAndNames(_ text: String, _ sector: Int) throws {
    #expect(try Sample.names.get().sector(text) == sector)
  }

  @Test(arguments: [
    ("crude oil", Product.commodity(0)), ("原油", .commodity(0)), ("Rare Earths", .commodity(1)),
    ("rare-earths", .commodity(1)), ("C", .sector(1)), ("34t35", .sector(7)),
  ]) func commoditiesGoBeforeSectors(_ text: String, _ product: Product) throws {
    #expect(try Sample.names.get().products(text) == [product])
  }

  /// `CN` is China, not the beginning of another code.
  @Test(arguments: [(["CAN", "CHN"], "CHN"), (["CAN", "JPN"], nil)] as [([String], String?)])
  func twoLettersMeanTheirCountry(_ regions: [String], _ code: String?) throws {
    let names = Names(sampleTable(regions: regions, sectors: ["iron"]), [])
    let error = #expect(throws: ScenarioProblem.Name.self) { try names.region("CN") }
    guard case .unknown(_, _, let suggestion, _)? = error else {
      Issue.record("CN is no region")
      return
    }
    #expect(suggestion == code)
  }

  @Test func aChokepointIsFoundByWordsInIt() throws {
    let commodities = try CommodityCatalogue.bundled().filter { $0.name == "crude oil" }
    let names = Names(sampleTable(regions: ["A"], sectors: ["iron"]), commodities)
    #expect(try names.chokepoint("hormuz") == "Strait of Hormuz")
    #expect(try names.chokepoint("Suez") == "Suez Canal")
    #expect(try names.chokepoint("ホルムズ海峡") == "Strait of Hormuz")
    #expect(throws: ScenarioProblem.Name.self) { try names.chokepoint("strait") }
    #expect(throws: ScenarioProblem.Name.self) { try names.chokepoint("ormuz") }
  }

  @Test func aCommodityHidesASectorOfItsName() throws {
    let table = sampleTable(regions: ["A"], sectors: ["gallium", "iron"])
    let names = Names(table, [sampleCommodity("gallium", "ガリウム", unit: "t")])
    #expect(try names.products("gallium") == [.commodity(0)])
    #expect(try names.products("iron") == [.sector(1)])
  }

  /// `magnets` is `permanent magnets` where no sector has that name and no other commodity ends so.
  @Test func theLastWordsOfACommodityAreItsName() throws {
    let magnets = sampleCommodity("permanent magnets", "永久磁石", unit: "t")
    let table = sampleTable(regions: ["A"], sectors: ["graphite", "iron"])
    let names = Names(
      table, [magnets, sampleCommodity("natural graphite", "天然黒鉛", unit: "t")])
    #expect(try names.products("magnets") == [.commodity(0)])
    #expect(try names.commodity("Magnets") == 0)
    #expect(try names.products("graphite") == [.sector(0)])
    #expect(try names.commodity("graphite") == 1)
    for part in ["nets", "permanent", ""] {
      #expect(throws: ScenarioProblem.Name.self) { try names.commodity(part) }
    }
    let both = Names(table, [magnets, sampleCommodity("ferrite magnets", "フェライト磁石", unit: "t")])
    #expect(throws: ScenarioProblem.Name.self) { try both.products("magnets") }
  }

  @Test(arguments: [
    ("JPN", Partner(code: "JPN", region: 0)), ("日本", Partner(code: "JPN", region: 0)),
    ("SAU", Partner(code: "SAU", region: nil)), ("MEA", Partner(code: "MEA", region: nil)),
  ]) func partnersAreRegionsCountriesOrGroups(_ text: String, _ partner: Partner) throws {
    #expect(try Sample.names.get().partner(text) == partner)
  }

  @Test func onlyGroupsAreGroups() throws {
    let names = try Sample.names.get()
    #expect(names.isGroup(try names.partner("MEA")))
    #expect(!names.isGroup(try names.partner("SAU")))
    #expect(!names.isGroup(try names.partner("JPN")))
  }

  @Test func nodePatternsCoverRowsAndColumns() throws {
    let names = try Sample.names.get()
    let count = sampleSectors.count
    #expect(try names.nodes("CHN.C") == [count + 1])
    #expect(try names.nodes("CHN_C") == [count + 1])
    #expect(try names.nodes("日本.Construction") == [9])
    #expect(try names.nodes("KOR.*") == Array(2 * count..<3 * count))
    #expect(try names.nodes("*.C") == (0..<5).map { $0 * count + 1 })
    #expect(try names.nodes("*.*") == Array(0..<5 * count))
  }

  @Test func codesMayHoldPoints() throws {
    let names = Names(sampleTable(regions: ["A.1", "B"], sectors: ["x.y", "z"]), [])
    #expect(try names.nodes("A.1.x.y") == [0])
    #expect(try names.nodes("B.z") == [3])
    #expect(try names.nodes("*.x.y") == [0, 2])
  }

  @Test func oneRegionNeedsNoName() throws {
    let names = Names(sampleTable(regions: ["ALL"], sectors: ["a", "b"]), [])
    #expect(try names.nodes("b") == [1])
    #expect(try names.nodes("ALL.b") == [1])
  }

  @Test func finalDemandHasLabels() throws {
    #expect(try Sample.names.get().finalDemand("CHN.GFCF") == 3)
    #expect(try Sample.names.get().finalDemand("CHN_GFCF") == 3)
  }

  @Test func sharedNamesAreAmbiguousAndCodesAreNot() throws {
    let table = InputOutputTable.Region(code: "KOR", name: "Korea", nameJa: "韓国")
    let twin = InputOutputTable.Region(code: "PRK", name: "Korea", nameJa: "朝鮮")
    let names = Names(twoRegions(table, twin), [])
    #expect(throws: ScenarioProblem.Name.ambiguous(.region, "Korea", candidates: ["KOR", "PRK"])) {
      try names.region("Korea")
    }
    #expect(throws: ScenarioProblem.Name.ambiguous(.region, "Korea", candidates: ["KOR", "PRK"])) {
      try names.nodes("Korea.a")
    }
    #expect(try names.region("PRK") == 1)
  }

  private func twoRegions(
    _ one: InputOutputTable.Region, _ two: InputOutputTable.Region
  ) -> InputOutputTable {
    let plain = sampleTable(regions: [one.code, two.code], sectors: ["a"])
    return InputOutputTable(
      description: plain.description, separator: "_", regions: [one, two],
      sectors: plain.sectors, countries: [], nodeLabels: plain.nodeLabels,
      nodeRegion: plain.nodeRegion, nodeSector: plain.nodeSector,
      intermediateUse: plain.intermediateUse, finalDemandLabels: plain.finalDemandLabels,
      finalDemandRegion: plain.finalDemandRegion, finalDemand: plain.finalDemand,
      primaryInputLabels: [], primaryInputs: plain.primaryInputs,
      grossOutput: plain.grossOutput)
  }
}
