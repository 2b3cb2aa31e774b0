import Decisions
import Diagnostics
import Ensembles
import Reporting
import ScenarioText
import Scenarios

/// A policy over every draw of what is not known.
struct DrawnPolicy {
  let name: Bilingual
  /// By draw.
  let scenarios: [Scenario]
}

extension DecideRequest {
  /// Draws over which policies are compared where `--draws` says nothing.
  private static let usualPolicyDraws = 100

  /// The policies of a file over the same draws: the file as written, then its variants that change nothing but
  /// `responses`; where there is none, the file without responses, each alone, and all together.
  func policies() throws -> [DrawnPolicy] {
    guard let stated = file.decoded.uncertainty else {
      throw DiagnosticList([Diagnostic(.error, DecideProblem.nothing(question: question))])
    }
    if let event = stated.events.first(where: { $0.path.hasPrefix("responses") }) {
      throw DiagnosticList([Diagnostic(.error, DecideProblem.responseByChance(event.path))])
    }
    let drawn = try EnsembleRequest.scenarios(
      file, stated, draws: options.draws ?? Self.usualPolicyDraws, ofVariants: true)
    let chosen = file.decoded.variants.enumerated().filter { isPolicy($0.element.document) }
    if !chosen.isEmpty {
      let title = file.decoded.base.titleJa
      return [DrawnPolicy(name: SubjectWord.baseline.words, scenarios: drawn[0])]
        + chosen.map { number, variant in
          let own = variant.scenario.titleJa == title ? nil : variant.scenario.titleJa
          return DrawnPolicy(
            name: Bilingual(variant.name, own ?? variant.name), scenarios: drawn[number + 1])
        }
    }
    return try ofResponses(drawn[0])
  }

  /// Whether a variant changes responses and nothing that happens.
  private func isPolicy(_ variant: Document) -> Bool {
    let inert = ["responses", "title", "title_ja", "variants", "uncertainty"]
    let text = { (document: Document) in
      treeJSON(inert.reduce(document) { $0.leavingOut($1) }.root)
    }
    return text(variant) == text(file.document)
  }

  private func ofResponses(_ drawn: [Scenario]) throws -> [DrawnPolicy] {
    let responses = file.decoded.base.levers.filter { $0.list == .responses }
    guard !responses.isEmpty else { throw nothing }
    func policy(_ name: Bilingual, _ kept: Set<Int>) -> DrawnPolicy {
      DrawnPolicy(
        name: name,
        scenarios: drawn.map { scenario in
          scenario.with(
            scenario.levers.filter { $0.list != .responses || kept.contains($0.index) })
        })
    }
    let each = responses.map { policy(Bilingual(same: $0.path), [$0.index]) }
    let all = policy(Bilingual("all responses", "全対応策"), Set(responses.map(\.index)))
    return [policy(Bilingual("no response", "対応策なし"), [])] + each
      + (responses.count > 1 ? [all] : [])
  }
}
