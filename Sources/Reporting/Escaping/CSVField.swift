internal import Diagnostics

/// A field of CSV: quoted where RFC 4180 asks for it, and never a formula or a terminal's command.
///
/// A text that spreadsheets would run gets an apostrophe, which they take as the mark of a text;
/// numbers keep their sign. Control characters and marks that turn the direction of writing are
/// shown as their codes.
package func csvField(_ field: String) -> String {
  let text = (isFormula(field) ? "'" : "") + withoutControls(field)
  let mustQuote = text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
  guard mustQuote || text.first == " " || text.last == " " else { return text }
  return "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
}

/// Whether a spreadsheet would take a text as a formula; a number with a unit is none.
private func isFormula(_ field: String) -> Bool {
  guard let first = field.unicodeScalars.first else { return false }
  if "\t\r\n".unicodeScalars.contains(first) { return true }
  let rest = field.drop { $0 == " " }
  guard let start = rest.unicodeScalars.first, signs.contains(start) else { return false }
  return !isSignedNumber(rest)
}

/// Signs that begin a formula, in their full-width form too.
private let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

/// Whether a text is a sign, a number with an exponent or without, perhaps a percent sign, then units.
private func isSignedNumber(_ text: Substring) -> Bool {
  var rest = Array(text.utf8)[...]
  let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  guard isOne(of: "+-", rest.popFirst()), drop(&rest, while: digits.contains) else { return false }
  while isOne(of: ".,", rest.first), rest.dropFirst().first.map(digits.contains) ?? false {
    rest.removeFirst()
    _ = drop(&rest, while: digits.contains)
  }
  if isOne(of: "eE", rest.first) {
    rest.removeFirst()
    if isOne(of: "+-", rest.first) { rest.removeFirst() }
    guard drop(&rest, while: digits.contains) else { return false }
  }
  if let sign = ["%", " %"].first(where: { rest.starts(with: $0.utf8) }) {
    rest.removeFirst(sign.utf8.count)
  }
  while let next = rest.popFirst() {
    guard next == UInt8(ascii: " "), drop(&rest, while: isLetter) else { return false }
  }
  return true
}

private func isOne(of signs: String, _ byte: UInt8?) -> Bool {
  byte.map { signs.utf8.contains($0) } ?? false
}

/// Drops what a text starts with; false if that is nothing.
private func drop(_ text: inout ArraySlice<UInt8>, while isWanted: (UInt8) -> Bool) -> Bool {
  let rest = text.drop(while: isWanted)
  defer { text = rest }
  return rest.count < text.count
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

private func withoutControls(_ field: String) -> String {
  guard field.unicodeScalars.contains(where: isHidden) else { return field }
  var shown = ""
  for scalar in field.unicodeScalars {
    if isHidden(scalar) {
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  if "\t\r\n".unicodeScalars.contains(scalar) { return false }
  return scalar.isControl || scalar.setsDirection
}
