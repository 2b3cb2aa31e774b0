/// A text with control, invisible and text-direction characters escaped, safe to print on one line.
package func printable(_ text: String) -> String {
  // Nearly every text is plain, and looking at each character takes long.
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
  var shown = ""
  for character in text { shown += printable(character) }
  return shown
}

/// A character as it is, or its escaped form if it would not show or would disturb the line.
func printable(_ character: Character) -> String {
  guard character.unicodeScalars.contains(where: mustEscape) else { return String(character) }
  // An emoji joined with U+200D is one visible character; it is the joiner's proper use.
  if displayWidth(character) > 0, character.unicodeScalars.allSatisfy(mayJoin) {
    return String(character)
  }
  return character.unicodeScalars.map { mustEscape($0) ? escape($0) : String($0) }.joined()
}

private func mayJoin(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "\u{200D}" || !mustEscape(scalar)
}

private func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
  if (0x20...0x7E).contains(scalar.value) { return false }
  return switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
    .unassigned:
    true
  default: false
  }
}

private func escape(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\n": "\\n"
  case "\r": "\\r"
  case "\t": "\\t"
  default: "\\u{" + hexadecimal(scalar.value, digits: 1) + "}"
  }
}
