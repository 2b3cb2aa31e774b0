package import Scenarios

extension Overlay {
  /// What the scenarios' effects do to the commodity's market.
  package struct Market: Sendable {
    /// What is kept off the market.
    package internal(set) var cuts: [Cut] = []
    /// Dated releases of holders in the overlay and outside.
    package internal(set) var sales: [Sale] = []
    /// Prices that are set.
    package internal(set) var settings: [Setting] = []
  }

  /// A flow that an effect keeps off the market.
  package struct Cut: Sendable {
    /// Scenario.
    package let scenario: Int
    /// Baseline flow of the links or of the chokepoint, units a day.
    package let flow: Double
    /// Share of it that is blocked or waits in full force, 0 to 1.
    package let share: Double
    /// Share of it that goes around, 0 to 1.
    package let relief: Double
    /// Days after which what waits arrives; nil: it never does.
    package let delay: Int?
    /// When.
    package let window: Window

    /// Units a day that are missing on a day.
    package func missing(on day: Int) -> Double {
      if let delay, day >= window.from + delay { return 0 }
      return flow * max(0, share * window.share(on: day) - relief)
    }
  }

  /// A dated release, whoever holds it.
  package struct Sale: Sendable {
    /// Scenario.
    package let scenario: Int
    /// Volume, units.
    package let volume: Double
    /// Units a day.
    package let rate: Double
    /// First day.
    package let start: Int
    /// Number of days it may last; nil: no limit.
    package let days: Int?

    /// Units sold on a day.
    package func sold(on day: Int) -> Double {
      guard day >= start, days.map({ day < start + $0 }) ?? true else { return 0 }
      return min(rate, max(0, volume - Double(day - start) * rate))
    }
  }

  /// A price that is set.
  package struct Setting: Sendable {
    /// Scenario.
    package let scenario: Int
    /// USD per unit.
    package let price: Double
    /// When.
    package let window: Window
  }
}
