import ArgumentParser
import Diagnostics

/// A question about what to do, or what to fear.
enum DecideQuestion: String, CaseIterable, ExpressibleByArgument, Decodable {
  /// When and how fast a stock is released.
  case release
  /// Which responses a budget buys.
  case portfolio
  /// How policies do over the same draws of what is not known.
  case policies
  /// What each shock and response contributes.
  case attribution
  /// What alone can hurt a region most.
  case singlePoints = "single-points"
  /// The smallest shock that passes a threshold.
  case threshold

  /// What a file must have for it.
  var needs: Bilingual {
    switch self {
    case .release:
      Bilingual(
        "it needs a `release` with stated `holders` and no `coordinated` among its `responses`",
        "`responses` に、`holders` を示した（`coordinated` でない）`release` が必要です")
    case .portfolio:
      Bilingual("it needs `responses`", "`responses` が必要です")
    case .policies:
      Bilingual(
        "it needs `uncertainty`, and `responses` or variants that change nothing else",
        "`uncertainty` と、`responses`（またはそれだけを変えるケース）が必要です")
    case .attribution:
      Bilingual("it needs `shocks`", "`shocks` が必要です")
    case .singlePoints, .threshold:
      Bilingual("it needs a scenario", "シナリオが必要です")
    }
  }
}
