import Diagnostics
import Quantities
import Scenarios

/// A key of a file that grows from one value to another.
struct GrowingKey {
  let path: String
  let key: NumericKey
  let unit: Unit
  /// Values in the unit.
  let range: ClosedRange<Double>

  /// Reads `path=from..to`; throws a placed mistake.
  init(_ text: String) throws(DiagnosticList) {
    let source = Source(name: "--vary", text: text)
    func refusal(_ problem: some Problem) -> DiagnosticList {
      DiagnosticList([Diagnostic(.error, problem, at: source.whole)])
    }
    // The path is looked up as a sweep does it.
    let axis = try SweepAxis(Source(name: "--vary", text: Self.firstValue(text)))
    path = axis.path
    guard let key = KeyTable.numericKey(at: path) else {
      throw refusal(DecideProblem.notNumeric(path))
    }
    self.key = key
    let values = text.drop { $0 != "=" }.dropFirst()
    let ends = values.split(separator: "..", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
    guard ends.count == 2, !ends[1].contains(":") else {
      throw refusal(DecideProblem.noRange(text))
    }
    guard let read = Self.quantities(String(ends[0]), String(ends[1]), key),
      read.low < read.to.number
    else { throw refusal(DecideProblem.noRange(text)) }
    unit = read.to.unit
    range = read.low...read.to.number
  }

  /// Both ends in the unit of the second.
  private static func quantities(
    _ from: String, _ to: String, _ key: NumericKey
  ) -> (low: Double, to: Quantity)? {
    guard let to = try? key.quantity(to), let from = try? key.quantity(from, unit: to.unit) else {
      return nil
    }
    return (to.unit.number(fromBase: from.base), to)
  }

  /// `path=from` of `path=from..to`.
  private static func firstValue(_ text: String) -> String {
    let dots = text.indices.first { text[$0...].hasPrefix("..") }
    return dots.map { String(text[..<$0]) } ?? text
  }

  /// A value as the file would state it.
  func text(of value: Double) -> String { key.text(of: value, in: unit) }

  /// Width at which a bracket suffices: one of what must be whole, else a thousandth of the range.
  var tolerance: Double {
    key.isWhole ? 1 : (range.upperBound - range.lowerBound) / 1000
  }
}
