import Decisions
import Diagnostics
import Ensembles
import Reporting
import Scenarios

extension DecideRequest {
  /// Draws to decide on where neither `--over` nor `--draws` says more.
  private static let usualDraws = 30

  /// Draws of the file's `uncertainty`, and as many fresh ones; nil where cases are named or nothing varies.
  func drawnCases() throws -> (own: [DecisionCase], fresh: [DecisionCase])? {
    guard options.over == nil, let stated = file.decoded.uncertainty else {
      if options.draws != nil { throw DiagnosticList([Diagnostic(.error, DecideProblem.noDraws)]) }
      return nil
    }
    if options.chances != nil {
      throw DiagnosticList([
        Diagnostic(.error, DecideProblem.idle(option: "--chances", question: question))
      ])
    }
    if let event = stated.events.first(where: { $0.path.hasPrefix("responses") }) {
      throw DiagnosticList([Diagnostic(.error, DecideProblem.responseByChance(event.path))])
    }
    let count = options.draws ?? Self.usualDraws
    let drawn = try EnsembleRequest.scenarios(
      file, stated, draws: 2 * count)[0]
    let cases = drawn.enumerated().map { number, scenario in
      DecisionCase(
        name: Bilingual(same: "\(number)"), probability: 1 / Double(count), scenario: scenario)
    }
    return (Array(cases[..<count]), Array(cases[count...]))
  }
}
