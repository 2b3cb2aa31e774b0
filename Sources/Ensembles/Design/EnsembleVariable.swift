internal import Quantities
package import Scenarios
package import Statistics

/// Something of a scenario file that differs from draw to draw.
package struct EnsembleVariable: Sendable, Hashable {
  /// What is drawn.
  package enum Law: Sendable, Hashable {
    /// A number in the unit; whether it is rounded to a whole one.
    case number(Distribution, unit: String, isWhole: Bool)
    /// Whether an entry is in the file, and with which probability.
    case event(EntryPath, probability: Double)
  }

  /// The path in the file, such as `shocks[0].closure.for` or `shocks[1]`.
  package let path: String
  /// What is drawn.
  package let law: Law

  /// Makes a variable.
  package init(path: String, law: Law) {
    self.path = path
    self.law = law
  }

  /// The value of a share u in (0, 1); of an event 1 where it happens, else 0.
  package func value(_ u: Double) -> Double {
    switch law {
    case .number(let distribution, _, let isWhole):
      let value = distribution.quantile(u)
      return isWhole ? value.rounded() : value
    case .event(_, let probability): return u > 1 - probability ? 1 : 0
    }
  }

  /// Number of values that a list has, two of an event; nil of a range.
  package var levels: Int? {
    switch law {
    case .number(let distribution, _, _): distribution.levels
    case .event: 2
    }
  }

  /// The value at a share u of the grid of elementary effects: of a list the values in equal steps, whatever
  /// their probabilities.
  package func screened(_ u: Double) -> Double {
    guard let levels else { return value(u) }
    let level = MorrisDesign.level(u, of: levels)
    switch law {
    case .number(let distribution, _, let isWhole):
      let value = distribution.level(level) ?? distribution.quantile(u)
      return isWhole ? value.rounded() : value
    case .event: return Double(level)
    }
  }

  /// A value as the file would state it; `yes` or `no` of an event.
  package func text(of value: Double) -> String {
    switch law {
    case .number(_, let unit, _): (Unit.named(unit) ?? .one).text(of: value)
    case .event: value == 1 ? "yes" : "no"
    }
  }

  /// A value for readers: three significant digits.
  package func words(for value: Double) -> String {
    guard case .number(_, let unit, _) = law else { return text(of: value) }
    let digits = NumberFormat.rounded(value, as: .significant)
    return unit.isEmpty ? digits : unit == "%" ? digits + unit : "\(digits) \(unit)"
  }
}
