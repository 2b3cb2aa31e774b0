import Diagnostics
import Testing

@Suite struct NearestTests {
  private static let regions = [
    "AUS", "BRA", "CAN", "CHN", "DEU", "IND", "ITA", "JAM", "JPN", "KOR", "ROW", "USA",
  ]

  @Test(arguments: [
    ("JAP", "JPN"), ("JPM", "JPN"), ("jpn", "JPN"), ("ＪＰＮ", "JPN"), ("CHM", "CHN"),
    ("KRO", "KOR"), ("UAS", "USA"), ("JPNN", "JPN"), ("JP", "JPN"), ("JAM", "JAM"),
  ]) func regionIsFound(_ word: String, _ region: String) {
    #expect(nearest(word, in: NearestTests.regions) == region)
  }

  @Test(arguments: [
    ("stel", "steel"), ("crude", "crude oil"), ("rare earth", "rare earths"),
    ("hormuz", "Strait of Hormuz"), ("Strait of Hormus", "Strait of Hormuz"),
    ("clsoure", "closure"),
  ]) func nameIsFound(_ word: String, _ name: String) {
    let names = ["steel", "crude oil", "rare earths", "Strait of Hormuz", "closure", "capacity"]
    #expect(nearest(word, in: names) == name)
  }

  @Test(arguments: ["", "XYZ", "Q", "petroleum"]) func farWordsFindNothing(_ word: String) {
    #expect(nearest(word, in: NearestTests.regions) == nil)
  }

  @Test(arguments: NearestTests.regions) func everyCandidateFindsItself(_ region: String) {
    #expect(nearest(region, in: NearestTests.regions) == region)
    #expect(nearest(region.lowercased(), in: NearestTests.regions) == region)
  }

  @Test func tiesGoToTheFirstLetterThenToTheSameLettersThenToTheOrder() {
    #expect(nearest("abcd", in: ["xbcd", "abcx"]) == "abcx")
    #expect(nearest("abcdef", in: ["abcxdef", "abdcef"]) == "abdcef")
    #expect(nearest("abcd", in: ["abcy", "abcx"]) == "abcy")
  }

  @Test func noCandidatesFindNothing() {
    #expect(nearest("JPN", in: []) == nil)
    #expect(nearest("JPN", in: [""]) == nil)
  }

  @Test func exactMatchWinsOverAnEarlierNearOne() {
    #expect(nearest("oil", in: ["oils", "OIL"]) == "OIL")
  }
}
