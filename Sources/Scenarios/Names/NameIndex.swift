import Diagnostics
import InputOutputTables

/// Finds things of one kind by code, or by their name in any language, letter case aside.
struct NameIndex: Sendable {
  let codes: [String]
  private let byCode: [String: Int]
  private let byName: [String: [Int]]
  private let everyName: [String]

  /// Makes an index from each thing's code and other names.
  init(_ things: [(code: String, names: [String])]) {
    codes = things.map { $0.code }
    byCode = Dictionary(
      things.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var byName: [String: [Int]] = [:]
    for (index, thing) in things.enumerated() {
      for name in Set(([thing.code] + thing.names).map(foldedName)) {
        byName[name, default: []].append(index)
      }
    }
    self.byName = byName
    everyName = codes + things.flatMap { $0.names }
  }

  /// The thing's index; a code goes before names.
  func find(_ text: String, as kind: NameKind) throws(ScenarioProblem.Name) -> Int {
    if let index = byCode[text] { return index }
    let found = byName[foldedName(text)] ?? []
    if found.count > 1 { throw .ambiguous(kind, text, candidates: found.map { codes[$0] }) }
    guard let index = found.first else {
      throw .unknown(kind, text, suggestion: suggestion(for: text), known: codes)
    }
    return index
  }

  /// Whether a text is the code or name of one thing.
  func knows(_ text: String) -> Bool {
    byCode[text] != nil || byName[foldedName(text)]?.count == 1
  }

  /// The only thing whose code ends in these whole words; nil if none or several do.
  func index(endingIn text: String) -> Int? {
    let ending = " " + foldedName(text)
    let found = codes.indices.filter { foldedName(codes[$0]).hasSuffix(ending) }
    return found.count == 1 ? found[0] : nil
  }

  /// The only thing whose code has these whole words in it; nil if none or several do.
  func index(holding text: String) -> Int? {
    let words = " " + foldedName(text) + " "
    let found = codes.indices.filter { (" " + foldedName(codes[$0]) + " ").contains(words) }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether a code exists exactly so.
  func index(ofCode code: String) -> Int? { byCode[code] }

  /// The code or name that a text most likely means; a country's code of two letters means no other
  /// country, however near its code is.
  func suggestion(for text: String) -> String? {
    let country = CountryList.bundled.code(of: text)
    if let country, byCode[country] != nil { return country }
    let near = nearest(text, in: codes)
    if country != nil, text.utf8.count == 2, let near, CountryList.bundled.code(of: near) != nil {
      return nil
    }
    return near ?? nearest(text, in: everyName)
  }
}
