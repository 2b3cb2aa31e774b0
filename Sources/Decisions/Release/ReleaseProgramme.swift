/// The release as a linear programme on the chain alone: use that is not met, over cases with
/// probabilities, is least under volume, rate and what users can draw.
///
/// Cases share a decision for as long as their shortages are the same: no plan knows how long a crisis lasts.
package struct ReleaseProgramme: Sendable {
  /// Use that the best plan leaves unmet, expected, units.
  package let unmet: Double
  /// The same where each case is known in advance: no plan on this chain leaves less.
  package let bound: Double
  /// Unmet use that a unit more of volume saves, expected, units.
  package let perVolume: Double
  /// Unmet use that a unit a day more of rate saves, expected, units.
  package let perRate: Double
  /// Unmet use that a unit more in users' tanks saves, expected, units.
  package let perStock: Double
  /// What the plan gives in each period of the longest case, units.
  package let given: [Double]
  /// Days of a period.
  package let period: Int

  /// Days of a period of decisions.
  package static let days = 5

  /// Solves; `rate` in units a day, nil: none. Throws what the solver says.
  package init(
    _ shortages: [Shortage], probabilities: [Double], volume: Double, rate: Double?,
    earliest: Int
  ) throws(LinearProgrammeFault) {
    let whole = ReleaseChain(
      shortages, probabilities, volume: volume, rate: rate, earliest: earliest)
    let solution = try whole.programme.solved()
    var known = 0.0
    for (shortage, probability) in zip(shortages, probabilities) {
      let alone = ReleaseChain(
        [shortage], [probability], volume: volume, rate: rate, earliest: earliest)
      known += alone.unmet(try alone.programme.solved())
    }
    unmet = whole.unmet(solution)
    bound = known
    perVolume = -whole.volumeRows.reduce(0) { $0 + solution.dual($1) }
    perRate = -whole.rateRows.reduce(0) { $0 + solution.dual($1.row) * $1.days }
    perStock = -whole.stockRows.reduce(0) { $0 + solution.dual($1) }
    let longest = shortages.indices.max {
      shortages[$0].daily.reduce(0, +) < shortages[$1].daily.reduce(0, +)
    }
    given = longest.map { whole.given[$0].map { solution[$0] } } ?? []
    period = Self.days
  }
}

/// The programme of some cases.
private struct ReleaseChain {
  var programme = LinearProgramme()
  var volumeRows: [LinearProgramme.Row] = []
  /// Rows of the rate, with the days on which it runs.
  var rateRows: [(row: LinearProgramme.Row, days: Double)] = []
  var stockRows: [LinearProgramme.Row] = []
  /// What flows, [case][period].
  var given: [[LinearProgramme.Variable]] = []
  private var missing: [(variable: LinearProgramme.Variable, probability: Double)] = []

  /// Cost of a unit given a period later, in unmet units: of equal plans the earlier is taken.
  private static let delay = 1e-7

  init(
    _ shortages: [Shortage], _ probabilities: [Double], volume: Double, rate: Double?,
    earliest: Int
  ) {
    scale = volume
    let days = ReleaseProgramme.days
    // In units of the volume: the solver's tolerances are absolute.
    let paths = shortages.map { Self.periods($0.daily, days, scale: volume) }
    var opened: [[Double]: LinearProgramme.Variable] = [:]
    for (number, path) in paths.enumerated() {
      var flows: [LinearProgramme.Variable] = []
      var gaps: [LinearProgramme.Variable] = []
      var sum = 0.0
      for (period, short) in path.enumerated() {
        let history = Array(path[...period])
        let alike = paths.indices.filter { paths[$0].starts(with: history) }
        let flow: LinearProgramme.Variable
        if let known = opened[history] {
          flow = known
        } else {
          flow = open(
            period, short: short, probability: alike.reduce(0) { $0 + probabilities[$1] },
            rate: rate.map { $0 / volume }, earliest: earliest)
          opened[history] = flow
        }
        flows.append(flow)
        let gap = programme.variable(cost: probabilities[number], in: 0...short)
        gaps.append(gap)
        missing.append((gap, probabilities[number]))
        sum += short
        stockRows.append(
          programme.row(
            (flows + gaps).map { .init($0, times: -1) },
            in: -Double.infinity...(shortages[number].drawable / volume - sum)))
      }
      volumeRows.append(programme.row(flows.map { .init($0) }, in: 0...1))
      given.append(flows)
    }
  }

  private let scale: Double

  /// What is given in a period to cases that are alike so far.
  private mutating func open(
    _ period: Int, short: Double, probability: Double, rate: Double?, earliest: Int
  ) -> LinearProgramme.Variable {
    let days = Double(ReleaseProgramme.days)
    let openDays = min(days, max(0, Double(period + 1) * days - Double(earliest)))
    let flow = programme.variable(
      cost: probability * Self.delay * Double(period), in: 0...(openDays / days * short))
    guard let rate else { return flow }
    let row = programme.row([.init(flow)], in: 0...(rate * openDays))
    rateRows.append((row, openDays))
    return flow
  }

  /// Expected unmet use, units.
  func unmet(_ solution: LinearSolution) -> Double {
    missing.reduce(0) { $0 + $1.probability * solution[$1.variable] } * scale
  }

  private static func periods(_ daily: [Double], _ days: Int, scale: Double) -> [Double] {
    stride(from: 0, to: daily.count, by: days).map { start in
      daily[start..<min(start + days, daily.count)].reduce(0, +) / scale
    }
  }
}
