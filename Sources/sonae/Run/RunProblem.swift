import Diagnostics

/// What the reader of a run should know of how it was made.
enum RunProblem: WordedProblem {
  /// A file whose `uncertainty` is not drawn.
  case notDrawn
  /// Draws asked of a file in which nothing varies.
  case nothingToDraw
  /// Scenarios over the days that all of them have.
  case cut(days: Int, horizons: [(name: String, days: Int)])
  /// A sweep over horizons.
  case ownHorizons(shortest: Int, longest: Int)
  /// So many further points of a sweep at which shocks find nothing.
  case morePoints(Int)
  /// An economy of a list that a scenario cannot be read on; why.
  case noAnswer(economy: String, why: AnyProblem)
  /// A region that the report shows and an economy of a list has not.
  case noSuchRegion(economy: String, regions: [String])
  /// A command that takes one economy of a list.
  case oneEconomy(String)
  /// Economies side by side that are not the same.
  case economies([String])
  /// Files whose variants are left out.
  case variantsNotCompared([String])

  var wording: Wording {
    switch self {
    case .notDrawn:
      Wording(
        "not-drawn",
        en: "`uncertainty` is not drawn here: these are runs with the file's own values",
        ja: "`uncertainty` の抽出は行っていません。結果はファイルの値そのものによる計算です",
        helpEn: "`sonae run` shows ranges of a few draws, `sonae ensemble` draws it in full",
        helpJa: "`sonae run` は少数の抽出による範囲を、`sonae ensemble` は全体を示します")
    case .nothingToDraw:
      Wording(
        "nothing-to-draw", en: "--draws has no effect: the file's `uncertainty` varies nothing",
        ja: "--draws は効果がありません。ファイルに `uncertainty` で変動するものがありません",
        helpEn: "write `uncertainty: {vary: {…}}`",
        helpJa: "`uncertainty: {vary: {…}}` を書いてください")
    case .cut(let days, let horizons):
      cut(days, horizons)
    case .ownHorizons(let shortest, let longest):
      Wording(
        "own-horizons",
        en:
          "`horizon` varies: the shares of each row are over its own days, \(shortest) to \(longest), so the same loss in money is a smaller share of a longer horizon",
        ja: "`horizon` が行により異なります。割合は各行の日数(\(shortest)〜\(longest)日)に対するもので、同じ損失額でも期間が長いほど小さくなります")
    case .morePoints(let count):
      Wording(
        "more-points",
        en: "the same holds at \(count) more points: what is not computed there is empty",
        ja: "ほかに\(count)点で同様です。未計算の値は空欄です")
    case .noAnswer(let economy, let why):
      Wording(
        "no-answer", en: "`\(economy)` does not answer the scenario: \(why.message(in: .en))",
        ja: "`\(economy)` ではこのシナリオを計算できません：\(why.message(in: .ja))",
        helpEn: "what it would show is null, not 0", helpJa: "結果は0ではなく「未計算」です")
    case .noSuchRegion(let economy, let regions):
      Wording(
        "no-such-region",
        en: "`\(economy)` has no region \(Self.list(regions)): what it would show there is null",
        ja: "`\(economy)` に地域 \(Self.list(regions)) はないため「未計算」です")
    case .oneEconomy(let name):
      Wording(
        "one-economy", en: "of the file's `economies` only `\(name)` is used here",
        ja: "ファイルの `economies` のうち、ここでは `\(name)` だけを使います",
        helpEn: "`sonae run` shows all of them", helpJa: "すべてを比べるには `sonae run` を使ってください")
    case .variantsNotCompared(let names):
      Wording(
        "variants-not-compared",
        en: "only the scenarios as written are compared, not the `variants` of \(Self.list(names))",
        ja: "比べるのは本文のシナリオだけです（\(Self.list(names)) の `variants` は含みません）",
        helpEn: "`sonae run` shows a file's variants", helpJa: "各案は `sonae run` で示します")
    case .economies(let names):
      Wording(
        "other-economies", en: "the economies differ: \(names.joined(separator: "; "))",
        ja: "経済表が異なります：\(names.joined(separator: "、"))",
        helpEn:
          "regions meet by name and may cover other countries and sectors, and every share is of the economy's own GDP and final demand",
        helpJa: "地域は名称で対応させており、含む国や部門が異なることがあります。割合は各経済表のGDP・最終需要に対するものです")
    }
  }

  private static func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }

  private func cut(_ days: Int, _ horizons: [(name: String, days: Int)]) -> Wording {
    let en = horizons.map { "\($0.name) \($0.days) days" }.joined(separator: ", ")
    let ja = horizons.map { "\($0.name) \($0.days)日" }.joined(separator: "、")
    return Wording(
      "cut-to-common-days",
      en: "the horizons differ (\(en)): all are compared over their first \(days) days",
      ja: "計算期間が異なるため（\(ja)）、いずれも最初の\(days)日間で比較しています",
      helpEn: "what happens later is left out here; give all the same `horizon` to see it",
      helpJa: "それ以降は含みません。全体を比べるには `horizon` をそろえてください")
  }
}
