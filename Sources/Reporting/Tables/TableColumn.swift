package import Diagnostics
package import Quantities
internal import Scenarios

/// A column of a table: what its cells are, and in which unit.
package struct TableColumn: Sendable, Hashable, Codable {
  /// What the cells of a column hold.
  package enum Kind: Sendable, Hashable, Codable {
    /// Words, or missing.
    case text
    /// Numbers, counts and days, or missing.
    case number(NumberStyle)
  }

  /// The name in files, in snake_case, stable.
  package let key: String
  /// The name for readers.
  package let heading: Bilingual
  /// The unit for readers, empty where there is none or the cells say it.
  package let unit: Bilingual
  /// What the cells hold.
  package let kind: Kind
  /// Whether a terminal that is too narrow leaves it out; files and other formats never do.
  package let isDetail: Bool
  /// What numbers are multiplied by for Japanese readers, whose unit is another; 1 for most.
  package let japaneseFactor: Double
  /// The heading in CSV where a contract asks for another than key and unit; may be empty.
  package let csvHeading: String?

  /// Makes a column; its key is of lower-case letters, digits and underscores.
  package init(
    _ key: String, _ heading: Bilingual, unit: Bilingual = Bilingual(same: ""), kind: Kind,
    isDetail: Bool = false, csvHeading: String? = nil, japaneseFactor: Double = 1
  ) {
    precondition(TableColumn.isKey(key), "TableColumn: `\(key)` is not in snake_case")
    self.key = key
    self.heading = heading
    self.unit = unit
    self.kind = kind
    self.isDetail = isDetail
    self.csvHeading = csvHeading
    self.japaneseFactor = japaneseFactor
  }

  /// The unit of the numbers as files hold them: shares where readers see percent; empty for none.
  package var fileUnit: String {
    guard case .number(let style) = kind, style.unsigned == .percent else { return unit.en }
    return "share"
  }

  /// What numbers are multiplied by for readers of a language.
  func factor(in language: Language) -> Double { language == .ja ? japaneseFactor : 1 }

  /// Makes a column of a table's money.
  init(_ key: String, _ heading: Bilingual, money: String, isDetail: Bool = false) {
    let words = MoneyWords(money)
    self.init(
      key, heading, unit: words.unit, kind: .number(.significant), isDetail: isDetail,
      japaneseFactor: words.japaneseFactor)
  }

  /// The heading with its unit in brackets.
  func title(in language: Language) -> String {
    let unit = unit.text(in: language)
    return heading.text(in: language) + (unit.isEmpty ? "" : " [\(unit)]")
  }

  /// Whether the cells are numbers, which stand on the right.
  var isNumber: Bool { kind != .text }

  /// How numbers of the column read; text columns hold none.
  var style: NumberStyle {
    if case .number(let style) = kind { style } else { .significant }
  }

  static func isKey(_ text: String) -> Bool {
    let isLetterOrDigit = { (byte: UInt8) in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
    guard let first = text.utf8.first, isLetterOrDigit(first) else { return false }
    return text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "_") }
  }
}
