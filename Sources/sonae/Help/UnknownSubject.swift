import Diagnostics

/// A name that `sonae explain` knows nothing of.
struct UnknownSubject: WordedProblem, Hashable {
  /// The name.
  let name: String
  /// Names of keys, commodities, economies and chokepoints, of which one may be meant.
  let known: [String]

  var wording: Wording {
    let close = nearest(name, in: known)
    return Wording(
      "unknown-subject",
      en: "nothing is called `\(name)`" + (close.map { "; did you mean `\($0)`?" } ?? ""),
      ja: "`\(name)` というものはありません" + (close.map { "。`\($0)` ではありませんか" } ?? ""),
      helpEn:
        "`sonae list` names commodities, economies, chokepoints and scenarios; `sonae explain` without a name lists every key",
      helpJa:
        "`sonae list` は重要物資・経済表・要衝・シナリオを、名前なしの `sonae explain` は全キーを示します"
    )
  }
}
