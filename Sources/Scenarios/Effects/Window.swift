/// When a lever is in force: on days `from ..< from + days`, growing to its full force at first, then
/// recovering (LEVERS.md 0.1).
package struct Window: Sendable, Hashable {
  /// First day, after any lead; 0 is the first day of the run, and what began earlier is less.
  package let from: Int
  /// Number of days in force, those of the ramp among them; nil: until the horizon ends.
  package let days: Int?
  /// Days over which it grows to its full force; 0: at once.
  package let ramp: Double
  /// What happens after.
  package let recovery: Recovery

  /// Makes a window.
  package init(from: Int, days: Int?, ramp: Double = 0, recovery: Recovery) {
    self.from = from
    self.days = days
    self.ramp = ramp
    self.recovery = recovery
  }

  /// From a day on, for ever.
  package static func since(_ day: Int) -> Window {
    Window(from: day, days: nil, recovery: .immediate)
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
