import ArgumentParser
import Commodities
import Diagnostics
import Files
import InputOutputTables
import Inspection
import Reporting
import Scenarios

/// `sonae explain`: what a key of a scenario means, or what an economy or a commodity is.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Tell what a key means, its units, default and range, or what an economy, a commodity or a chokepoint is."
  )

  @Argument(
    help: ArgumentHelp(
      "A key such as shocks.closure.by, or the end of one; an economy or a commodity, or the folder of either; a chokepoint; all keys without it."
    ))
  var key: String?

  @Option(help: "Language: en or ja.")
  var language: Language = .en

  func run() throws {
    try Terminal.refusing(in: language) {
      let text = try key.map(explanation) ?? KeyReference.markdown(language)
      Terminal.result(text.hasSuffix("\n") ? text : text + "\n")
    }
  }

  /// What a name means: an economy, a commodity, its folder, or a key.
  private func explanation(of name: String) throws -> String {
    if let economy = try EconomyLoader.bundled().first(where: { $0.name == name }) {
      return EconomyWords.explain(economy, in: language)
    }
    if ["Z.csv", "Z.csv.gz"].contains(where: { FileSystem.about("\(name)/\($0)") != nil }) {
      let loaded = try EconomyLoader.load(name)
      Terminal.warn(loaded.warnings.filter { $0.severity == .warning }, in: language)
      return EconomyWords.explain(EconomyAbout(loaded.table, named: name), in: language)
    }
    if let commodity = try commodity(named: name) {
      return CommodityProfile(commodity, in: language, width: Terminal.width).text
    }
    let all = try CommodityCatalogue.bundled()
    let width = Terminal.width
    if let chokepoint = ChokepointProfile(name, of: all, in: language, width: width) {
      return chokepoint.text
    }
    if KeyReference.knows(name) { return try KeyReference.explain(name, in: language) }
    // As a scenario finds it: `graphite` for `natural graphite`.
    let ending = all.filter { foldedName($0.name).hasSuffix(" " + foldedName(name)) }
    guard ending.count == 1 else { throw try unknown(name, all) }
    return CommodityProfile(ending[0], in: language, width: width).text
  }

  private func unknown(_ name: String, _ commodities: [Commodity]) throws -> DiagnosticList {
    let known =
      KeyTable.keys.map(\.name) + commodities.map(\.name)
      + (try EconomyLoader.bundled()).map(\.name)
      + commodities.flatMap { $0.chokepoints.map(\.name) }
    return DiagnosticList([Diagnostic(.error, UnknownSubject(name: name, known: known))])
  }

  private func commodity(named name: String) throws -> Commodity? {
    if let bundled = try CommodityCatalogue.bundled(named: name) { return bundled }
    return try CommodityFolder.isFolder(name) ? CommodityFolder.load(name) : nil
  }
}

/// What is said of a bundled economy.
enum EconomyWords {
  /// What a table's numbers are.
  static func basis(_ basis: InputOutputTable.Description.Basis?) -> Bilingual {
    switch basis {
    case .published: Bilingual("published", "公表値")
    case .estimate: Bilingual("estimate", "推計")
    case nil: Bilingual("not stated", "記載なし")
    }
  }

  /// Its size, what its numbers are, whom to cite and on what terms.
  static func explain(_ economy: EconomyAbout, in language: Language) -> String {
    let about = economy.description
    let labels =
      language == .en
      ? ["size", "money", "basis", "note", "cite", "licence"]
      : ["規模", "金額", "性格", "注", "出典", "ライセンス"]
    let size = Bilingual(
      "\(economy.regions.count) regions × \(economy.sectors.count) sectors",
      "\(economy.regions.count)地域 × \(economy.sectors.count)部門")
    let values = [
      size.text(in: language), about.moneyUnit, basis(about.basis).text(in: language),
      about.note.text(in: language), about.source, about.licence,
    ]
    let title = Bilingual(about.name, about.nameJa).text(in: language)
    let lines = zip(labels, values).filter { !$1.isEmpty }.map { "  \($0): \($1)" }
    let regions = economy.regions.map { ($0.code, Bilingual($0.name, $0.nameJa)) }
    let sectors = economy.sectors.map { ($0.code, Bilingual($0.name, $0.nameJa)) }
    return
      (["\(economy.name): \(title)"] + lines + names("regions", "地域", regions, in: language)
      + names("sectors", "部門", sectors, in: language)).joined(separator: "\n")
  }

  /// The codes that a scenario writes, each with its name.
  private static func names(
    _ en: String, _ ja: String, _ names: [(code: String, words: Bilingual)], in language: Language
  ) -> [String] {
    let width = names.map(\.code.count).max() ?? 0
    return ["", "  \(language == .en ? en : ja):"]
      + names.map { name in
        let room = String(repeating: " ", count: width - name.code.count)
        return "    \(name.code)\(room)  \(name.words.text(in: language))"
      }
  }
}
