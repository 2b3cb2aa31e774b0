/// A JSON value; objects keep the order of their members.
package enum JSON: Sendable, Hashable {
  /// A member of an object.
  package struct Member: Sendable, Hashable {
    /// The name.
    package let key: String
    /// The value.
    package let value: JSON

    /// Makes a member.
    package init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// Nothing: not computed, or not there.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A finite number.
  case number(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// Members in order, their keys all different.
  case object([Member])

  /// A number, or null where there is none.
  package static func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }

  /// A whole number, or null where there is none.
  package static func integer(_ value: Int?) -> JSON { value.map { .integer($0) } ?? .null }

  /// A text, or null where there is none.
  package static func string(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Makes a text.
  package init(stringLiteral value: String) { self = .string(value) }

  /// Makes a whole number.
  package init(integerLiteral value: Int) { self = .integer(value) }

  /// Makes a number.
  package init(floatLiteral value: Double) { self = .number(value) }

  /// Makes a truth value.
  package init(booleanLiteral value: Bool) { self = .bool(value) }

  /// Makes null.
  package init(nilLiteral: ()) { self = .null }

  /// Makes a list.
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }

  /// Makes an object whose members keep the order they are written in.
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member($0, $1) })
  }
}
