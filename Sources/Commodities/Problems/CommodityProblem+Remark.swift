import Diagnostics

extension CommodityProblem {
  /// What the reader of a commodity's files should know, and may be meant.
  var remarkWording: Diagnostics.Wording? {
    switch self {
    case .openAccount(let importer, let percent, let home, let isBelow):
      Diagnostics.Wording(
        "open-account",
        en:
          "imports and home production of `\(importer)` add up to \(percent)% of its use: \(home.map { "\($0)% of it is taken as produced at home, the rest as imported" } ?? "without a figure of home production all of it is taken as imported") from the origins of trade.csv",
        ja:
          "`\(importer)` の輸入と国内生産の合計が使用量の \(percent)% です。\(home.map { "使用量の \($0)% を国内生産、残りを" } ?? "国内生産の数値がないため使用量のすべてを") trade.csv の供給元からの輸入とみなします",
        helpEn: isBelow && home == nil
          ? "add a row `\(importer),home production` to use.csv, or correct use or imports there"
          : "correct use, imports or home production in use.csv; imports are without what is shipped on or stored",
        helpJa: isBelow && home == nil
          ? "use.csv に行 `\(importer),home production` を加えるか、use または imports を直します"
          : "use.csv の use、imports、home production を直します。輸入は再輸出や備蓄に回る分を除きます")
    case .unknownSector(let sector, let importers, let suggestion):
      Diagnostics.Wording(
        "unknown-sector",
        en:
          "no bundled table has a sector `\(sector)`, by which users are given (\(few(importers))): they can run short only on a table that has this code",
        ja:
          "利用部門 `\(sector)`（\(few(importers))）は同梱のどの経済表にもありません。この部門コードのある表でのみ不足の影響を受けます",
        helpEn: suggestion.map { "did you mean `\($0)`?" }
          ?? "`sonae explain world-2022` lists the codes that every bundled table knows",
        helpJa: suggestion.map { "`\($0)` のことですか" }
          ?? "同梱のどの表でも使えるコードは `sonae explain world-2022` で分かります")
    default: nil
    }
  }

  private func few(_ words: [String]) -> String {
    list(Array(words.prefix(5))) + (words.count > 5 ? ", …" : "")
  }
}
