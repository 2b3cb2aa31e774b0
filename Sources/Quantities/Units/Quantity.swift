/// A number with its unit, as a file states it.
package struct Quantity: Sendable, Hashable {
  /// The number as written.
  package let number: Double
  /// The unit as written.
  package let unit: Unit

  /// Makes a quantity.
  package init(number: Double, unit: Unit) {
    self.number = number
    self.unit = unit
  }

  /// The number in the base unit of its dimension.
  package var base: Double { unit.base(number) }

  /// The quantity as text that reads back the same.
  package var text: String { unit.text(of: number) }

  /// Reads `90%`, `60 days`, `1.3 mb/d`; the unit must measure one of the accepted dimensions.
  package init(_ text: String, accepting dimensions: [Dimension]) throws(QuantityFault) {
    if let narrow = Quantity.narrowed(text) { throw .wideCharacters(narrow) }
    if text.isEmpty { throw .empty }
    let bytes = Array(text.utf8)
    let end = Quantity.numberEnd(in: bytes)
    guard end > 0, let number = Double(String(decoding: bytes[..<end], as: UTF8.self)) else {
      throw Quantity.isNotFinite(text) ? .notFinite : .notANumber
    }
    if let fault = Quantity.separatorFault(in: text, after: end) { throw fault }
    let rest = bytes[end...].drop { $0 == UInt8(ascii: " ") }
    let name = String(decoding: rest, as: UTF8.self)
    self.init(number: number, unit: try Quantity.unit(name, accepting: dimensions))
    if !number.isFinite || !base.isFinite { throw .notFinite }
  }

  /// Whether a text starts with one of the words for what is no finite number.
  private static func isNotFinite(_ text: String) -> Bool {
    let word = text.lowercased().drop { "+-.".contains($0) }
    return word.hasPrefix("nan") || word.hasPrefix("inf")
  }

  private static func unit(
    _ name: String, accepting dimensions: [Dimension]
  ) throws(QuantityFault) -> Unit {
    if name.isEmpty {
      guard dimensions.contains(.number) else { throw .missingUnit }
      return .one
    }
    guard let unit = Unit.named(name) else { throw .unknownUnit(name) }
    guard dimensions.contains(unit.dimension) else { throw .wrongUnit(unit) }
    return unit
  }
}
