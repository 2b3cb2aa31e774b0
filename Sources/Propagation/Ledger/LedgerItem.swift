internal import Scenarios

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Something that a lever of a scenario costs someone, USD a day (LEVERS.md I).
struct LedgerItem: Sendable {
  /// What the amount of a day follows.
  enum Amount: Sendable {
    /// A sum for each share of supply that shifts have moved.
    case moved(shifts: [Int], perShare: Double)
    /// A premium on each share of certified supply.
    case scarce(Scarcity, perShare: Double)
    /// A sum for each unit that savings save of use without them.
    case saved([Saved], perUnit: Double)
    /// The same every day in force.
    case flat(Double)
    /// Once, on the window's first day.
    case purchase(Double)
    /// (K − P)·Q under the strike, `upside` of it above.
    case difference(strike: Double, base: Double, quantity: Double, upside: Double)
    /// P on what a stock gives a member; `base` is less than 0 for who sells.
    case released(member: Int, base: Double)
    /// P on what is bought to fill a stock again.
    case refilled(refilling: Int, base: Double)
    /// transits·p/(c + p)·(casualty·(hull + cargo·P) − ceiling·hull) of a public cover.
    case insured(gate: Int, Premium, PublicCover, transits: Double, base: Double)
    /// max(0, F − P) on what comes from origins.
    case gap(floor: Double, base: Double, origins: [Int], sign: Double)
    /// By day of the run.
    case path([Double])
    /// A share of what imports cost more.
    case shield(region: Int, share: Double)
  }

  /// A saving, and what its user would use a day without it.
  struct Saved: Sendable {
    /// Index into the overlay's savings.
    let saving: Int
    /// Units a day.
    let use: Double
  }

  /// How scarce certified supply is.
  struct Scarcity: Sendable {
    /// Index into the overlay's shifts.
    let shift: Int
    /// Share that was certified on the first day.
    let before: Double
    /// The premium; nil: what makes buyers content with what there is.
    let premium: Double?
    /// e_S − e_D; nil: the commodity's price is not computed.
    let responsiveness: Double?
    /// Highest price over its base.
    let bound: Double

    /// Premium times certified share once so much of a goal has moved: (1 − s/share)^(−1/(e_S − e_D)) − 1
    /// on it, s what is not met.
    func cost(moved: Double, goal: Double) -> Double {
      let share = before + goal
      guard goal > 0 || premium != nil, share > 0 else { return 0 }
      let met = before + moved
      let missing = min(max(0, goal - moved) / share, 1 - 1e-9)
      let rise = responsiveness.map { min(pow(1 - missing, -1 / $0), bound) - 1 } ?? 0
      return (premium ?? rise) * met
    }
  }

  /// Index of the scenario in the batch.
  let scenario: Int
  /// Index of the lever in its levers.
  let entry: Int
  /// Who pays, such as `government:JPN`.
  let payer: String
  /// Region of the payer; nil: none of the table.
  let region: Int?
  /// Overlay that it follows; nil: none.
  var overlay: Int?
  /// Importer of it; nil: none.
  var importer: Int?
  /// What the amount follows.
  let amount: Amount
  /// When.
  let window: Window
  /// GDP a day of the payer's country in the commodity's year where it is paid abroad: a part of its
  /// import bill; nil: paid at home, or not known.
  var dayOfGDP: Double?

  /// Whether it pays for something that keeps its worth.
  var isAsset: Bool { if case .purchase = amount { true } else { false } }

  /// USD on a day before the first, when prices stood at their base and nothing was short.
  func before(_ day: Int, _ overlay: Overlay?) -> Double {
    let force = window.intensity(on: day)
    guard force > 0 else { return 0 }
    switch amount {
    case .moved(let shifts, let perShare):
      guard let overlay else { return 0 }
      return shifts.reduce(0) { sum, index in
        let shift = overlay.shifts[index]
        let moved = min(
          shift.perDay * Double(day + 1 - shift.window.from), shift.goal(on: day), shift.before)
        return sum + shift.arrived(of: moved) * perShare
      }
    case .saved(let savings, let perUnit):
      guard let overlay else { return 0 }
      return savings.reduce(0) {
        $0 + overlay.savings[$1.saving].saving.share(on: day) * $1.use * perUnit
      }
    case .flat(let amount): return amount * force
    case .purchase(let amount): return day == window.from ? amount : 0
    case .difference(let strike, let base, let quantity, let upside):
      return LedgerItem.difference(strike, base, quantity, upside) * force
    case .gap(let floor, let base, let origins, let sign):
      guard let overlay, let importer else { return 0 }
      let bought = origins.reduce(0) {
        $0 + overlay.shares[overlay.link(importer, $1) * overlay.width + scenario]
      }
      return sign * max(0, floor - base) * force * bought * overlay.importers[importer].use
    case .scarce, .released, .refilled, .insured, .path, .shield: return 0
    }
  }

  /// (K − P)·Q while P < K, `upside` of it above.
  static func difference(
    _ strike: Double, _ price: Double, _ quantity: Double, _ upside: Double
  ) -> Double {
    (strike - price) * quantity * (price > strike ? upside : 1)
  }
}
