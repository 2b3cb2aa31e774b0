import Diagnostics
import Reporting

extension StudyRunner {
  /// The same study with its scenario's results on the other economies of a list.
  ///
  /// What another economy has to warn of is said with its name; one on which the scenario must not run
  /// is left unanswered, and why is said.
  func beside(_ entries: [EconomyEntry], _ options: Batching) async throws -> StudyRunner {
    var economies: [EconomyStudy] = []
    var warnings: [Bilingual] = []
    for entry in entries {
      switch entry {
      case .this(let name): economies.append(EconomyStudy(name: name, outcome: .this))
      case .unanswered(let name, _):
        economies.append(EconomyStudy(name: name, outcome: .unanswered))
      case .other(let name, let file):
        do {
          let runner = try await StudyRunner.run([file], keeping: nil, options)[0]
          economies.append(EconomyStudy(name: name, outcome: .other(runner.study)))
          warnings += runner.study.warnings.map {
            Bilingual("\(name): \($0.en)", "\(name)：\($0.ja)")
          }
        } catch let refusal as DiagnosticList {
          economies.append(EconomyStudy(name: name, outcome: .unanswered))
          warnings += ScenarioFile.sentences(
            refusal.diagnostics.filter { $0.severity == .error }.map {
              Diagnostic(
                .warning, RunProblem.noAnswer(economy: name, why: $0.problem), at: $0.place)
            })
        }
      }
    }
    return StudyRunner(self, economies, warnings)
  }
}
