import ArgumentParser
import Diagnostics
import Ensembles
import Statistics

/// Reads `gdp_loss_share_JPN p95 ±5%`.
enum StoppingText {
  static func read(
    _ text: String, outcomes: [Outcome], sampling: SamplingMethod
  ) throws -> EnsemblePlan.Stopping {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 3, parts[1].hasPrefix("p"), let percent = Double(parts[1].dropFirst()),
      percent > 0, percent < 100, let width = relative(parts[2]), width > 0
    else {
      throw ValidationError("--until reads 'gdp_loss_share_JPN p95 ±5%', not '\(text)'")
    }
    guard sampling == .monteCarlo else {
      throw ValidationError(
        "--until needs independent draws: a '\(sampling.rawValue)' sample has a fixed size")
    }
    guard let outcome = outcomes.first(where: { $0.name == parts[0] }) else {
      let near = nearest(parts[0], in: outcomes.map(\.name)).map { "; did you mean \($0)?" } ?? ""
      throw ValidationError("there is no outcome \(parts[0])\(near)")
    }
    return .init(outcome: outcome.name, share: percent / 100, relative: width)
  }

  /// `±5%` or `5%`.
  private static func relative(_ text: String) -> Double? {
    let bare = text.drop { "±+-".contains($0) }
    guard bare.hasSuffix("%") else { return nil }
    return Double(bare.dropLast()).map { $0 / 100 }
  }
}
