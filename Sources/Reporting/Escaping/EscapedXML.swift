/// A text that XML and HTML show as it is, in elements and in quoted attributes.
package func escapedXML(_ text: String) -> String {
  var shown = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": shown += "&amp;"
    case "<": shown += "&lt;"
    case ">": shown += "&gt;"
    case "\"": shown += "&quot;"
    case "'": shown += "&#39;"
    case _
    where scalar.properties.generalCategory == .control && !"\t\r\n".unicodeScalars.contains(scalar):
      // XML has no way to write them.
      shown += "\u{FFFD}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}
