import Diagnostics
import Files
import FoundationEssentials
import InputOutputTables
import Propagation
import ScenarioText
import Scenarios
import Testing

/// Real episodes on the bundled table of 2011 against an independent prototype of MODEL2.md, within 2%.
struct EpisodeTests {
  /// One row of `expected.csv`.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let file: String
    let measure: String
    let percent: Double
    var testDescription: String { "\(file): \(measure)" }
  }

  static let table = try? EconomyLoader.load("g7plus-2011").table

  static let expectations: [Expectation] =
    (try? csv(fixtures("episodes/expected.csv")))?.rows.map {
      Expectation(file: $0[0], measure: $0[1], percent: Double($0[2]) ?? .nan)
    } ?? []

  @Test func everyEpisodeIsExpected() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: fixtures("episodes"))
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(Set(files) == Set(Self.expectations.map(\.file)))
    #expect(Self.expectations.count == 24)
  }

  /// One run an episode answers to all its rows.
  @Test(arguments: Set(expectations.map(\.file)).sorted())
  func agreesWithThePrototype(_ file: String) throws {
    let table = try #require(Self.table)
    let path = fixtures("episodes/\(file).yaml")
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let decoded = try ScenarioDecoder.decode(
      try Parser.parse(Source(name: path, bytes: bytes)), names: Names(table, []),
      defaults: try SectorDefaults.bundled())
    let run = EpisodeRun(Economy(table), decoded.base)
    for row in Self.expectations where row.file == file {
      let found = try #require(run.percent(row.measure), "\(row.measure)")
      #expect(
        abs(found - row.percent) <= 0.02 * abs(row.percent),
        "\(row.measure): \(found), prototype \(row.percent)")
    }
  }
}

/// Measures of an episode by the words of `expected.csv`.
private struct EpisodeRun {
  private let economy: Economy
  private let output: [Double]

  init(_ economy: Economy, _ scenario: Scenario) {
    self.economy = economy
    output = OutputRecorder.run(economy, [scenario])[0]
  }

  /// A measure in percent; nil if the words are none.
  func percent(_ measure: String) -> Double? {
    let words = measure.split(separator: " ").map(String.init)
    if measure.hasPrefix("GDP loss ") {
      let year = words.contains("first") ? 0 : words.contains("third") ? 2 : nil
      let days = year.map { $0 * 365..<($0 + 1) * 365 } ?? 0..<output.count / economy.nodeCount
      return -change(nodes(words[2]) { _ in true }, days: days)
    }
    guard let place = words.firstIndex(of: "days"), place > 1, place + 1 < words.count else {
      return nil
    }
    let ends = words[place + 1].split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2 else { return nil }
    let isMaker = { (code: String) in
      guard let first = code.prefix(2).first, first.isNumber else { return false }
      return (15...37).contains(Int(code.prefix(2)) ?? 0)
    }
    let members = nodes(words[place - 1]) {
      measure.hasPrefix("vehicles") ? $0 == "34t35" : isMaker($0)
    }
    return change(members, days: ends[0]..<ends[1] + 1)
  }

  private func nodes(_ region: String, _ isMember: (String) -> Bool) -> [Int] {
    let table = economy.table
    return (0..<economy.nodeCount).filter { node in
      (region == "world" || table.regions[economy.region[node]].code == region)
        && isMember(table.sectors[economy.product[node]].code)
    }
  }

  /// Change of value added over days, percent of the usual.
  private func change(_ nodes: [Int], days: Range<Int>) -> Double {
    let n = economy.nodeCount
    var made = 0.0
    var usual = 0.0
    for node in nodes where economy.output[node] > 0 {
      let weight = economy.valueAdded[node]
      for day in days {
        made += weight * output[day * n + node] / economy.output[node]
        usual += weight
      }
    }
    return 100 * (made / usual - 1)
  }
}
