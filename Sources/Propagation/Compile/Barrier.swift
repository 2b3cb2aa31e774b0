internal import Scenarios

/// What a state stops on a link, of the table or of a commodity: share·intensity·Π (1 − licence).
struct Barrier: Sendable {
  /// Share of the link in full force, 0 to 1.
  let share: Double
  /// When.
  let window: Window
  /// Licences that let a part of it pass.
  let permits: [Permit]

  /// Share of the link that is blocked on a day.
  func blocked(on day: Int) -> Double {
    permits.reduce(share * window.intensity(on: day)) {
      $0 * (1 - $1.share * $1.window.intensity(on: day))
    }
  }
}
