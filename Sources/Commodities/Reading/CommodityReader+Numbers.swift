import Diagnostics
import Files
import Quantities

extension CommodityReader {
  /// Value, low and high of a row as written.
  typealias Numbers = (value: Double?, low: Double?, high: Double?)

  /// The size of a row's unit; nil if the unit measures something else.
  mutating func scale(
    of row: CommodityRow, _ dimension: CommodityDimension
  ) -> CommodityUnits.Scale? {
    let text = row["unit"]
    if let scale = units.scale(of: text, as: dimension) { return scale }
    let problem: CommodityProblem =
      text.isEmpty
      ? .emptyCell(column: "unit") : .wrongUnit(text, accepted: units.accepted(dimension))
    log.error(problem, at: row.place("unit"))
    return nil
  }

  /// Value, low and high in the commodity's own unit; nil if something is wrong with them.
  mutating func numbers(
    of row: CommodityRow, _ confidence: Figure.Confidence, _ scale: CommodityUnits.Scale,
    _ bounds: ClosedRange<Double>
  ) -> Numbers? {
    if confidence == .missing { return noNumbers(of: row) }
    guard let written = writtenNumbers(of: row) else { return nil }
    let scaled = (
      value: written.value.map { scale($0) }, low: written.low.map { scale($0) },
      high: written.high.map { scale($0) }
    )
    let outside = [("value", scaled.value), ("low", scaled.low), ("high", scaled.high)]
      .filter { $0.1.map { !bounds.contains($0) } ?? false }
    for (column, _) in outside {
      let problem = CommodityProblem.outOfBounds(row[column], bounds: Self.name(of: bounds))
      log.error(problem, at: row.place(column))
    }
    return outside.isEmpty ? scaled : nil
  }

  private mutating func noNumbers(of row: CommodityRow) -> Numbers? {
    let filled = ["value", "low", "high"].first { !row[$0].isEmpty }
    guard let filled else { return (nil, nil, nil) }
    log.error(CommodityProblem.valueOfMissing(row[filled]), at: row.place(filled))
    return nil
  }

  private mutating func writtenNumbers(of row: CommodityRow) -> Numbers? {
    let cell = row["value"]
    guard !cell.isEmpty else {
      log.error(CommodityProblem.missingValue, at: row.place("value"))
      return nil
    }
    if let range = Self.range(cell) { return ranged(row, range) }
    let value = number(row, "value")
    let low = row["low"].isEmpty ? nil : number(row, "low")
    let high = row["high"].isEmpty ? nil : number(row, "high")
    guard let value, (low != nil) != row["low"].isEmpty, (high != nil) != row["high"].isEmpty
    else { return nil }
    return ordered(row, (value, low, high))
  }

  private mutating func ranged(_ row: CommodityRow, _ range: (Double, Double)) -> Numbers? {
    if !row["low"].isEmpty || !row["high"].isEmpty {
      log.error(CommodityProblem.rangeTwice, at: row.place("value"))
      return nil
    }
    return ordered(row, ((range.0 + range.1) / 2, range.0, range.1))
  }

  private mutating func ordered(_ row: CommodityRow, _ numbers: Numbers) -> Numbers? {
    let known = [numbers.low, numbers.value, numbers.high].compactMap { $0 }
    if zip(known, known.dropFirst()).allSatisfy({ $0 <= $1 }) { return numbers }
    let shown = [numbers.low, numbers.value, numbers.high].map { $0.map { "\($0)" } ?? "" }
    log.error(
      CommodityProblem.disorderedRange(low: shown[0], value: shown[1], high: shown[2]),
      at: row.place("value"))
    return nil
  }

  mutating func number(_ row: CommodityRow, _ column: String) -> Double? {
    if let number = Self.number(row[column]) { return number }
    log.error(CommodityProblem.notANumber(row[column]), at: row.place(column))
    return nil
  }

  /// A finite decimal number; nil for anything else, `nan`, `inf` and hexadecimal included.
  private static func number(_ text: some StringProtocol) -> Double? {
    let isDecimal = text.utf8.allSatisfy { "0123456789.eE+-".utf8.contains($0) }
    guard isDecimal, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// The ends of `20-25` or `20–25`; nil if the cell is not a range of two unsigned numbers.
  private static func range(_ text: String) -> (Double, Double)? {
    guard number(text) == nil else { return nil }
    let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    guard ends.count == 2, let low = number(ends[0]), let high = number(ends[1]) else { return nil }
    return (low, high)
  }

  private static func name(of bounds: ClosedRange<Double>) -> String {
    if bounds.upperBound < 1e100 { return "\(bounds.lowerBound) ... \(bounds.upperBound)" }
    if bounds.lowerBound > -1e100 { return ">= \(bounds.lowerBound)" }
    return "-1e100 ... 1e100"
  }
}
