internal import Diagnostics

/// What a file's author wrote about an entry: sources, mostly.
enum Comments {
  /// The comment lines that stand directly before the line of a place, as one text; empty if there are none.
  static func before(_ place: Place) -> String {
    let text = String(decoding: place.source.bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = place.start.line - place.source.firstLine
    guard lines.indices.contains(line) else { return "" }
    var found: [Substring] = []
    for line in lines[..<line].reversed() {
      let words = line.drop { $0 == " " }
      guard words.first == "#" else { break }
      found.append(words.drop { $0 == "#" || $0 == " " })
    }
    return found.reversed().joined(separator: " ")
  }
}
