import Diagnostics

/// Problems of what a file holds and lacks.
extension ImportProblem {
  var contentsWording: Wording {
    switch self {
    case .notSymmetric(let path):
      Wording(
        "not-symmetric",
        en: "`\(path)` is a supply or use table: its rows are products, its columns industries",
        ja: "`\(path)` は供給表か使用表です(行が商品、列が産業)",
        helpEn:
          "download the symmetric table: naio_10_cp1700 (products) or naio_10_cp1750 (industries)",
        helpJa: "対称表の naio_10_cp1700(商品)か naio_10_cp1750(産業)を入手してください")
    case .noNumbers(let path):
      Wording(
        "no-numbers", en: "`\(path)` holds no number", ja: "`\(path)` に数値がありません",
        helpEn: "choose the countries and years again and download it anew",
        helpJa: "国と年を選び直してダウンロードしてください")
    case .importsAlone(let path):
      Wording(
        "imports-alone",
        en: "`\(path)` holds imports alone (stk_flow IMP), of which nothing is made at home",
        ja: "`\(path)` は輸入(stk_flow の IMP)だけで、国内生産がありません",
        helpEn: "download stk_flow DOM or TOTAL too", helpJa: "stk_flow の DOM か TOTAL も入手してください")
    case .importsUnknown(let path):
      Wording(
        "imports-unknown",
        en:
          "`\(path)` mixes home products and imports (stk_flow TOTAL) and has no row P7 that tells them apart",
        ja: "`\(path)` は国産と輸入の合計(stk_flow の TOTAL)で、分けるための P7 の行がありません",
        helpEn: "download stk_flow DOM too", helpJa: "stk_flow の DOM も入手してください")
    case .mismatchedTables(let what, let codes):
      Wording(
        "mismatched-tables",
        en: "the make and the use table have other \(what.en): \(Self.listed(codes))",
        ja: "産出表と使用表の\(what.ja)が違います：\(Self.listed(codes))",
        helpEn: "both must be of one edition and one level", helpJa: "同じ版、同じ分類の二つを使ってください")
    default: preconditionFailure("no problem of contents")
    }
  }

  /// Problems of a country that was asked for, or not.
  var regionWording: Wording {
    switch self {
    case .severalRegions(let found):
      Wording(
        "several-regions", en: "the file holds \(found.count) countries: \(Self.listed(found))",
        ja: "ファイルに \(found.count) か国あります：\(Self.listed(found))",
        helpEn: "pick one with `sonae import --region \(found[0])`",
        helpJa: "`sonae import --region \(found[0])` のように選んでください")
    case .noRegion(let region, let found):
      Wording(
        "no-region", en: "the file has no country `\(region)`", ja: "国 `\(region)` はファイルにありません",
        helpEn: "it has \(Self.listed(found))", helpJa: "あるのは \(Self.listed(found)) です")
    case .wholeTable(let region):
      Wording(
        "whole-table",
        en: "a table of many regions is imported whole, not for `\(region)` alone",
        ja: "多地域の表は全体を取り込みます。`\(region)` だけにはできません",
        helpEn: "leave `--region` out", helpJa: "`--region` を外してください")
    default: preconditionFailure("no problem of a region")
    }
  }

  private static func listed(_ names: [String]) -> String {
    names.prefix(40).joined(separator: ", ") + (names.count > 40 ? ", …" : "")
  }
}
