import Quantities

/// Reads the values of a sweep's axis: single ones and ranges, parted by `,` or `|`.
struct SweepValues {
  let key: Key
  /// The key as one of numbers; nil if it is not.
  let numeric: NumericKey?
  let path: String
  /// The unit of the first number, which later plain numbers take.
  private var unit: Unit?

  init(key: Key, numeric: NumericKey?, path: String) {
    self.key = key
    self.numeric = numeric
    self.path = path
  }

  /// The values as the file would state them; at least one, at most as many as an axis takes.
  mutating func read(_ text: String) throws(SweepProblem) -> [String] {
    var values: [String] = []
    for piece in pieces(of: text) {
      if piece.isEmpty { throw .noValue(text, example: example) }
      if let range = Range(piece) {
        values += try self.values(of: range)
      } else {
        values.append(try value(piece))
      }
      guard values.count <= SweepAxis.most else { throw .tooMany(text, most: SweepAxis.most) }
    }
    return values
  }

  private var example: String { "\(path)=\(key.example), …" }

  /// One value: a number takes the unit of those before it; anything else stands as it is written.
  private mutating func value(_ text: String) throws(SweepProblem) -> String {
    guard let numeric, !text.hasPrefix("{"), !key.words.contains(text) else { return text }
    let value = try quantity(text, numeric)
    // In the unit of the first, so that a matrix counts in one.
    let number = unit.map { $0.number(fromBase: value.base) } ?? value.number
    let plain = Self.rounded(number, size: abs(number))
    return numeric.text(of: plain, in: unit ?? value.unit)
  }

  private mutating func quantity(
    _ text: String, _ numeric: NumericKey
  ) throws(SweepProblem) -> Quantity {
    do throws(QuantityFault) {
      let found = try numeric.quantity(text, unit: unit)
      unit = unit ?? found.unit
      return found
    } catch {
      throw .notAValue(text, path: key.path, units: numeric.units, words: key.words)
    }
  }
}

// MARK: - Ranges

extension SweepValues {
  /// `from..to:step`, its parts as they are written.
  private struct Range {
    let text: String
    let from: String
    let to: String
    /// Nil if it is not there.
    let step: String?

    /// Nil if a text is no range: it holds no two points outside quotes and brackets.
    init?(_ text: String) {
      guard !text.contains(where: { "\"'[{".contains($0) }),
        let dots = text.firstRange(of: "..")
      else { return nil }
      let rest = text[dots.upperBound...]
      let colon = rest.firstIndex(of: ":")
      self.text = text
      from = trimmed(text[..<dots.lowerBound])
      to = trimmed(rest[..<(colon ?? rest.endIndex)])
      step = colon.map { trimmed(rest[rest.index(after: $0)...]) }
    }
  }

  private mutating func values(of range: Range) throws(SweepProblem) -> [String] {
    let isDay = key.type == .moment || key.type == .date
    guard numeric != nil || isDay else { throw .noRange(range.text, path: path) }
    guard let step = range.step else { throw .noStep(range.text, example: example(isDay)) }
    guard let numeric else { return try days(range, step: step) }
    let from = try quantity(range.from, numeric)
    let to = try quantity(range.to, numeric)
    let by = try quantity(step, numeric)
    let unit = unit ?? from.unit
    let ends = (unit.number(fromBase: from.base), unit.number(fromBase: to.base))
    let count = try self.count(ends.0, ends.1, unit.number(fromBase: by.base), range.text)
    return (0..<count).map { index in
      let number = ends.0 + Double(index) * unit.number(fromBase: by.base)
      return numeric.text(of: Self.rounded(number, size: max(abs(ends.0), abs(ends.1))), in: unit)
    }
  }

  private func example(_ isDay: Bool) -> String {
    isDay
      ? "\(path)=day 0..day 60:30 days" : "\(path)=\(key.example)..\(key.example):\(key.example)"
  }

  /// Values from a start up to and with the end; rounding of the last step is forgiven.
  private func count(
    _ from: Double, _ to: Double, _ step: Double, _ text: String
  ) throws(SweepProblem) -> Int {
    guard step > 0, to >= from else { throw .emptyRange(text) }
    let count = ((to - from) / step + 1e-9).rounded(.down) + 1
    guard count <= Double(SweepAxis.most) else { throw .tooMany(text, most: SweepAxis.most) }
    return Int(count)
  }

  /// A number to 12 digits of a size, so that 0.1 + 2·0.1 reads 0.3.
  private static func rounded(_ value: Double, size: Double) -> Double {
    guard size > 0 else { return value }
    var scale = 1.0
    while size * scale < 1e11, scale < 1e22 { scale *= 10 }
    return (value * scale).rounded() / scale
  }

  /// Dates or days of the run.
  private func days(_ range: Range, step: String) throws(SweepProblem) -> [String] {
    guard let from = DayText(range.from), let to = DayText(range.to) else {
      let wrong = DayText(range.from) == nil ? range.from : range.to
      throw .notADay(wrong, path: path)
    }
    guard let quantity = try? Quantity(step, accepting: [.duration]), quantity.base >= 1,
      quantity.base == quantity.base.rounded(), quantity.base < 1e6
    else { throw .notWholeDays(step) }
    guard let length = to.days(since: from) else { throw .mixedDays(range.text) }
    let count = try count(0, Double(length), quantity.base, range.text)
    return (0..<count).map { from.adding(days: $0 * Int(quantity.base)).text }
  }

  /// A day as a file writes it.
  private enum DayText {
    case date(CalendarDate)
    case day(Int)

    init?(_ text: String) {
      if let date = CalendarDate(text) {
        self = .date(date)
      } else if text.hasPrefix("day "), let day = Int(text.dropFirst(4)),
        (0..<1_000_000).contains(day)
      {
        self = .day(day)
      } else {
        return nil
      }
    }

    var text: String {
      switch self {
      case .date(let date): date.description
      case .day(let day): "day \(day)"
      }
    }

    /// Days between two of the same kind; nil if one is a date and the other a day of the run.
    func days(since other: DayText) -> Int? {
      switch (self, other) {
      case (.date(let a), .date(let b)): a.days(since: b)
      case (.day(let a), .day(let b)): a - b
      default: nil
      }
    }

    func adding(days: Int) -> DayText {
      switch self {
      case .date(let date): .date(date.adding(days: days))
      case .day(let day): .day(day + days)
      }
    }
  }
}

// MARK: - Pieces

extension SweepValues {
  /// A text cut at each `,` and `|` outside quotes and brackets; blanks around the pieces go.
  private func pieces(of text: String) -> [String] {
    var pieces = [""]
    var depth = 0
    var quote: Character?
    var previous: Character = ","
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if depth == 0, character == "," || character == "|" {
        pieces.append("")
      } else if "\"'".contains(character), "[{,|:".contains(previous) {
        quote = character
      } else {
        depth += "[{".contains(character) ? 1 : "]}".contains(character) ? -1 : 0
      }
      if quote != nil || depth > 0 || !",|".contains(character) {
        pieces[pieces.count - 1].append(character)
      }
      if character != " " { previous = character }
    }
    return pieces.map { trimmed($0) }
  }
}
