internal import Diagnostics

/// A text that XML and HTML show as it is, in elements and in quoted attributes.
package func escapedXML(_ text: String) -> String {
  guard text.utf8.contains(where: isEscaped) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": shown += "&amp;"
    case "<": shown += "&lt;"
    case ">": shown += "&gt;"
    case "\"": shown += "&quot;"
    case "'": shown += "&#39;"
    case _ where scalar.isControl && !"\t\r\n".unicodeScalars.contains(scalar):
      // XML has no way to write them.
      shown += "\u{FFFD}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// Whether a byte may begin what is not written as it stands.
private func isEscaped(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
    UInt8(ascii: "'"), 0..<0x20, 0x7F, 0xC2:
    true
  default: false
  }
}
