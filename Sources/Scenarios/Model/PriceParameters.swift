/// How a commodity's price moves, and when consumers see it (LEVERS.md G).
package struct PriceParameters: Sendable, Hashable {
  /// Lag τ_p of consumer prices behind costs, days; 0: none.
  package var lagDays: Double
  /// Time constant τ_π with which ln π follows what is missing, days; 0: at once.
  package var memoryDays: Double
  /// Rise of the price, a share, on top of what is missing while anything is.
  package var premium: Double
  /// What the market counts of a released unit, 0 to 1.
  package var releaseCredit: Double

  /// Makes parameters.
  package init(lagDays: Double, memoryDays: Double, premium: Double, releaseCredit: Double) {
    self.lagDays = lagDays
    self.memoryDays = memoryDays
    self.premium = premium
    self.releaseCredit = releaseCredit
  }

  /// Prices that answer at once, to what is missing alone, and that consumers see at once.
  package static let plain = PriceParameters(
    lagDays: 0, memoryDays: 0, premium: 0, releaseCredit: 1)
}
