import InputOutputTables
import Diagnostics

/// What can be wrong with what `sonae inspect` is asked.
enum InspectionProblem: WordedProblem, Error, Hashable {
  case missingOptions(table: String, [String])
  case unusedOption(table: String, String)
  case unknownNode(String, suggestion: String?)
  case unknownRegion(String, suggestion: String?, known: [String])
  case unknownProduct(String, suggestion: String?)
  case noSuchNode(String)
  case badLink(String)
  case ownLink(String)
  case badShare(String, option: String)
  case shareOutOfRange(String, option: String, range: String)
  case oneNodeOnly(String)

  var wording: Wording {
    switch self {
    case .unknownNode, .unknownRegion, .unknownProduct, .noSuchNode: nameWording
    case .missingOptions, .unusedOption: optionWording
    default: valueWording
    }
  }

  private var optionWording: Wording {
    switch self {
    case let .missingOptions(table, options):
      Wording(
        "missing-option", en: "`\(table)` needs \(options.joined(separator: " and "))",
        ja: "`\(table)` には \(options.joined(separator: " と ")) が必要です",
        helpEn: "`--table list` shows the options of every table",
        helpJa: "`--table list` で各表のオプションを確認できます")
    case let .unusedOption(table, option):
      Wording(
        "unused-option", en: "`\(table)` does not read \(option)",
        ja: "`\(table)` は \(option) を使いません",
        helpEn: "`--table list` shows the options of every table",
        helpJa: "`--table list` で各表のオプションを確認できます")
    default: valueWording
    }
  }

  private var valueWording: Wording {
    switch self {
    case let .badLink(text):
      Wording(
        "bad-link", en: "`\(text)` is not a trade link", ja: "`\(text)` は貿易リンクではありません",
        helpEn: "write EXPORTER>IMPORTER:PRODUCT in quotes, such as 'CHN>JPN:30t33'",
        helpJa: "'CHN>JPN:30t33' のように 輸出地域>輸入地域:財 を引用符で囲んで指定してください")
    case let .ownLink(text):
      Wording(
        "own-link", en: "`\(text)` leads from a region to itself",
        ja: "`\(text)` は同じ地域を結んでいます",
        helpEn: "a trade link has two different regions", helpJa: "異なる2地域を指定してください")
    case let .badShare(text, option):
      Wording(
        "bad-share", en: "\(option) takes a share, found `\(text)`",
        ja: "\(option) には割合を指定してください（`\(text)` は不可）",
        helpEn: "write a number and a percent sign, such as 10%",
        helpJa: "10% のように数値と % で指定してください")
    case let .shareOutOfRange(text, option, range):
      Wording(
        "share-out-of-range", en: "\(option) takes \(range), found `\(text)`",
        ja: "\(option) の範囲は \(range) です（`\(text)` は不可）")
    case let .oneNodeOnly(table):
      Wording(
        "one-node-only", en: "`\(table)` is of one node", ja: "`\(table)` は1ノードについての表です",
        helpEn: "give one --node REGION.SECTOR without `*`",
        helpJa: "`*` を使わず --node 地域.部門 を1つ指定してください")
    default: nameWording
    }
  }

  private var nameWording: Wording {
    switch self {
    case let .unknownNode(name, near):
      Wording(
        "unknown-node", en: "the economy has no node `\(name)`",
        ja: "経済表に `\(name)` はありません",
        helpEn: near.map { "did you mean `\($0)`?" } ?? "write REGION.SECTOR, such as JPN.34t35",
        helpJa: near.map { "`\($0)` の誤りではありませんか" } ?? "JPN.34t35 のように 地域.部門 で指定してください")
    case let .unknownRegion(name, near, known):
      Wording(
        "unknown-region", en: "the economy has no region `\(name)`",
        ja: "経済表に地域 `\(name)` はありません",
        helpEn: near.map { "did you mean `\($0)`?" }
          ?? "the regions are \(known.joined(separator: ", "))",
        helpJa: near.map { "`\($0)` の誤りではありませんか" }
          ?? "地域は \(known.joined(separator: "、")) です")
    case let .unknownProduct(name, near):
      Wording(
        "unknown-product", en: "the economy has no product `\(name)`",
        ja: "経済表に財 `\(name)` はありません",
        helpEn: near.map { "did you mean `\($0)`?" } ?? "write a sector's code, such as 34t35",
        helpJa: near.map { "`\($0)` の誤りではありませんか" } ?? "34t35 のような部門コードで指定してください")
    case let .noSuchNode(name):
      Wording(
        "no-such-node", en: "no node of the economy is `\(name)`",
        ja: "経済表に `\(name)` に当たるノードはありません")
    default: valueWording
    }
  }
}
