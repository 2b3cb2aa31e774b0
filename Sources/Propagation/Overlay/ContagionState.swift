/// How far each country of an overlay's contagions has come.
struct ContagionState: Sendable {
  /// Chance p that it restricts, 0 to 1.
  var chance: [Double]
  /// Its hazard today, a year.
  var hazard: [Double]
  /// All that it has borne.
  var borne: [Double]

  init(_ overlay: Overlay) {
    chance = overlay.contagions.map { _ in 0 }
    hazard = overlay.contagions.map { _ in 0 }
    borne = overlay.contagions.map { _ in 0 }
  }
}
