/// A text as a JSON string, quotes included: control characters, line separators and marks that turn
/// the direction of writing escaped, all others as they are.
package func jsonString(_ text: String) -> String {
  // Nearly every text is plain, and asking for the properties of each scalar takes long.
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
    return "\"" + text + "\""
  }
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\u{8}": quoted += "\\b"
    case "\u{C}": quoted += "\\f"
    case "\n": quoted += "\\n"
    case "\r": quoted += "\\r"
    case "\t": quoted += "\\t"
    case " "..."~": quoted.unicodeScalars.append(scalar)
    case "\u{2028}", "\u{2029}",
      _ where scalar.isControl || scalar.setsDirection:
      quoted += "\\u" + hexadecimal(scalar.value, digits: 4).lowercased()
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}

/// A number in upper-case hexadecimal digits, padded with zeros on the left.
package func hexadecimal(_ number: UInt32, digits: Int) -> String {
  let text = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
