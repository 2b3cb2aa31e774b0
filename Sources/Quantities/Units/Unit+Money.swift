extension Unit {
  /// A unit of money: `million USD`, `bn USD`, `MUSD`, `M.EUR`, `trillion JPY`; nil if the text is none.
  package static func money(_ text: String) -> Unit? {
    let words = text.split(separator: " ")
    switch words.count {
    case 1:
      return attached(String(words[0]))
    case 2:
      guard let scale = scales[String(words[0])], isCurrency(words[1]) else { return nil }
      return Unit(text, .money, times: scale, currency: String(words[1]))
    default:
      return nil
    }
  }

  /// The unit that a table counts its money in; also `100 million JPY`; nil if it cannot be read.
  package static func tableMoney(_ text: String) -> Unit? {
    if let unit = money(text) { return unit }
    guard let quantity = try? Quantity(text, accepting: [.money]) else { return nil }
    return Unit(text, .money, times: quantity.base, currency: quantity.unit.currency)
  }

  /// `USD`, `MUSD` and `M.USD`.
  private static func attached(_ word: String) -> Unit? {
    let code = word.suffix(3)
    guard isCurrency(code) else { return nil }
    var prefix = String(word.dropLast(3))
    if prefix.hasSuffix(".") { prefix.removeLast() }
    guard let scale = prefixes[prefix] else { return nil }
    return Unit(word, .money, times: scale, currency: String(code))
  }

  private static func isCurrency(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    return bytes.count == 3
      && bytes.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  private static let scales = [
    "thousand": 1e3, "million": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12,
    "tn": 1e12,
  ]
  private static let prefixes = ["": 1.0, "k": 1e3, "M": 1e6, "B": 1e9, "T": 1e12]
}
