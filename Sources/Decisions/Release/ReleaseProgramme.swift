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

  /// Solves, as the programme of a single member; `rate` in units a day, nil: none. Throws what the solver says.
  package init(
    _ shortages: [Shortage], probabilities: [Double], volume: Double, rate: Double?,
    earliest: Int
  ) throws(LinearProgrammeFault) {
    let member = { (shortages: [Shortage]) in
      MemberProgramme.Member(volume: volume, rate: rate, earliest: earliest, shortages: shortages)
    }
    let whole = try MemberProgramme(
      [member(shortages)], probabilities: probabilities, shared: false)
    var known = 0.0
    for (shortage, probability) in zip(shortages, probabilities) {
      known += try MemberProgramme(
        [member([shortage])], probabilities: [probability], shared: false
      ).unmet
    }
    let own = whole.parts[0]
    unmet = whole.unmet
    bound = known
    (perVolume, perRate, perStock) = (own.perVolume, own.perRate, own.perStock)
    given = own.given
    period = whole.period
  }
}
