internal import Scenarios

// Stocks of an overlay, and who is served first.
extension Overlay {
  /// A stock that can be released to the users of an importer, or of several that hold it in common.
  package struct Pool: Sendable {
    /// Who may draw on it.
    package struct Member: Sendable {
      /// Index into `importers`.
      package let importer: Int
      /// Its part of an entitlement.
      let weight: Double
    }

    /// The scenario whose it is.
    package let scenario: Int
    /// Index of its lever in the scenario.
    let entry: Int
    /// Who may draw on it.
    package let members: [Member]
    /// Volume, units.
    package let volume: Double
    /// Highest rate, units a day.
    let rate: Double
    let rule: StockPool.Rule
    let isRigid: Bool
    /// Whole days from the stock to its members.
    package let travelDays: Int
    let trigger: StockRelease.Trigger
    /// Days it may last once started; nil: no limit.
    let days: Int?
    /// Whether the market counts it by `offers`, on the days on which it is offered.
    let isOffered: Bool
    /// Where its members' rings start in `StockState.transit`, in days; each `travelDays` long.
    package let ringOffset: Int
  }

  /// A buyer that fills a stock again: what it asks travels like an importer's cargo.
  package struct Refilling: Sendable {
    /// Index into `pools`.
    package let pool: Int
    let importer: Int
    /// The scenario whose it is.
    package let scenario: Int
    /// Index of its lever in the scenario.
    let entry: Int
    let refill: Refill
    /// Units a day, and volume to which it fills.
    let rate: Double
    let target: Double
    /// Where its ring starts in `StockState.cargo`, in days: those of its ways one after the other.
    let ringOffset: Int
    let ringDays: Int
  }

  /// A dated release at a stated rate, which the market counts whoever draws on it.
  struct Offer: Sendable {
    /// Index into `importers`; nil: a holder outside the overlay.
    let importer: Int?
    let scenario: Int
    let first: Int
    /// Units a day.
    let rate: Double
    /// Units.
    let volume: Double
    /// Days it may last; nil: no limit.
    let days: Int?

    /// Units a day offered on a day.
    func amount(on day: Int) -> Double {
      guard day >= first, days.map({ day < first + $0 }) ?? true else { return 0 }
      return min(rate, max(0, volume - Double(day - first) * rate))
    }
  }

  /// A stock obligation of an importer's users.
  struct Floor: Sendable {
    let importer: Int
    let scenario: Int
    let days: Double
    let lowered: Double
    let from: Int
  }

  /// Orders and stocks that an importer raises out of fear; what it knows of others' stocks lowers both.
  struct Fear: Sendable {
    let importer: Int
    let scenario: Int
    let orders: Double
    let daysPerPoint: Double
    let informed: [StockInformation]
    let window: Window

    /// Share of the raises in force on a day.
    func left(on day: Int) -> Double {
      informed.reduce(window.intensity(on: day)) {
        $0 * (1 - $1.share * $1.window.intensity(on: day))
      }
    }
  }

  /// Weight of a user in what arrives.
  struct Priority: Sendable {
    let user: Int
    let scenario: Int
    let weight: Double
    let window: Window
  }

  /// The order in which an origin that is short serves its buyers.
  struct ServiceRule: Sendable {
    enum Order: Sendable {
      /// Importers before the others.
      case named(Set<Int>)
      /// Each origin's own country before the others.
      case home
      /// Everyone up to one level over usual purchases.
      case level
    }

    let scenario: Int
    let order: Order
    let window: Window
  }
}
