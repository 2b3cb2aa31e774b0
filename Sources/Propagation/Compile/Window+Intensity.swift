#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
package import Scenarios

extension Window {
  /// Share of the full force on a day, 0 to 1: (t − from)/ramp while it grows, 1 held, then what the
  /// recovery leaves of what was reached.
  package func intensity(on day: Int) -> Double {
    if day < from { return 0 }
    guard let days, day >= from + days else { return grown(Double(day - from)) }
    return grown(Double(days)) * recovery.remaining(after: Double(day - from - days))
  }

  /// Share of the full force after some days of growth.
  private func grown(_ days: Double) -> Double { days < ramp ? days / ramp : 1 }

  /// The first day after the full force; nil if it lasts to the horizon.
  var end: Int? { days.map { from + $0 } }
}

extension Recovery {
  /// Share of the loss that remains e days after the end of the full force (INTERFACE.md section 2).
  func remaining(after e: Double) -> Double {
    switch self {
    case .immediate: return 0
    case .linear(let k): return max(0, 1 - e / k)
    case .exponential(let k): return pow(1 - 1 / k, e)
    case .logistic(let k):
      let tiny = 1e-6
      let c = (log(k) - log(tiny)) / (log(k) - log(2))
      return k / (k + tiny * pow(e, c))
    }
  }
}
