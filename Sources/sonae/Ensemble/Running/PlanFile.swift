import Diagnostics
import Ensembles
import Foundation

/// `ensemble.json`: an ensemble's plan as text, keys in order of their names.
enum PlanFile {
  static func text(_ plan: EnsemblePlan) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(plan), as: UTF8.self) + "\n"
  }

  /// The plan of a folder's text; throws if it is none of this version.
  static func plan(_ text: String, in folder: String) throws(DiagnosticList) -> EnsemblePlan {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let plan = try? decoder.decode(EnsemblePlan.self, from: Data(text.utf8)),
      plan.schema == "sonae.ensemble/4"
    else { throw refusal(.noEnsemble(folder)) }
    return plan
  }
}
