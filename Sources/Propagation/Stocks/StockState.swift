/// Stocks of an overlay that are released and filled again.
package struct StockState: Sendable {
  /// Volume left of each, units.
  package internal(set) var volume: [Double]
  /// The day on which it opened; −1 before.
  var start: [Int]
  /// Steps in a row above its trigger.
  var steps: [Int]
  /// What each member of each is given today, units a day, stock by stock.
  package internal(set) var given: [Double]
  /// What was given and has not arrived, ring by member.
  package internal(set) var transit: [Double]
  /// What each refilling asks tomorrow, units a day.
  var wanted: [Double]
  /// What it has bought and not yet in store, units.
  package internal(set) var atSea: [Double]
  /// What it gets of each origin today, units a day, [refilling][i].
  package internal(set) var shipped: [Double]
  /// Its shipments at sea, ring by origin.
  var cargo: [Double]

  init(_ overlay: Overlay, stepsPerDay: Int) {
    volume = overlay.pools.map { $0.volume }
    start = overlay.pools.map { _ in -1 }
    steps = overlay.pools.map { _ in 0 }
    given = overlay.pools.flatMap { $0.members.map { _ in 0 } }
    let ring = overlay.pools.reduce(0) { $0 + $1.travelDays * $1.members.count }
    transit = [Double](repeating: 0, count: ring * stepsPerDay)
    wanted = overlay.refillings.map { _ in 0 }
    atSea = overlay.refillings.map { _ in 0 }
    shipped = [Double](repeating: 0, count: overlay.refillings.count * overlay.origins.count)
    cargo = [Double](
      repeating: 0, count: overlay.refillings.reduce(0) { $0 + $1.ringDays } * stepsPerDay)
  }
}
