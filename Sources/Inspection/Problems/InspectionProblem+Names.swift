import Diagnostics

/// Names that nothing has, or that have no figures.
extension InspectionProblem {
  var nameWording: Wording {
    switch self {
    case let .unknownNode(name, near):
      Self.wording(
        "unknown-node", "the economy has no node `\(name)`", "経済表に `\(name)` はありません", near,
        or: "write REGION.SECTOR, such as JPN.34t35", "JPN.34t35 のように 地域.部門 で指定してください")
    case let .unknownRegion(name, near, known):
      Self.wording(
        "unknown-region", "the economy has no region `\(name)`", "経済表に地域 `\(name)` はありません",
        near, or: "the regions are \(known.joined(separator: ", "))",
        "地域は \(known.joined(separator: "、")) です")
    case let .unknownProduct(name, near):
      Self.wording(
        "unknown-product", "the economy has no product `\(name)`", "経済表に財 `\(name)` はありません",
        near, or: "write a sector's code, such as 34t35", "34t35 のような部門コードで指定してください")
    case let .unknownCommodity(name, near):
      Self.wording(
        "unknown-product", "`\(name)` is neither a commodity nor a sector of the economy",
        "`\(name)` は物資でも経済表の部門でもありません", near,
        or: "give a commodity's name, such as crude oil, or a sector's code",
        "原油のような物資名か部門コードを指定してください")
    case let .unknownMaterial(name, near):
      Self.wording(
        "unknown-material", "there is no raw material `\(name)`", "原材料 `\(name)` はありません",
        near, or: "leave --product out to see all", "--product を省くとすべて表示します")
    case let .noSuchNode(name):
      Wording(
        "no-such-node", en: "no node of the economy is `\(name)`",
        ja: "経済表に `\(name)` に当たるノードはありません")
    case let .noFigures(subject, region, has):
      Wording(
        "no-figures",
        en: "\(subject) has no figures for `\(region)`; it has \(Self.list(has, ", "))",
        ja: "\(subject) には `\(region)` の数値がありません。あるのは \(Self.list(has, "、")) です",
        helpEn: "give one of these, or leave --region out to see all",
        helpJa: "いずれかを指定するか、--region を省いてください")
    case let .oneImporter(code):
      Wording(
        "one-importer", en: "the file holds the imports of `\(code)` alone",
        ja: "ファイルには `\(code)` の輸入しかありません",
        helpEn: "screens compare imports with exports: give the trade of all countries",
        helpJa: "輸入と輸出を比べるため、すべての国の貿易が必要です")
    default: preconditionFailure("nameWording: \(self)")
    }
  }

  private static func wording(
    _ code: String, _ en: String, _ ja: String, _ near: String?, or otherEn: String,
    _ otherJa: String
  ) -> Wording {
    Wording(
      code, en: en, ja: ja, helpEn: near.map { "did you mean `\($0)`?" } ?? otherEn,
      helpJa: near.map { "`\($0)` の誤りではありませんか" } ?? otherJa)
  }

  private static func list(_ codes: [String], _ mark: String) -> String {
    codes.prefix(12).joined(separator: mark) + (codes.count > 12 ? "\(mark)…" : "")
  }
}
