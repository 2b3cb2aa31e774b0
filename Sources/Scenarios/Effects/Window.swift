/// When a shock is in force: in full on days `from ..< from + days`, then recovering.
package struct Window: Sendable, Hashable {
  /// First day, 0 is the first day of the run.
  package let from: Int
  /// Number of days in full force; nil: until the horizon ends.
  package let days: Int?
  /// What happens after.
  package let recovery: Recovery

  /// Makes a window.
  package init(from: Int, days: Int?, recovery: Recovery) {
    self.from = from
    self.days = days
    self.recovery = recovery
  }
}

/// How a loss fades from the day its full force ends (INTERFACE.md section 2).
package enum Recovery: Sendable, Hashable {
  /// At once.
  case immediate
  /// 1 − e/k on day e after the end.
  case linear(over: Double)
  /// (1 − 1/k)^e.
  case exponential(over: Double)
  /// k / (k + 1e-6·e^c), c = (ln k − ln 1e-6)/(ln k − ln 2); k > 2.
  case logistic(over: Double)
}
