/// Units of money as files spell them, in the words of an economy folder.
enum MoneyWords {
  /// `M.EUR`, `Mill USD`, `millions of US$`, `‘000 US$` and the like as scale and currency; a text
  /// that is none of them stays as it is.
  static func unit(_ text: String) -> String {
    guard let (currency, rest) = currency(in: text) else { return text }
    let words = rest.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0 != "of" }
    guard words.count <= 1 else { return text }
    guard let word = words.first else { return rest.isEmpty ? currency : text }
    return scales[String(word)].map { "\($0) \(currency)" } ?? text
  }

  /// A currency at the end of a text, and what stands before it.
  private static func currency(in text: String) -> (code: String, rest: String)? {
    for (sign, code) in [("US$", "USD"), ("US dollars", "USD"), ("€", "EUR"), ("円", "JPY")]
    where text.hasSuffix(sign) {
      return (code, String(text.dropLast(sign.count)))
    }
    let last = text.suffix(3)
    guard last.count == 3, last.allSatisfy({ $0.isASCII && $0.isUppercase }) else { return nil }
    return (String(last), String(text.dropLast(3)))
  }

  private static let scales = [
    "m": "million", "mill": "million", "mio": "million", "mil": "million", "million": "million",
    "millions": "million", "b": "billion", "bn": "billion", "billion": "billion",
    "billions": "billion", "k": "thousand", "000": "thousand", "1000": "thousand",
    "thousand": "thousand", "thousands": "thousand",
  ]

  /// The unit in yen that a heading states, such as `(単位：百万円)`; nil if it states none.
  static func yen(in heading: String) -> String? {
    guard let start = heading.firstRange(of: "単位")?.upperBound else {
      let plain = heading.lowercased().replacing("s of", with: "")
      return ["100 million", "thousand", "million", "billion", "trillion"].first {
        plain.contains("\($0) yen")
      }.map { "\($0) JPY" }
    }
    let plain = heading[start...].prefix(20).filter { !$0.isWhitespace && !":：(（".contains($0) }
    guard let end = plain.firstIndex(of: "円") else { return nil }
    let digits = "０１２３４５６７８９"
    let word = plain[..<end].map { letter in
      digits.firstIndex(of: letter).map {
        "\(digits.distance(from: digits.startIndex, to: $0))"
      } ?? String(letter)
    }
    return yenScales[word.joined()].map { "\($0)JPY" }
  }

  private static let yenScales = [
    "": "", "千": "thousand ", "1000": "thousand ", "1,000": "thousand ", "万": "10000 ",
    "百万": "million ", "100万": "million ", "千万": "10 million ", "億": "100 million ",
    "1億": "100 million ", "10億": "billion ", "十億": "billion ", "100億": "10 billion ",
    "兆": "trillion ", "1兆": "trillion ",
  ]
}
