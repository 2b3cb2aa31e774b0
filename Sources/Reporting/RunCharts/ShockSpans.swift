import Diagnostics
import Quantities
import Scenarios

/// When shocks are in full force, for the shade behind lines over days.
enum ShockSpans {
  /// The stretches, each kind and time once; four at most.
  static func list(_ study: RiskStudy) -> [Chart.Span] {
    let scenario = study.base.scenario
    let context = LeverContext(commodities: study.commodities)
    var spans: [Chart.Span] = []
    for lever in scenario.levers where lever.list == .shocks {
      for effect in lever.lever.effects(in: context) {
        guard let window = window(of: effect), window.from < scenario.horizon else { continue }
        let from = max(0, window.from)
        let to = min(scenario.horizon, window.days.map { window.from + $0 } ?? scenario.horizon)
        guard from < to else { continue }
        let span = Chart.Span(days: from..<to, label: LeverWords.kind(lever))
        if !spans.contains(span) { spans.append(span) }
      }
    }
    return Array(spans.prefix(4))
  }

  private static func window(of effect: Effect) -> Window? {
    switch effect {
    case .open(let blockage): blockage.window
    case .gate(let change): change.window
    case .wait(let waiting): waiting.window
    case .cap(.nodes(let loss)): loss.window
    case .cap(.origins(let loss)): loss.window
    case .demand(let change): change.window
    default: nil
    }
  }
}
