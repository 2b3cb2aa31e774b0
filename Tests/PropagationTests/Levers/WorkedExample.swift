import Foundation
import Testing

/// A case of LEVERS.md worked by hand and by an independent program: a JSON file of `Fixtures/levers`.
enum WorkedExample: Decodable {
  case number(Double)
  case list([WorkedExample])
  case object([String: WorkedExample])
  case text(String)
  case other

  /// Reads the case of a name, such as `15-income`.
  static func read(_ name: String) throws -> WorkedExample {
    let url = URL(filePath: fixtures("levers/\(name).json"))
    return try JSONDecoder().decode(WorkedExample.self, from: try Data(contentsOf: url))
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let object = try? value.decode([String: WorkedExample].self) {
      self = .object(object)
    } else if let list = try? value.decode([WorkedExample].self) {
      self = .list(list)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else {
      self = .other
    }
  }

  /// A member, by its way down from here.
  func at(_ keys: String...) throws -> WorkedExample {
    try keys.reduce(self) { found, key in
      guard case .object(let members) = found else {
        throw Missing(key: key)
      }
      return try #require(members[key], "no `\(key)`")
    }
  }

  /// The names of its members.
  var names: Set<String> {
    guard case .object(let members) = self else { return [] }
    return Set(members.keys)
  }

  /// A list of lists of numbers, by its way down from here.
  func rows(_ keys: String...) throws -> [[Double]] {
    let found = try keys.reduce(self) { try $0.at($1) }
    guard case .list(let list) = found else { throw Missing(key: keys.last ?? "") }
    return try list.map { try $0.numbers() }
  }

  /// A number, by its way down from here.
  func number(_ keys: String...) throws -> Double {
    let found = try keys.reduce(self) { try $0.at($1) }
    guard case .number(let number) = found else { throw Missing(key: keys.last ?? "") }
    return number
  }

  /// A list of numbers, by its way down from here.
  func numbers(_ keys: String...) throws -> [Double] {
    let found = try keys.reduce(self) { try $0.at($1) }
    guard case .list(let list) = found else { throw Missing(key: keys.last ?? "") }
    return try list.map { try $0.number() }
  }

  /// A list of words, by its way down from here.
  func texts(_ keys: String...) throws -> [String] {
    let found = try keys.reduce(self) { try $0.at($1) }
    guard case .list(let list) = found else { throw Missing(key: keys.last ?? "") }
    return try list.map {
      guard case .text(let text) = $0 else { throw Missing(key: keys.last ?? "") }
      return text
    }
  }

  /// Numbers by name, by its way down from here.
  func table(_ keys: String...) throws -> [String: Double] {
    let found = try keys.reduce(self) { try $0.at($1) }
    guard case .object(let members) = found else { throw Missing(key: keys.last ?? "") }
    return try members.mapValues { try $0.number() }
  }

  /// What a case does not have.
  struct Missing: Error { let key: String }
}
