import Diagnostics
import Files
import Quantities
import ScenarioText

extension ScenarioReader {
  /// The text of a field that is one value, not empty.
  mutating func text(_ field: Field?) -> String? {
    field.flatMap { text($0.node, $0.key) }
  }

  /// The text of a node that is one value of a key, not empty.
  mutating func text(_ node: Node, _ key: Key) -> String? {
    guard let text = node.text else {
      let example = Self.line(key)
      let isList = if case .sequence = node.content { true } else { false }
      report(
        isList
          ? ScenarioProblem.Shape.needsOneOfList(key.name, example: example)
          : .needsOneValue(key.name, example: example), at: node.place)
      return nil
    }
    if text.isEmpty {
      report(ScenarioProblem.Shape.empty(key.name, example: Self.line(key)), at: node.place)
      return nil
    }
    return text
  }

  /// A number of a field in base units; `unlimited` and `all` are infinite.
  mutating func number(_ field: Field?, in dimensions: [Dimension]? = nil) -> Double? {
    field.flatMap { number($0.node, $0.key, in: dimensions) }
  }

  /// A number of a node, in a key's dimensions and bounds.
  mutating func number(
    _ node: Node, _ key: Key, in dimensions: [Dimension]? = nil, words: [String]? = nil
  ) -> Double? {
    guard let text = text(node, key) else { return nil }
    let words = words ?? key.words
    if words.contains(text) { return .infinity }
    return quantity(text, key, in: dimensions ?? key.dimensions, words: words, at: node.place)
  }

  /// A whole number of a field.
  mutating func wholeNumber(_ field: Field?) -> Int? {
    guard let field, let value = number(field) else { return nil }
    return whole(value, field)
  }

  /// A whole number of days of a field; `Int.max` for `unlimited`.
  mutating func wholeDays(_ field: Field?) -> Int? {
    guard let field, let value = number(field) else { return nil }
    return value == .infinity ? Int.max : whole(value, field)
  }

  private mutating func whole(_ value: Double, _ field: Field) -> Int? {
    if let whole = Int(exactly: value) { return whole }
    report(
      ScenarioProblem.Amount.notWhole(
        field.node.text ?? "", days: field.key.dimensions == [.duration]), at: field.node.place)
    return nil
  }

  /// Reads a text as a quantity in base units, and says what is wrong with it.
  mutating func quantity(
    _ text: String, _ key: Key, in dimensions: [Dimension], words: [String] = [], at place: Place
  ) -> Double? {
    do throws(QuantityFault) {
      let quantity = try Quantity(text, accepting: dimensions)
      guard let base = money(quantity, key, at: place) else { return nil }
      if abs(base) > Limits.amount {
        report(ScenarioProblem.Amount.tooLarge(text), at: place)
        return nil
      }
      if let bounds = key.bounds, !bounds.contains(base) {
        report(outOfRange(text, bounds, dimensions[0]), at: place)
        return nil
      }
      return base
    } catch {
      report(problem(error, text, key, dimensions, words), at: place)
      return nil
    }
  }

  /// An amount of US dollars of a field: what levers cost is booked in it, whatever the table counts in.
  mutating func dollars(_ field: Field?) -> Double? {
    guard let field, let text = text(field) else { return nil }
    do throws(QuantityFault) {
      let quantity = try Quantity(text, accepting: [.money])
      guard quantity.unit.currency == "USD" else {
        report(ScenarioProblem.Amount.otherCurrency(text, table: "USD"), at: field.node.place)
        return nil
      }
      if abs(quantity.base) > Limits.amount {
        report(ScenarioProblem.Amount.tooLarge(text), at: field.node.place)
        return nil
      }
      let bounds = field.key.bounds ?? .notNegative
      if !bounds.contains(quantity.base) {
        report(outOfRange(text, bounds, .money), at: field.node.place)
        return nil
      }
      return quantity.base
    } catch {
      report(problem(error, text, field.key, [.money], []), at: field.node.place)
      return nil
    }
  }

  /// Money in the table's unit, which must be of its currency; amounts of a commodity that is counted in USD in
  /// these; anything else as it is.
  private mutating func money(_ quantity: Quantity, _ key: Key, at place: Place) -> Double? {
    guard quantity.unit.dimension == .money, let names else { return quantity.base }
    guard key.dimensions.contains(.money) else {
      if quantity.unit.currency == "USD" { return quantity.base }
      report(ScenarioProblem.Amount.otherCurrency(quantity.text, table: "USD"), at: place)
      return nil
    }
    guard let table = Unit.tableMoney(names.moneyUnit), table.currency == quantity.unit.currency
    else {
      report(
        ScenarioProblem.Amount.otherCurrency(quantity.text, table: names.moneyUnit), at: place)
      return nil
    }
    return table.number(fromBase: quantity.base)
  }

  private func outOfRange(
    _ text: String, _ bounds: Key.Bounds, _ dimension: Dimension
  ) -> ScenarioProblem.Amount {
    .outOfRange(
      text, lowest: dimension.text(bounds.low),
      highest: bounds.high == .infinity ? nil : dimension.text(bounds.high),
      isOpen: bounds.isOpen)
  }

  private func problem(
    _ fault: QuantityFault, _ text: String, _ key: Key, _ dimensions: [Dimension],
    _ words: [String]
  ) -> AnyProblem {
    let units = dimensions.flatMap { Unit.names(of: $0) }
    let examples = dimensions.first == .number ? [key.example] : units
    switch fault {
    case .empty: return ScenarioProblem.Shape.empty(key.name, example: Self.line(key)).erased
    case .notANumber where !words.isEmpty && !Self.looksNumeric(text):
      return ScenarioProblem.Amount.notAChoice(
        text, key: key.name, accepted: words + [key.example],
        suggestion: nearest(text, in: words)
      ).erased
    case .notANumber: return ScenarioProblem.Amount.notANumber(text, accepted: [key.example]).erased
    case .notFinite: return ScenarioProblem.Amount.notFinite(text).erased
    case .thousandsSeparator(let write):
      return ScenarioProblem.Amount.thousandsSeparator(text, write: write).erased
    case .decimalComma(let write):
      return ScenarioProblem.Amount.decimalComma(text, write: write).erased
    case .wideCharacters(let write):
      return ScenarioProblem.Amount.wideCharacters(text, write: write).erased
    case .missingUnit: return ScenarioProblem.Amount.missingUnit(text, accepted: examples).erased
    case .unknownUnit(let unit):
      return ScenarioProblem.Amount.wrongUnit(
        unit, accepted: examples, suggestion: nearest(unit, in: units)
      ).erased
    case .wrongUnit(let unit):
      return ScenarioProblem.Amount.wrongUnit(unit.name, accepted: examples, suggestion: nil).erased
    }
  }

  /// Whether a text begins like a number.
  private static func looksNumeric(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return ("0"..."9").contains(first) || ["-", "+", ".", ","].contains(first)
  }
}

extension Dimension {
  /// A value in the base unit, written in the usual unit.
  func text(_ base: Double) -> String {
    guard let name = Unit.names(of: self).first, self != .money, let unit = Unit.named(name) else {
      return Unit.one.text(of: base)
    }
    return unit.text(of: unit.number(fromBase: base))
  }
}
