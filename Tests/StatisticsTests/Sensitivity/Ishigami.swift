import Foundation

/// Ishigami and Homma's function (1990) of the unit cube with a 7, b 0.1: its indices are known.
enum Ishigami {
  static let variance = 13.844587940719254
  static let first = [0.31390519114781146, 0.4424111447900409, 0]
  static let total = [0.5575888552099592, 0.4424111447900409, 0.2436836640621477]

  static func value(_ point: [Double]) -> Double {
    let x = point.map { -Double.pi + 2 * .pi * $0 }
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
  }
}
