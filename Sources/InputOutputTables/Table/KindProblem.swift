package import Diagnostics

/// What the reader of a table should know, or must correct, about what its rows are.
package enum KindProblem: WordedProblem, Hashable {
  /// Rows that were taken as one kind.
  package struct Rows: Sendable, Hashable {
    /// What they were taken as.
    package let kind: PrimaryInputKind
    /// Their labels.
    package let labels: [String]
  }

  /// A word in the column `kind` that is none.
  case unknown(String, row: String, suggestion: String?)
  /// What names decided, for want of a column `kind`.
  case byName([Rows])

  /// The problem's code and its sentences.
  package var wording: Wording {
    let known = { (language: Language) in
      PrimaryInputKind.allCases.map { "`\($0.word(in: language))`" }
        .joined(separator: language == .ja ? "、" : ", ")
    }
    switch self {
    case let .unknown(word, row, suggestion):
      let near = Bilingual.didYouMean(suggestion)
      return Wording(
        "unknown-kind", en: "`\(word)` is no kind of row (row `\(row)`)",
        ja: "`\(word)` は行の種類ではありません(行 `\(row)`)",
        helpEn: near?.en ?? "the kinds are \(known(.en))",
        helpJa: near?.ja ?? "種類は \(known(.ja)) です")
    case let .byName(rows):
      return Wording(
        "kinds-by-name",
        en: "rows under the table taken by their names as "
          + rows.map { $0.text(in: .en) }.joined(separator: "; "),
        ja: "表の下の行を名前から次のように扱います：" + rows.map { $0.text(in: .ja) }.joined(separator: "；"),
        helpEn: "only value added is GDP; a column `kind` in VA.csv (\(known(.en))) says otherwise",
        helpJa: "GDP は付加価値のみです。VA.csv の列 `kind`(\(known(.ja)))で指定できます")
    }
  }
}

extension KindProblem.Rows {
  fileprivate func text(in language: Language) -> String {
    let shown = labels.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    return "\(kind.word(in: language)): \(shown)\(labels.count > 5 ? ", …" : "")"
  }
}
