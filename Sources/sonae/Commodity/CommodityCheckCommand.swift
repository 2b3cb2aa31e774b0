import ArgumentParser
import Commodities
import Diagnostics
import InputOutputTables
import Quantities
import Reporting

/// `sonae commodity check`: every mistake of a folder with its place, and what is still missing.
struct CommodityCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check commodities' folders: every mistake with its place, and what is still missing."
  )

  @Argument(help: "Folders.")
  var folders: [String]

  @Option(help: "Language: en or ja.")
  var language: Language = .en

  func run() throws {
    for folder in folders {
      try Terminal.refusing(in: language) {
        let commodity = try CommodityFolder.load(folder)
        try CommodityCatalogue.checkLeader(of: commodity)
        Terminal.warn(CommodityCheck.warnings(of: commodity), in: language)
        Terminal.result(CommodityCheck.text(of: commodity, in: language))
      }
    }
  }
}

/// What is said of a folder without mistakes.
enum CommodityCheck {
  /// What is odd in the files, and users under codes that no bundled table or classification has.
  static func warnings(of commodity: Commodity) -> [Diagnostic] {
    let known = SectorConcordance.bundled.codes
    let isKnown = Set(known)
    var importers: [(sector: String, codes: [String])] = []
    for importer in commodity.importers {
      let sectors = importer.users.map(\.sector) + importer.otherUses.map(\.sector)
      for sector in sectors where !isKnown.contains(sector) {
        if let index = importers.firstIndex(where: { $0.sector == sector }) {
          importers[index].codes.append(importer.code)
        } else {
          importers.append((sector, [importer.code]))
        }
      }
    }
    return commodity.warnings
      + importers.map { (sector, codes) -> Diagnostic in
        let near = nearest(sector, in: known)
        return Diagnostic(
          .warning,
          CommodityProblem.unknownSector(sector, importers: codes, suggestion: near))
      }
  }

  /// Whom a scenario can stop, what keeps the others from it, and what nobody knows.
  static func text(of commodity: Commodity, in language: Language) -> String {
    let options = RenderOptions(language: language, width: Terminal.width)
    return TableFormat.text.render(
      [Catalogue.table(of: [commodity]), lacking(commodity)].filter { !$0.rows.isEmpty }, options)
  }

  /// What each importer lacks to run in a scenario, then the gaps of the files.
  private static func lacking(_ commodity: Commodity) -> Table {
    let needs = commodity.importers.filter { !$0.isRunnable }.map { importer -> [TableCell] in
      let missing: [(Bool, Bilingual)] = [
        (importer.use.value == nil, Bilingual("use (use.csv)", "使用量 (use.csv)")),
        (importer.origins.isEmpty, Bilingual("origins (trade.csv)", "供給元 (trade.csv)")),
        (
          importer.users.isEmpty,
          Bilingual("a sector with exposed share (users.csv)", "exposed share のある部門 (users.csv)")
        ),
      ]
      let words = missing.filter(\.0).map(\.1)
      return [
        .name(importer.code),
        .text(
          Bilingual(
            "to run it lacks: \(words.map(\.en).joined(separator: ", "))",
            "計算に足りないもの：\(words.map(\.ja).joined(separator: "、"))")),
      ]
    }
    return Table(
      name: "missing", title: Bilingual("Still missing", "不足しているもの"),
      columns: [
        TableColumn("importer", Bilingual("Importer", "輸入国"), kind: .text),
        TableColumn("missing", Bilingual("Missing", "不足"), kind: .text),
      ],
      rows: needs + commodity.gaps.map { [.name(""), .name($0)] })
  }
}
