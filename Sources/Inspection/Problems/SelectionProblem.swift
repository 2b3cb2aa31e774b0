import InputOutputTables
import Diagnostics

/// A region, product or material that an option names and nothing has.
enum SelectionProblem: WordedProblem, Hashable {
  /// No region of the table.
  case region(String, suggestion: String?)
  /// Neither a commodity nor a sector of the table.
  case product(String, suggestion: String?)
  /// No raw material of the file.
  case material(String, suggestion: String?)
  /// A table of trade without the file that it is made of.
  case noTradeFile
  /// A file that holds the imports of one country alone.
  case oneImporter(String)

  var wording: Wording {
    switch self {
    case .region(let name, let near):
      Self.wording(
        "unknown-region", "the economy has no region `\(name)`", "経済表に地域 `\(name)` はありません",
        near, or: ("give a region's code, such as JPN", "JPN のような地域コードを指定してください"))
    case .product(let name, let near):
      Self.wording(
        "unknown-product", "`\(name)` is neither a commodity nor a sector of the economy",
        "`\(name)` は物資でも経済表の部門でもありません", near,
        or: (
          "give a commodity's name, such as crude oil, or a sector's code",
          "原油のような物資名か部門コードを指定してください"
        ))
    case .material(let name, let near):
      Self.wording(
        "unknown-material", "there is no raw material `\(name)`", "原材料 `\(name)` はありません",
        near, or: ("leave --product out to see all", "--product を省くとすべて表示します"))
    case .oneImporter(let code):
      Wording(
        "one-importer", en: "the file holds the imports of `\(code)` alone",
        ja: "ファイルには `\(code)` の輸入しかありません",
        helpEn: "screens compare imports with exports: give the trade of all countries",
        helpJa: "輸入と輸出を比べるため、すべての国の貿易が必要です")
    case .noTradeFile:
      Wording(
        "no-trade-file", en: "the table `screens` needs a file of trade flows",
        ja: "表 `screens` には貿易フローのファイルが必要です",
        helpEn: "give --from FILE with the columns importer, exporter, product, year, value",
        helpJa: "列 importer, exporter, product, year, value のある --from FILE を指定してください")
    }
  }

  private static func wording(
    _ code: String, _ en: String, _ ja: String, _ near: String?, or other: (String, String)
  ) -> Wording {
    Wording(
      code, en: en, ja: ja, helpEn: near.map { "did you mean `\($0)`?" } ?? other.0,
      helpJa: near.map { "`\($0)` ではありませんか" } ?? other.1)
  }
}
