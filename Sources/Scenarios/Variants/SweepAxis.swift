package import Quantities
package import Diagnostics
internal import InputOutputTables

/// A numeric key of a scenario file and the values that a sweep gives it.
package struct SweepAxis: Sendable {
  /// The path, such as `shocks[0].closure.for`.
  package let path: String
  /// The unit in which the values are counted; that of the first.
  package let unit: Unit
  /// The values in that unit.
  package let numbers: [Double]
  /// Where the command line says it.
  package let place: Place

  /// Most values of one axis.
  static let most = 10_000

  /// Reads `path=from..to:step` or `path=one, two, three`; throws a placed mistake.
  package init(_ source: Source) throws(DiagnosticList) {
    let text = String(decoding: source.bytes, as: UTF8.self)
    place = Place(source: source, range: 0..<source.bytes.count)
    guard let equals = text.firstIndex(of: "=") else {
      throw SweepAxis.refusal(.noEquals(text), at: place)
    }
    path = SweepAxis.trimmed(text[..<equals])
    guard let key = KeyTable.numericKey(at: path) else {
      throw SweepAxis.refusal(.notNumeric(path), at: place)
    }
    let values = SweepAxis.trimmed(text[text.index(after: equals)...])
    let steps = try SweepAxis.steps(values, key, at: place)
    unit = steps.unit
    numbers = steps.numbers.map { key.isWhole ? $0.rounded() : $0 }
  }

  /// The value at an index as the file would state it, such as `60 days`.
  package func text(at index: Int) -> String { unit.text(of: numbers[index]) }

  private static func steps(
    _ text: String, _ key: NumericKey, at place: Place
  ) throws(DiagnosticList) -> (unit: Unit, numbers: [Double]) {
    guard let dots = text.firstRange(of: "..") else {
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      var numbers: [Double] = []
      var unit: Unit?
      for part in parts {
        let value = try quantity(trimmed(part), key, unit: unit, at: place)
        unit = unit ?? value.unit
        numbers.append(unit?.number(fromBase: value.base) ?? value.number)
      }
      return (unit ?? .one, numbers)
    }
    let rest = text[dots.upperBound...]
    guard let colon = rest.firstIndex(of: ":") else {
      throw refusal(.noStep(text), at: place)
    }
    let from = try quantity(trimmed(text[..<dots.lowerBound]), key, unit: nil, at: place)
    let to = try quantity(trimmed(rest[..<colon]), key, unit: from.unit, at: place)
    let by = try quantity(
      trimmed(rest[rest.index(after: colon)...]), key, unit: from.unit, at: place)
    return (from.unit, try grid(from, to, by, text, at: place))
  }

  /// from, from + step, … up to and with the end; rounding of the last step is forgiven.
  private static func grid(
    _ from: Quantity, _ to: Quantity, _ by: Quantity, _ text: String, at place: Place
  ) throws(DiagnosticList) -> [Double] {
    let end = from.unit.number(fromBase: to.base)
    let step = from.unit.number(fromBase: by.base)
    guard step > 0, end >= from.number else { throw refusal(.emptyRange(text), at: place) }
    let count = ((end - from.number) / step + 1e-9).rounded(.down) + 1
    guard count <= Double(most) else { throw refusal(.tooMany(text, most: most), at: place) }
    return (0..<Int(count)).map { index in
      // Rounded to what the steps can tell, so that 0.1 + 2·0.1 reads 0.3.
      let value = from.number + Double(index) * step
      return (value * 1e9).rounded() / 1e9
    }
  }

  private static func quantity(
    _ text: String, _ key: NumericKey, unit: Unit?, at place: Place
  ) throws(DiagnosticList) -> Quantity {
    do throws(QuantityFault) {
      return try key.quantity(text, unit: unit)
    } catch {
      throw refusal(.notAValue(text, path: key.key.path, units: key.units), at: place)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  private static func refusal(_ problem: SweepProblem, at place: Place) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, problem, at: place)])
  }
}

/// What can be wrong with `--vary`.
package enum SweepProblem: WordedProblem, Hashable {
  /// No `=` between path and values.
  case noEquals(String)
  /// A path that leads to no single number.
  case notNumeric(String)
  /// A range without its step.
  case noStep(String)
  /// A range without a value in it.
  case emptyRange(String)
  /// More values than a sweep takes.
  case tooMany(String, most: Int)
  /// A value that the key does not take.
  case notAValue(String, path: String, units: [String])

  /// The problem's code and its sentences.
  package var wording: Wording {
    let example = "'shocks[0].closure.for=30 days..180 days:30 days'"
    switch self {
    case .noEquals(let text):
      return Wording(
        "vary-no-equals", en: "`\(text)` names no values", ja: "`\(text)` に値がありません",
        helpEn: "write \(example)", helpJa: "\(example) のように書いてください")
    case .notNumeric(let path):
      return Wording(
        "vary-not-numeric", en: "`\(path)` is not a key with one number",
        ja: "`\(path)` は数値ひとつのキーではありません",
        helpEn: "`sonae explain` lists the keys; indices count from 0, as in shocks[0].closure.by",
        helpJa: "`sonae explain` でキーを確認してください。番号は0から数えます")
    case .noStep(let text):
      return Wording(
        "vary-no-step", en: "the range `\(text)` has no step", ja: "範囲 `\(text)` に刻みがありません",
        helpEn: "write \(example)", helpJa: "\(example) のように書いてください")
    case .emptyRange(let text):
      return Wording(
        "vary-empty", en: "the range `\(text)` holds no value", ja: "範囲 `\(text)` に値がありません",
        helpEn: "the end must not be below the start, and the step must be above 0",
        helpJa: "終わりは始まり以上、刻みは0より大きくしてください")
    case .tooMany(let text, let most):
      return Wording(
        "vary-too-many", en: "`\(text)` makes more than \(most) scenarios",
        ja: "`\(text)` のシナリオは\(most)件を超えます",
        helpEn: "take a larger step", helpJa: "刻みを大きくしてください")
    case .notAValue(let text, let path, let units):
      let list = units.map { $0.isEmpty ? "a plain number" : $0 }.joined(separator: ", ")
      return Wording(
        "vary-value", en: "`\(text)` is no value of `\(path)`",
        ja: "`\(text)` は `\(path)` の値ではありません",
        helpEn: "its units: \(list)", helpJa: "単位：\(list)")
    }
  }
}
