package import Diagnostics
internal import InputOutputTables

/// Something that was done to a provider's table or found in it, as words.
package struct Remark: WordedProblem, Hashable {
  /// What kind of thing it is.
  package enum Kind: String, Sendable {
    /// The table was changed: merged, dropped, recomputed, read as 0.
    case change
    /// The table was checked and holds.
    case check
    /// The table was checked, and its user should know.
    case warning
    /// Its balance was audited, and its user should know; every audit of the table finds it again.
    case balance
  }

  /// What kind of thing it is.
  package let kind: Kind
  /// Its code and its sentence.
  package let wording: Wording

  /// Makes a remark.
  init(_ kind: Kind, _ code: String, en: String, ja: String) {
    self.kind = kind
    wording = Wording(code, en: en, ja: ja)
  }

  /// What an audit found.
  init(ofBalance finding: Diagnostic) {
    self.init(
      .balance, finding.problem.code, en: finding.problem.message(in: .en),
      ja: finding.problem.message(in: .ja))
  }

  /// As a message: warnings warn, everything else is a note.
  package var diagnostic: Diagnostic { Diagnostic(kind == .warning ? .warning : .note, self) }

  /// The remark as one text that `init(text:)` reads.
  var text: String {
    [kind.rawValue, code, message(in: .en), message(in: .ja)].joined(separator: "\u{1F}")
  }

  /// Reads what `text` gave; nil if it is none.
  init?(text: String) {
    let parts = text.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let kind = Kind(rawValue: parts[0]) else { return nil }
    self.init(kind, parts[1], en: parts[2], ja: parts[3])
  }
}
