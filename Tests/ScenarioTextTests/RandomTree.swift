import Diagnostics
import ScenarioText

/// A tree of texts that are awkward to write, for laws about printing and parsing.
struct RandomTree {
  var random: SplitMix64

  private static let pieces = [
    "a", "b", " ", "  ", ":", ": ", "#", " #", "-", "- ", "?", "? ", "\"", "'", "\\", "[", "]", "{",
    "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "\n", "\t", "\r", "---", "...", "日本", "　",
    "：", "－ ", "＃", "90%", "é", "e\u{301}", "😀", "\0", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}",
    "~", "null", "12:30", "http://x.y", "-5", ".5", "=", "<<",
  ]

  /// A tree at most `depth` levels deep.
  mutating func node(depth: Int) -> Node {
    switch depth > 0 ? Int.random(in: 0..<10, using: &random) : 0 {
    case 0..<4: return node(.scalar(text(), isPlain: Bool.random(using: &random)))
    case 4..<7: return node(.sequence((0..<count()).map { _ in node(depth: depth - 1) }))
    default:
      var entries: [String: Node] = [:]
      for _ in 0..<count() { entries[text()] = node(depth: depth - 1) }
      let sorted = entries.sorted { $0.key < $1.key }
      return node(.mapping(sorted.map { Node.Entry(key: $0, keyPlace: place, value: $1) }))
    }
  }

  private let place = Place(source: Source(name: "tree", text: ""), range: 0..<0)

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private func node(_ content: Node.Content) -> Node { Node(content, at: place) }

  private mutating func count() -> Int { Int.random(in: 0...4, using: &random) }

  private mutating func text() -> String {
    let length = Int.random(in: 0...4, using: &random)
    return (0..<length).map { _ in RandomTree.pieces.randomElement(using: &random) ?? "" }.joined()
  }
}
