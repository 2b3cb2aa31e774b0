import Diagnostics
import InputOutputTables

/// A problem with given sentences.
struct TestProblem: WordedProblem {
  let wording: Wording

  init(_ en: String = "wrong", help: String? = nil) {
    wording =
      if let help {
        Wording("test", en: en, ja: "誤り", helpEn: help, helpJa: "直す")
      } else {
        Wording("test", en: en, ja: "誤り")
      }
  }
}

/// A diagnostic about the first occurrence of a piece of a text in a source named `t`.
func diagnostic(_ piece: String, in text: String, help: String? = nil) -> Diagnostic {
  let source = Source(name: "t", text: text)
  let start = text.firstRange(of: piece).map {
    text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
  }
  let range = (start ?? 0)..<(start ?? 0) + piece.utf8.count
  return Diagnostic(.error, TestProblem(help: help), at: Place(source: source, range: range))
}
