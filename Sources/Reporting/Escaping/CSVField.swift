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

private func isSignedNumber(_ text: Substring) -> Bool {
  text.wholeMatch(of: /[+\-][0-9]+([.,][0-9]+)*([eE][+\-]?[0-9]+)?( ?%)?( [A-Za-z]+)*/) != nil
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
  return scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
}
