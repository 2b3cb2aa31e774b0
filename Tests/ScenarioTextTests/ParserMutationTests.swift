import Diagnostics
import ScenarioText
import Testing

/// Whatever the bytes, parsing ends in a document or in placed mistakes.
@Suite struct ParserMutationTests {
  private static let signs = [
    " ", "  ", "\n", "\n  ", "- ", ": ", ":", "#", " #", "'", "\"", "[", "]", "{", "}", ",", "|",
    ">", "|-", ">+2", "\t", "? ", "&a ", "*a", "!t ", "%", "\n---\n", "\n...\n", "\\", "\r", "　",
    "：", "－ ", "\u{FEFF}", "\0", "\u{85}", "日", "''", "@", "`",
  ]

  @Test(arguments: 0..<20) func mutatedTextsEndInADocumentOrInPlacedMistakes(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<500 {
      let bytes = mutated(&random)
      do {
        let root = try Parser.parse(Source(name: "t", bytes: bytes)).root
        #expect(placesAreInside(root), "\(bytes)")
        let again = try parse(yaml(root)).root
        #expect(treeJSON(again) == treeJSON(root), "\(bytes)")
      } catch let error as DiagnosticList {
        #expect(error.diagnostics.count <= 51)
        #expect(error.diagnostics.allSatisfy { $0.place.map(isInside) ?? ($0.severity == .note) })
        #expect(!error.text(in: .ja).isEmpty)
      } catch {
        Issue.record(error)
      }
    }
  }

  /// One to four texts glued together, then cut, doubled, or sprinkled with signs and bytes.
  private func mutated(_ random: inout SplitMix64) -> [UInt8] {
    let texts = fixtures.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
    var bytes = texts.flatMap { Array($0.yaml.utf8) }
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 0...4, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[at..<end]), at: bytes.count - at)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
      default:
        let sign = ParserMutationTests.signs.randomElement(using: &random) ?? ""
        bytes.replaceSubrange(at..<end, with: Array(sign.utf8))
      }
    }
    return bytes
  }

  @Test(arguments: [
    "[", "[]", "- ", "? ", "a: \"\n", "- '\n", "a: b\n", "a: |\n", "&a ", "\t", "\t\n", "a:", "}",
    "{a: [", "\"\\z", "　", "\\\n", "a\n", "\n", "''", "- \"\n - '\n",
  ]) func longTextsTakeLinearTime(_ piece: String) {
    let clock = ContinuousClock()
    func seconds(_ count: Int) -> Duration {
      let source = Source(name: "t", text: String(repeating: piece, count: count))
      return clock.measure { _ = try? Parser.parse(source) }
    }
    let short = (0..<3).map { _ in seconds(10_000) }.min() ?? .zero
    // A quadratic reader would take 256 times as long for 16 times the text.
    let long = (0..<2).map { _ in seconds(160_000) }.min() ?? .zero
    #expect(long < short * 64 + .seconds(1))
  }
}
