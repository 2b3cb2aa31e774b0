import Diagnostics

/// Options and values that a result does not take.
extension InspectionProblem {
  var requestWording: Wording {
    switch self {
    case let .missingOptions(table, options):
      Wording(
        "missing-option", en: "`\(table)` needs \(options.joined(separator: " and "))",
        ja: "`\(table)` には \(options.joined(separator: " と ")) が必要です",
        helpEn: "`--table list` shows the options of every table",
        helpJa: "`--table list` で各表のオプションを確認できます")
    case let .unusedOption(table, option, other, reads):
      Wording(
        "unused-option",
        en: "`\(table)`\(other.map { " with \($0)" } ?? "") does not read \(option)",
        ja: "`\(table)` は\(other.map { " \($0) と併せて" } ?? "") \(option) を使いません",
        helpEn: reads.isEmpty
          ? "it reads no option" : "it reads \(reads.joined(separator: ", "))",
        helpJa: reads.isEmpty
          ? "オプションはありません" : "使えるのは \(reads.joined(separator: "、")) です")
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
        helpEn: "write a number and a percent sign, such as 10% or -10%",
        helpJa: "10% や -10% のように数値と % で指定してください")
    case let .shareOutOfRange(text, option, range):
      Wording(
        "share-out-of-range", en: "\(option) takes \(range), found `\(text)`",
        ja: "\(option) の範囲は \(range) です（`\(text)` は不可）")
    case let .oneNodeOnly(table):
      Wording(
        "one-node-only", en: "`\(table)` is of one node", ja: "`\(table)` は1ノードについての表です",
        helpEn: "give one --node REGION.SECTOR without `*`",
        helpJa: "`*` を使わず --node 地域.部門 を1つ指定してください")
    case let .ofWholeEconomy(table, country, economy):
      Wording(
        "of-whole-economy", en: "`\(table)` is of a whole economy, not of \(country)",
        ja: "`\(table)` は経済全体の表で、\(country) だけの表ではありません",
        helpEn: "write `sonae inspect \(economy) --table \(table)`",
        helpJa: "`sonae inspect \(economy) --table \(table)` としてください")
    case let .takesRuns(table):
      Wording(
        "takes-runs", en: "`\(table)` takes runs of the model",
        ja: "`\(table)` にはモデルの計算が必要です",
        helpEn: "ask `sonae inspect ECONOMY --table \(table) --region REGION`",
        helpJa: "`sonae inspect 経済 --table \(table) --region 地域` を使ってください")
    default: preconditionFailure("requestWording: \(self)")
    }
  }
}
