import Commodities
import Diagnostics
import Quantities
import Testing

@testable import Inspection

@Suite struct CommodityProfileTests {
  static func page(
    _ name: String, _ language: Language = .en, width: Int = 80
  ) throws -> String {
    let commodity = try #require(try CommodityCatalogue.bundled(named: name))
    return CommodityProfile(commodity, in: language, width: width).text
  }

  @Test func everyCommodityHasAPageInBothLanguages() throws {
    for commodity in try CommodityCatalogue.bundled() {
      let pages = Language.allCases.map {
        CommodityProfile(commodity, in: $0, width: 80).text
      }
      #expect(pages[0].hasPrefix(commodity.name) && pages[1].hasPrefix(commodity.nameJa))
      #expect(!pages[0].contains(" nan") && pages[0] != pages[1])
      for page in pages {
        #expect(page.contains("[1]"))
        #expect(page.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 80 })
      }
    }
  }

  /// What passes a chokepoint, and that of Panama no share is known.
  @Test func aChokepointHasAPage() throws {
    let commodities = try CommodityCatalogue.bundled()
    func page(_ name: String, _ language: Language = .en) -> String? {
      ChokepointProfile(name, of: commodities, in: language, width: 80)?.text
    }
    let panama = try #require(page("panama"))
    #expect(panama.hasPrefix("Panama Canal\n") && panama.contains("JPN no figure"))
    #expect(panama.contains("later by 21 days"))
    #expect(page("パナマ運河", .ja)?.contains("JPN 数値なし") == true)
    let hormuz = try #require(page("Strait of Hormuz"))
    #expect(hormuz.contains("crude oil\n") && hormuz.contains("LNG\n"))
    #expect(!hormuz.contains("Malacca"))
    #expect(page("strait") == nil && page("nowhere") == nil)
  }

  /// Every number that is cited has its source at the end, and none is there without need.
  @Test func sourcesAreNumberedAsTheyAreCited() throws {
    let page = try Self.page("rare earths")
    let parts = try #require(page.firstRange(of: "\nSources\n"))
    let cited = Set(page[..<parts.lowerBound].matches(of: #/\[(\d+)\]/#).compactMap { Int($0.1) })
    let listed = page[parts.upperBound...].matches(of: #/  \[(\d+)\]/#).compactMap { Int($0.1) }
    #expect(listed == Array(1...cited.count) && cited == Set(listed))
  }

  @Test func itSaysWhatItCannotDo() throws {
    #expect(
      try Self.page("machine tools and robots").contains("In a scenario it stops nobody: machines")
    )
    #expect(
      try Self.page("machine tools and robots", .ja).contains("どの部門も止めない：機械は何年も使う設備"))
    #expect(try Self.page("naphtha").contains("no figures of origins: CHN, TWN, IND, USA, EU27"))
    #expect(try Self.page("crude oil").contains("no figures of origins: MYS, VNM\n"))
    #expect(try Self.page("naphtha").contains("In a scenario it acts on its users in KOR, JPN."))
    #expect(try Self.page("LPG").contains("In a scenario it acts on its users in JPN, IND."))
  }

  @Test func confidenceIsSaidUnlessFound() throws {
    let page = try Self.page("rare earths", width: 200)
    #expect(page.contains("exposed share 50% (35%–70%), 2024, assumption ["))
    #expect(page.contains("JPN ← CHN, stated: 90% (2010) → 60%, 2024, seed ["))
    #expect(page.contains("2010-09-21 until 2010-11-20 CHN → JPN: ban"))
  }
}
