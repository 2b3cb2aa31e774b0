/// What a code of NACE Rev. 2 or CPA 2.1 covers: `C10-12` is the divisions 10, 11 and 12 of section C.
///
/// Eurostat's tables serve several levels side by side, such as `B` and `B05` to `B09`.
struct EurostatClassification: Hashable {
  /// Numbers of the divisions.
  private let divisions: Set<Int>
  /// Letters behind a division's number, such as the A of `L68A`; empty for all of it.
  private let part: String
  private let code: String

  /// Divisions of each section of NACE Rev. 2.
  private static let sections: [Character: ClosedRange<Int>] = [
    "A": 1...3, "B": 5...9, "C": 10...33, "D": 35...35, "E": 36...39, "F": 41...43, "G": 45...47,
    "H": 49...53, "I": 55...56, "J": 58...63, "K": 64...66, "L": 68...68, "M": 69...75,
    "N": 77...82, "O": 84...84, "P": 85...85, "Q": 86...88, "R": 90...93, "S": 94...96,
    "T": 97...98, "U": 99...99,
  ]

  /// Reads a code without its `CPA_`; nil if it is none of the classification.
  init?(_ code: String) {
    let isRange = code.contains("-")
    let pieces = code.split { $0 == "-" || $0 == "_" }.map { Self.piece(String($0)) }
    guard !pieces.isEmpty, pieces.count <= 3, pieces[0]?.hasLetter == true else { return nil }
    var covered: Set<Int> = []
    var parts = ""
    for piece in pieces {
      guard let piece else { return nil }
      covered.formUnion(piece.divisions)
      parts += piece.part
    }
    if isRange, let low = covered.min(), let high = covered.max() {
      covered = Set(Self.sections.values.joined().filter { (low...high).contains($0) })
    }
    divisions = covered
    part = parts
    self.code = code
  }

  /// A letter, a number or both, and perhaps a letter behind them.
  private static func piece(
    _ text: String
  ) -> (divisions: Set<Int>, part: String, hasLetter: Bool)? {
    let letter = text.first.flatMap { sections[$0] }
    let rest = letter == nil ? text[...] : text.dropFirst()
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let part = String(rest.dropFirst(digits.count))
    if digits.isEmpty {
      guard let letter, part.isEmpty else { return nil }
      return (Set(letter), "", true)
    }
    guard digits.utf8.count == 2, let number = Int(digits), part.utf8.count <= 1 else { return nil }
    return ([number], part, letter != nil)
  }

  /// Whether this is a sum that another code is a part of; of two codes of one content the shorter is.
  func covers(_ other: Self) -> Bool {
    if divisions != other.divisions {
      return part.isEmpty && other.divisions.isStrictSubset(of: divisions)
    }
    if part != other.part { return part.isEmpty }
    return (code.utf8.count, code) < (other.code.utf8.count, other.code)
  }
}
