package import Quantities

/// A key whose value is one number, as `--vary` and sweeps need it.
package struct NumericKey: Sendable {
  /// The key.
  package let key: Key
  /// The dimensions that its number may have.
  package let dimensions: [Dimension]
  /// Whether only whole numbers make sense.
  package let isWhole: Bool

  /// The units that its number is read in, the usual one first; a plain number has the empty one.
  package var units: [String] {
    dimensions.flatMap { $0 == .number ? [""] : Unit.names(of: $0) }
  }

  /// A value of a step as the file would state it, in the unit that the user wrote.
  package func text(of number: Double, in unit: Unit) -> String {
    unit.text(of: isWhole ? number.rounded() : number)
  }

  /// Reads `30 days`; a number without unit takes the given one.
  package func quantity(
    _ text: String, unit: Unit? = nil
  ) throws(QuantityFault) -> Quantity {
    do throws(QuantityFault) {
      return try Quantity(text, accepting: dimensions)
    } catch {
      guard error == .missingUnit, let unit else { throw error }
      let plain = try Quantity(text, accepting: [.number])
      return Quantity(number: plain.number, unit: unit)
    }
  }
}

extension KeyTable {
  /// The key at a path of a file such as `shocks[0].closure.for` or `model.inventory.C`; nil if there is none.
  package static func key(at path: String) -> Key? {
    let general = general(path)
    if let key = key(general) { return key }
    // Below a key whose own value maps names: one name, two for criticality.
    for point in general.indices.reversed() where general[point] == "." {
      guard let key = key(String(general[..<point])) else { continue }
      return key.mapsNames ? key : nil
    }
    return nil
  }

  /// The numeric key at a path of a file; nil if there is none or it holds no single number.
  package static func numericKey(at path: String) -> NumericKey? {
    guard let key = key(at: path) else { return nil }
    let isWhole = key.type == .wholeDays || key.type == .wholeNumber || key.type == .moment
    if key.type == .moment { return nil }
    if case .amounts = key.type, key.path == general(path) { return nil }
    guard !key.dimensions.isEmpty, key.path != "sonae", !key.path.hasPrefix("uncertainty") else {
      return nil
    }
    return NumericKey(key: key, dimensions: key.dimensions, isWhole: isWhole)
  }

  /// A path with every index left out: `shocks[0].ban` is `shocks[].ban`.
  static func general(_ path: String) -> String {
    var result = ""
    var isIndex = false
    for character in path {
      if character == "]" { isIndex = false }
      if !isIndex { result.append(character) }
      if character == "[" { isIndex = true }
    }
    return result
  }
}

extension Key {
  /// Whether its value may be a mapping of names.
  var mapsNames: Bool {
    switch type {
    case .amounts, .perProduct, .criticality: true
    default: false
    }
  }
}
