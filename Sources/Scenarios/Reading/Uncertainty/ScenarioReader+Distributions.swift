import Diagnostics
import Quantities
import Statistics

extension ScenarioReader {
  /// A distribution of a key's number, counted in the unit of its first number.
  mutating func law(
    _ text: String, _ numeric: NumericKey, at place: Place
  ) -> (law: Uncertainty.Law, unit: Unit)? {
    guard let written = DistributionText(text) else {
      report(ScenarioProblem.Chance.notADistribution(text), at: place)
      return nil
    }
    let parts = written.arguments
    switch written.name {
    case .empirical:
      return (
        .column(file: parts[0], name: parts[1]), Unit.named(numeric.units.first ?? "") ?? .one
      )
    case .discrete: return discrete(parts, text, numeric, at: place)
    case .beta:
      guard let shapes = plain(Array(parts[..<2]), at: place),
        let ends = numbers(Array(parts[2...]), numeric, at: place)
      else { return nil }
      return stated(
        .beta(alpha: shapes[0], beta: shapes[1], low: ends.values[0], high: ends.values[1]),
        ends, text, at: place)
    case .lognormal:
      guard let spread = plain([parts[1]], at: place),
        let found = numbers([parts[0]] + parts[2...], numeric, at: place)
      else { return nil }
      return stated(
        .logNormal(
          median: found.values[0], deviation: spread[0], within: within(found, 1, numeric)),
        found, text, at: place)
    case .normal:
      guard let found = numbers(parts, numeric, spreadAt: 1, at: place) else { return nil }
      return stated(
        .normal(
          mean: found.values[0], deviation: found.values[1], within: within(found, 2, numeric)),
        found, text, at: place)
    case .uniform, .loguniform, .triangular, .pert:
      guard let found = numbers(parts, numeric, at: place) else { return nil }
      return stated(bounded(written.name, found.values), found, text, at: place)
    }
  }

  private func bounded(_ name: DistributionText.Name, _ v: [Double]) -> Distribution {
    switch name {
    case .loguniform: .logUniform(low: v[0], high: v[1])
    case .triangular: .triangular(low: v[0], mode: v[1], high: v[2])
    case .pert: .pert(low: v[0], mode: v[1], high: v[2])
    default: .uniform(low: v[0], high: v[1])
    }
  }

  /// The law, unless its parameters are out of order.
  private mutating func stated(
    _ distribution: Distribution, _ found: Numbers, _ text: String, at place: Place
  ) -> (law: Uncertainty.Law, unit: Unit)? {
    guard distribution.isInOrder else {
      report(ScenarioProblem.Chance.distributionOrder(text), at: place)
      return nil
    }
    guard distribution.reachesItsRange else {
      report(ScenarioProblem.Chance.farRange(text), at: place)
      return nil
    }
    return (.stated(distribution), found.unit)
  }

  /// Numbers in the unit of the first of them.
  struct Numbers {
    let values: [Double]
    let unit: Unit
  }

  /// Reads numbers of a key; one of them may be a spread, which is above 0 and not within the key's bounds.
  private mutating func numbers(
    _ texts: [String], _ numeric: NumericKey, spreadAt: Int? = nil, at place: Place
  ) -> Numbers? {
    let key = numeric.key
    let spread = Key(key.path, key.type, in: .positive, example: key.example, "", "")
    let valid = texts.enumerated().count { index, text in
      quantity(text, index == spreadAt ? spread : key, in: numeric.dimensions, at: place) != nil
    }
    let read = texts.compactMap { try? Quantity($0, accepting: numeric.dimensions) }
    guard valid == texts.count, read.count == texts.count, let unit = read.first?.unit else {
      return nil
    }
    return Numbers(values: read.map { unit.number(fromBase: $0.base) }, unit: unit)
  }

  /// Plain numbers above 0.
  private mutating func plain(_ texts: [String], at place: Place) -> [Double]? {
    let key = Key("deviation", .quantity([.number]), in: .positive, example: "0.5", "", "")
    let values = texts.compactMap { quantity($0, key, in: [.number], at: place) }
    return values.count == texts.count ? values : nil
  }

  /// The two numbers from an index on, else what the key takes, in the unit of the numbers.
  private func within(
    _ found: Numbers, _ index: Int, _ numeric: NumericKey
  ) -> ClosedRange<Double> {
    if found.values.count > index {
      let (low, high) = (found.values[index], found.values[index + 1])
      // Out of order is told by the distribution.
      return low < high ? low...high : low...low
    }
    guard let bounds = numeric.key.bounds else { return -.infinity ... .infinity }
    return found.unit.number(fromBase: bounds.low)...found.unit.number(fromBase: bounds.high)
  }

  /// `value: weight` for each value.
  private mutating func discrete(
    _ parts: [String], _ text: String, _ numeric: NumericKey, at place: Place
  ) -> (law: Uncertainty.Law, unit: Unit)? {
    let pairs = parts.map { part in
      part.split(separator: ":", omittingEmptySubsequences: false).map { trimmed($0) }
    }
    guard pairs.allSatisfy({ $0.count == 2 }) else {
      report(ScenarioProblem.Chance.notADistribution(text), at: place)
      return nil
    }
    let weight = Key(
      "weight", .quantity([.share, .number]), in: .positive, example: "30%", "", "")
    let weights = pairs.compactMap {
      quantity($0[1], weight, in: [.share, .number], at: place)
    }
    guard let found = numbers(pairs.map { $0[0] }, numeric, at: place),
      weights.count == pairs.count
    else { return nil }
    let atoms = zip(found.values, weights).map { Distribution.Atom($0, weight: $1) }
      .sorted { $0.value < $1.value }
    return stated(.discrete(atoms), found, text, at: place)
  }
}

extension Distribution {
  /// Whether low is below high, the mode between them, and every value a different one.
  var isInOrder: Bool {
    switch self {
    case .uniform(let low, let high), .beta(_, _, let low, let high): low < high
    case .logUniform(let low, let high): low > 0 && low < high
    case .triangular(let low, let mode, let high), .pert(let low, let mode, let high):
      low < high && (low...high).contains(mode)
    case .normal(_, _, let within): within.lowerBound < within.upperBound
    case .logNormal(let median, _, let within):
      median > 0 && within.upperBound > max(0, within.lowerBound)
    case .discrete(let atoms): zip(atoms, atoms.dropFirst()).allSatisfy { $0.value < $1.value }
    case .empirical(let values): !values.isEmpty
    }
  }
}
