import Diagnostics

/// A first word that is no command.
struct UnknownCommand: WordedProblem, Hashable {
  /// The word.
  let word: String
  private let known: [String]

  /// Nil where the arguments begin with a command or an option, or are none.
  init?(_ arguments: [String], known: [String]) {
    guard let word = arguments.dropFirst().first, !word.hasPrefix("-"), !known.contains(word) else {
      return nil
    }
    self.word = word
    self.known = known
  }

  var wording: Wording {
    let close = nearest(word, in: known)
    return Wording(
      "unknown-command", en: "there is no command `\(word)`",
      ja: "コマンド `\(word)` はありません",
      helpEn: close.map { "did you mean `sonae \($0)`?" }
        ?? "commands: \(known.joined(separator: ", "))",
      helpJa: close.map { "`sonae \($0)` ではありませんか" }
        ?? "コマンド：\(known.joined(separator: "、"))")
  }
}
