import ArgumentParser
import Commodities
import Diagnostics
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
        Terminal.result(CommodityCheck.text(of: commodity, in: language))
      }
    }
  }
}

/// What is said of a folder without mistakes.
enum CommodityCheck {
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
