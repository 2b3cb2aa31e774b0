import Decisions
import Diagnostics
import Quantities
import Reporting
import Scenarios

extension DecideRequest {
  /// The cases that `--over` names, with their chances; the file alone where it names none.
  func cases() throws -> [DecisionCase] {
    let named = try namedCases()
    let chances = try chances(of: named.count)
    return zip(named, chances).map {
      DecisionCase(name: $0.name, probability: $1, scenario: $0.scenario)
    }
  }

  private func namedCases() throws -> [(name: Bilingual, scenario: Scenario)] {
    guard let over = options.over else {
      return [(Bilingual("as the file has it", "ファイルのまま"), file.decoded.base)]
    }
    if over == "variants" {
      guard !file.decoded.variants.isEmpty else {
        throw DiagnosticList([Diagnostic(.error, DecideProblem.noVariants)])
      }
      let title = file.decoded.base.titleJa
      return file.decoded.variants.map { variant in
        let own = variant.scenario.titleJa == title ? nil : variant.scenario.titleJa
        return (Bilingual(variant.name, own ?? variant.name), variant.scenario)
      }
    }
    let axis = try SweepAxis(Source(name: "--over", text: over))
    return try axis.values.map { value in
      (Bilingual(same: value), try scenario(axis.path, value, of: "--over"))
    }
  }

  /// Equal chances unless they are stated.
  private func chances(of count: Int) throws(DiagnosticList) -> [Double] {
    guard let text = options.chances else {
      return [Double](repeating: 1 / Double(count), count: count)
    }
    func refusal() -> DiagnosticList {
      DiagnosticList([
        Diagnostic(
          .error, DecideProblem.chances(text, cases: count),
          at: Source(name: "--chances", text: text).whole)
      ])
    }
    var found: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let word = part.split(separator: " ").joined(separator: " ")
      guard let share = try? Quantity(word, accepting: [.share, .number]).base, share > 0 else {
        throw refusal()
      }
      found.append(share)
    }
    let sum = found.reduce(0, +)
    // A third is written with few digits.
    guard found.count == count, abs(sum - 1) < 0.005 else { throw refusal() }
    return found.map { $0 / sum }
  }
}
