package import Diagnostics

/// A table that was asked for by a name that none has.
package struct TableNameProblem: WordedProblem, Hashable {
  /// The name as the user wrote it.
  private let name: String
  /// Names of the tables that there are.
  private let known: [String]

  /// Makes the problem.
  package init(_ name: String, known: [String]) {
    self.name = name
    self.known = known
  }

  /// The problem's code and its sentences.
  package var wording: Wording {
    let near = nearest(name, in: known)
    return Wording(
      "unknown-table", en: "there is no table `\(name)`", ja: "表 `\(name)` はありません",
      helpEn: near.map { "did you mean `\($0)`?" }
        ?? "the tables are \(known.joined(separator: ", "))",
      helpJa: near.map { "`\($0)` の誤りではありませんか" }
        ?? "表は \(known.joined(separator: "、")) です")
  }
}
