/// Who releases what and when: a linear programme on the chain of several members, each with its own stock,
/// rate and shortage. A unit of use that is unmet counts the same wherever it is missing.
///
/// Cases share a decision for as long as the shortages of all members are the same.
package struct MemberProgramme: Sendable {
  /// A holder of stock.
  package struct Member: Sendable, Hashable {
    /// Stock that may be released, units.
    package let volume: Double
    /// Highest rate, units a day; nil: none.
    package let rate: Double?
    /// First day of its release.
    package let earliest: Int
    /// Least share of all that is released, 0 to 1; those of all members sum to at most 1.
    package let obligation: Double
    /// What it is short of without any release, by case.
    package let shortages: [Shortage]

    /// Makes a member.
    package init(
      volume: Double, rate: Double?, earliest: Int, obligation: Double = 0,
      shortages: [Shortage]
    ) {
      (self.volume, self.rate, self.earliest) = (volume, rate, earliest)
      (self.obligation, self.shortages) = (obligation, shortages)
    }
  }

  /// What one member does and gets.
  package struct Part: Sendable, Hashable {
    /// Given in each period of the case with the largest shortage, units.
    package let given: [Double]
    /// Given over a run, expected, units.
    package let released: Double
    /// Received over a run, expected, units.
    package let received: Double
    /// Use left unmet, expected, units.
    package let unmet: Double
    /// Unmet use of all members that a unit more of its stock saves, expected, units.
    package let perVolume: Double
    /// The same of a unit more in its users' tanks.
    package let perStock: Double
    /// The same of a unit a day more of its rate.
    package let perRate: Double
  }

  /// By member.
  package let parts: [Part]
  /// Days of a period.
  package let period = ReleaseProgramme.days

  /// Use of all members left unmet, expected, units.
  package var unmet: Double { parts.reduce(0) { $0 + $1.unmet } }

  /// Solves; `shared`: what one gives another may receive. Throws what the solver says.
  package init(
    _ members: [Member], probabilities: [Double], shared: Bool
  ) throws(LinearProgrammeFault) {
    let chain = MemberChain(members, probabilities, shared: shared)
    let solution = try chain.programme.solved()
    let sums = probabilities.indices.map { number in
      members.reduce(0) { $0 + $1.shortages[number].daily.reduce(0, +) }
    }
    let longest = sums.indices.max { sums[$0] < sums[$1] } ?? 0
    parts = members.indices.map { chain.part($0, solution, probabilities, longest: longest) }
  }
}

/// The programme of several members.
private struct MemberChain {
  /// A member's variables and rows.
  private struct Own {
    /// [case][period].
    var given: [[LinearProgramme.Variable]] = []
    var received: [[LinearProgramme.Variable]] = []
    var gaps: [[LinearProgramme.Variable]] = []
    var volumeRows: [LinearProgramme.Row] = []
    var stockRows: [LinearProgramme.Row] = []
    var rateRows: [(row: LinearProgramme.Row, days: Double)] = []
  }

  private(set) var programme = LinearProgramme()
  private var own: [Own]
  private let members: [MemberProgramme.Member]
  private let shared: Bool
  /// The programme is in units of the largest stock: the solver's tolerances are absolute.
  private let scale: Double

  /// Cost of a unit given a period later, in unmet units: of equal plans the earlier is taken.
  private static let delay = 1e-7

  init(_ members: [MemberProgramme.Member], _ probabilities: [Double], shared: Bool) {
    (self.members, self.shared) = (members, shared)
    scale = members.map(\.volume).max() ?? 1
    own = members.map { _ in Own() }
    // [case][period][member].
    let paths = probabilities.indices.map { number in
      Self.periods(members.map { $0.shortages[number].daily }, scale)
    }
    var opened: [[[Double]]: [(LinearProgramme.Variable, LinearProgramme.Variable)]] = [:]
    for (number, path) in paths.enumerated() {
      for index in members.indices {
        own[index].given.append([])
        own[index].received.append([])
        own[index].gaps.append([])
      }
      for period in path.indices {
        let history = Array(path[...period])
        let alike = paths.indices.filter { paths[$0].starts(with: history) }
        let chance = alike.reduce(0) { $0 + probabilities[$1] }
        let flows = opened[history] ?? open(period, path[period], chance)
        opened[history] = flows
        for (index, flow) in flows.enumerated() {
          own[index].given[number].append(flow.0)
          own[index].received[number].append(flow.1)
        }
        leave(number, period, path, probabilities[number])
      }
      bound(number)
    }
  }

  /// Flows of a period to cases that are alike so far, by member: given and received.
  private mutating func open(
    _ period: Int, _ short: [Double], _ chance: Double
  ) -> [(LinearProgramme.Variable, LinearProgramme.Variable)] {
    let days = ReleaseProgramme.days
    let openDays = members.map { Double(min(days, max(0, (period + 1) * days - $0.earliest))) }
    let most = openDays.max() ?? 0
    var flows: [(LinearProgramme.Variable, LinearProgramme.Variable)] = []
    for (index, member) in members.enumerated() {
      let open = openDays[index]
      let given = programme.variable(
        cost: chance * Self.delay * Double(period),
        in: 0...(open > 0 ? Double.infinity : 0))
      // No more than is short on days on which someone gives.
      let share = (shared ? most : open) / Double(days)
      let received = programme.variable(in: 0...(share * short[index]))
      if let rate = member.rate {
        let row = programme.row([.init(given)], in: 0...(rate * open / scale))
        own[index].rateRows.append((row, open))
      }
      if !shared { programme.row([.init(given), .init(received, times: -1)], in: 0...0) }
      flows.append((given, received))
    }
    if shared {
      programme.row(flows.flatMap { [.init($0.0), .init($0.1, times: -1)] }, in: 0...0)
    }
    return flows
  }

  /// What users draw and what is left unmet.
  private mutating func leave(
    _ number: Int, _ period: Int, _ path: [[Double]], _ probability: Double
  ) {
    for (index, member) in members.enumerated() {
      let gap = programme.variable(cost: probability, in: 0...path[period][index])
      own[index].gaps[number].append(gap)
      let sum = path[...period].reduce(0) { $0 + $1[index] }
      own[index].stockRows.append(
        programme.row(
          (own[index].received[number] + own[index].gaps[number]).map { .init($0, times: -1) },
          in: -Double.infinity...(member.shortages[number].drawable / scale - sum)))
    }
  }

  /// Stocks and obligations of a case.
  private mutating func bound(_ number: Int) {
    let all = own.flatMap { $0.given[number] }
    for (index, member) in members.enumerated() {
      let given = own[index].given[number]
      own[index].volumeRows.append(
        programme.row(given.map { .init($0) }, in: 0...(member.volume / scale)))
      guard member.obligation > 0 else { continue }
      programme.row(
        given.map { .init($0) } + all.map { .init($0, times: -member.obligation) },
        in: 0...Double.infinity)
    }
  }

  func part(
    _ index: Int, _ solution: LinearSolution, _ probabilities: [Double], longest: Int
  ) -> MemberProgramme.Part {
    let own = own[index]
    let expected = { (flows: [[LinearProgramme.Variable]]) in
      scale
        * zip(flows, probabilities).reduce(0.0) { sum, one in
          sum + one.1 * one.0.reduce(0) { $0 + solution[$1] }
        }
    }
    return .init(
      given: own.given[longest].map { solution[$0] * scale }, released: expected(own.given),
      received: expected(own.received), unmet: expected(own.gaps),
      perVolume: -own.volumeRows.reduce(0) { $0 + solution.dual($1) },
      perStock: -own.stockRows.reduce(0) { $0 + solution.dual($1) },
      perRate: -own.rateRows.reduce(0) { $0 + solution.dual($1.row) * $1.days })
  }

  /// [period][member].
  private static func periods(_ daily: [[Double]], _ scale: Double) -> [[Double]] {
    let days = ReleaseProgramme.days
    return stride(from: 0, to: daily[0].count, by: days).map { start in
      daily.map { $0[start..<min(start + days, $0.count)].reduce(0, +) / scale }
    }
  }
}
