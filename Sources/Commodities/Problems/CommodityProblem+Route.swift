import Diagnostics

extension CommodityProblem {
  /// Problems of ways and chokepoints.
  var routeWording: Diagnostics.Wording {
    switch self {
    case .routeAboveOrigins(let percent):
      Diagnostics.Wording(
        "route-above-origins",
        en: "more passes the chokepoint than the route's origins supply (\(percent)%)",
        ja: "通過割合が経路の輸入元の合計(\(percent)%)を超えています",
        helpEn: "name more origins or lower the share", helpJa: "輸入元を加えるか割合を下げます")
    case .chokepointTwice(let name):
      Diagnostics.Wording(
        "chokepoint-twice", en: "the way passes `\(name)` twice",
        ja: "経路が `\(name)` を2回通っています", helpEn: "name each chokepoint once",
        helpJa: "隘路は1回ずつ書きます")
    case .measureOfOneChokepoint(let measure):
      Diagnostics.Wording(
        "measure-of-one-chokepoint",
        en: "`\(measure)` is of one chokepoint, and the row names several",
        ja: "`\(measure)` は1つの隘路についての値ですが、行に複数の隘路があります",
        helpEn: "name one chokepoint; what goes a whole way is `share along`",
        helpJa: "隘路を1つだけ書きます。経路全体を通る割合は `share along` です")
    case .sharesOfBothKinds(let importer):
      Diagnostics.Wording(
        "shares-of-both-kinds",
        en:
          "`\(importer)` has whole ways (`share along`), from which its shares through a chokepoint follow",
        ja: "`\(importer)` には経路全体の割合（`share along`）があり、隘路ごとの通過割合はそこから決まります",
        helpEn: "drop this row, or the rows of `share along`",
        helpJa: "この行か `share along` の行のどちらかを削ります")
    case .waysAboveOrigin(let origin, let percent):
      Diagnostics.Wording(
        "ways-above-origin", en: "the ways carry \(percent)% of what `\(origin)` supplies",
        ja: "経路の合計が `\(origin)` の供給の \(percent)% です",
        helpEn:
          "lower them: they add up to the whole at most, and what they leave passes no chokepoint",
        helpJa: "割合を下げてください。合計は全体までで、残りは隘路を通りません")
    default:
      Diagnostics.Wording(
        "share-without-chokepoint", en: "the row is of a chokepoint and names none",
        ja: "隘路についての行ですが、隘路の名前がありません",
        helpEn: "name the chokepoint", helpJa: "隘路の名前を書きます")
    }
  }
}
