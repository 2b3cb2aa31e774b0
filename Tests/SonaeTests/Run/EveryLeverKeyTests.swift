import Commodities
import Diagnostics
import InputOutputTables
import ScenarioText
import Scenarios
import Testing

@testable import sonae

/// What `explain` documents of a lever is what a file, `--set` and `--vary` accept: its example as it stands,
/// and every key that holds a number; what is refused is placed, with the way out.
struct EveryLeverKeyTests {
  private static let names = Result {
    Names(try EconomyLoader.load("g7plus-2011").table, try CommodityCatalogue.bundled())
  }
  private static let defaults = Result { try SectorDefaults.bundled() }

  /// Levers by list, such as `shocks[].ban`.
  static let levers = ["baseline", "shocks", "responses"].flatMap { list in
    KeyTable.keys(of: list + "[]").filter { $0.type == .group }.map(\.path)
  }

  /// A file with a lever as its reference shows it, and a shock for responses to answer.
  private static func document(_ lever: Key) throws -> (Document, path: String) {
    let list = String(lever.path.prefix { $0 != "[" })
    let entry = "  - \(lever.name): \(lever.example)"
    let ban = "shocks:\n  - ban: {exporter: CHN, products: [rare earths]}"
    let lists = list == "shocks" ? "shocks:\n\(entry)" : "\(ban)\n\(list):\n\(entry)"
    let text = """
      title: \(lever.name)
      economy: g7plus-2011
      start: 2026-04-01
      horizon: 365 days
      \(lists)

      """
    return (try Parser.parse(Source(name: "a.yaml", text: text)), "\(list)[0].\(lever.name)")
  }

  private static func decode(_ document: Document) throws(DiagnosticList) {
    let names: Names
    let defaults: SectorDefaults
    do {
      names = try Self.names.get()
      defaults = try Self.defaults.get()
    } catch {
      preconditionFailure("bundled data do not load: \(error)")
    }
    _ = try ScenarioDecoder.decode(document, names: names, defaults: defaults)
  }

  /// What a refusal lacks: a place or the way out.
  private static func lacks(_ refusal: DiagnosticList) -> [String] {
    refusal.diagnostics.filter { $0.severity == .error }.flatMap { mistake in
      Language.allCases.compactMap { language in
        let text = mistake.problem.message(in: language)
        return mistake.place == nil ? "no place: \(text)" : nil
      }
    }
  }

  @Test(arguments: levers) func itsExampleIsAccepted(_ path: String) throws {
    let key = try #require(KeyTable.key(at: path))
    #expect(!key.example.isEmpty)
    try Self.decode(try Self.document(key).0)
  }

  @Test(arguments: levers) func itsNumbersAreSetAndVaried(_ path: String) throws {
    let lever = try #require(KeyTable.key(at: path))
    let (document, place) = try Self.document(lever)
    for key in KeyTable.keys where key.path.hasPrefix(path + ".") {
      let own = place + key.path.dropFirst(path.count)
      guard KeyTable.numericKey(at: own) != nil, !key.example.isEmpty else { continue }
      var refused: [DiagnosticList] = []
      do throws(DiagnosticList) {
        let changed = try document.setting(
          Source(name: "--set", text: "\(own)=\(key.example)"))
        try Self.decode(changed)
      } catch {
        refused.append(error)
      }
      let axis = try SweepAxis(
        Source(name: "--vary", text: "\(own)=\(key.example), \(key.example)"))
      #expect(axis.values.count == 2, "\(own)")
      for problem in refused {
        #expect(Self.lacks(problem).isEmpty, "\(own)")
        // A key that needs another, or stands in place of one that the example has.
        let isOfAnother = problem.diagnostics.allSatisfy {
          ["both-given", "missing-key", "needs-key", "instead-of"].contains($0.problem.code)
        }
        #expect(isOfAnother, "\(own): \(problem.diagnostics.map { $0.text(in: .en) })")
      }
    }
  }
}
