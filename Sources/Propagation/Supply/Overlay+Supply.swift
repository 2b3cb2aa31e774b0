internal import Scenarios

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

// What moves supply between origins, saves use and adds capacity in an overlay (LEVERS.md E).
extension Overlay {
  /// Supply that moves between origins, a share of the importer's.
  struct Shift: Sendable {
    /// An origin that supply moves to.
    struct Target: Sendable {
      let origin: Int
      /// Its part, 0 to 1.
      let part: Double
      /// Share of the importer's supply that it can take over in all; infinite: no limit.
      let most: Double
    }

    let importer: Int
    let scenario: Int
    /// Index of its lever in the scenario.
    let entry: Int
    let from: [Int]
    let to: [Target]
    /// Share that moves a day at most; infinite: as the window grows.
    let perDay: Double
    /// Share that moves in all.
    let most: Double
    /// Whether the new origins build what they sell more.
    let builds: Bool
    /// Share that had moved before the first day: baseline shares hold it.
    let before: Double
    let window: Window

    /// Share that is to have moved on a day.
    func goal(on day: Int) -> Double {
      perDay < .infinity ? most : most * window.intensity(on: day)
    }

    /// What of what had moved stays on a day: 1 while the lever lasts, then what its recovery leaves.
    func left(on day: Int) -> Double {
      guard let days = window.days, day >= window.from + days else { return 1 }
      return window.recovery.remaining(after: Double(day - window.from - days))
    }

    /// Share that moves to a target while the shift goes on from what has moved.
    func moved(to target: Target, from moved: Double, by change: Double) -> Double {
      min(target.part * change, max(0, target.most - target.part * moved))
    }

    /// Share that has arrived at the targets once so much was to move.
    func arrived(of moved: Double) -> Double {
      to.reduce(0) { $0 + min($1.part * moved, $1.most) }
    }
  }

  /// Less use of the commodity by one user.
  struct Saving: Sendable {
    /// Index into `users`.
    let user: Int
    let scenario: Int
    /// Index of its lever in the scenario.
    let entry: Int
    let saving: UseSaving

    /// Whether it is done without.
    var isForgone: Bool { saving.isForgone }

    /// Share of day-0 use that is saved on a day: what was saved before is no longer part of that.
    func share(on day: Int) -> Double {
      let share = saving.share(on: day)
      let before = saving.shareBefore
      guard before > 0 else { return share }
      return before < 1 ? max(0, 1 - (1 - share) / (1 - before)) : 1
    }
  }

  /// Supply under contract, which no shift takes away.
  struct Hold: Sendable {
    let importer: Int
    let origin: Int
    let scenario: Int
    /// Share of the importer's supply.
    let share: Double
    let window: Window
  }

  /// Capacity that an origin adds, units a day.
  struct Growth: Sendable {
    let origin: Int
    let scenario: Int
    let amount: Double
    let window: Window
  }

  /// A price that members' producers are sure of.
  struct PriceFloor: Sendable {
    let scenario: Int
    /// The floor over the price before the shock.
    let multiple: Double
    /// Origins that are members.
    let members: [Int]
    let response: Double
    let answersFrom: Int
    let window: Window
  }
}

extension UseSaving {
  /// Share of use without it that is saved on a day.
  func share(on day: Int) -> Double {
    guard day >= window.from else { return 0 }
    let days = Double(day - window.from)
    switch course {
    case .level(let share): return share * window.intensity(on: day)
    case .yearly(let rate, let step, let after):
      return 1 - pow(1 - rate, days / 365) * (days >= after ? 1 - step : 1)
    }
  }

  /// Share that was saved when the first day began.
  var shareBefore: Double { window.from < 0 ? share(on: 0) : 0 }
}
