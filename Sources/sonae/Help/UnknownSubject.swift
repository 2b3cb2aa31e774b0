import Diagnostics

/// A name that `sonae explain` knows nothing of.
struct UnknownSubject: WordedProblem, Hashable {
  /// The name.
  let name: String
  /// Names of keys, commodities, economies and chokepoints, of which one may be meant.
  let known: [String]
  /// Names of the commodities.
  let commodities: [String]

  var wording: Wording {
    let close = nearest(name, in: known)
    let all = commodities.map { "`\($0)`" }
    return Wording(
      "unknown-subject",
      en: "nothing is called `\(name)`" + (close.map { "; did you mean `\($0)`?" } ?? ""),
      ja: "`\(name)` というものはありません" + (close.map { "。`\($0)` ではありませんか" } ?? ""),
      helpEn:
        "`sonae explain` without a name lists all keys, `sonae list` scenarios, economies and chokepoints; commodities: \(all.joined(separator: ", "))",
      helpJa:
        "名前なしの `sonae explain` は全キーを、`sonae list` はシナリオ・経済表・要衝を示します。重要物資：\(all.joined(separator: "、"))"
    )
  }
}
