package import Diagnostics

/// A name that several things may share, each with its number.
package struct NumberedName: Sendable, Hashable {
  /// The name.
  package let name: Bilingual
  /// Which of those of the name, from 1; nil: the only one.
  package let number: Int?

  /// Makes a name.
  package init(name: Bilingual, number: Int?) {
    self.name = name
    self.number = number
  }

  /// Name and number.
  package var words: Bilingual {
    guard let number else { return name }
    return Bilingual("\(name.en) \(number)", "\(name.ja)\(number)")
  }

  /// Several in one phrase, each name once: `stockpile 1, 2; escort`.
  package static func list(_ some: [NumberedName]) -> Bilingual {
    var names: [Bilingual] = []
    for one in some where !names.contains(one.name) { names.append(one.name) }
    let groups = names.map { name in
      (name, some.filter { $0.name == name }.compactMap { $0.number }.map { "\($0)" })
    }
    let hasSeveral = groups.contains { $0.1.count > 1 }
    let en = groups.map { name, numbers in
      numbers.isEmpty ? name.en : "\(name.en) \(numbers.joined(separator: ", "))"
    }
    let ja = groups.map { name, numbers in name.ja + numbers.joined(separator: "・") }
    return Bilingual(
      en.joined(separator: hasSeveral ? "; " : ", "), ja.joined(separator: "、"))
  }
}
