import Diagnostics
import Scenarios
import Testing

/// Broken files are refused with placed messages, never with a trap.
@Suite struct MutationTests {
  private let lines = ReferenceScenarios.interface.split(
    separator: "\n", omittingEmptySubsequences: false
  ).map { String($0) }

  @Test func anyLineMayBeMissing() throws {
    for missing in lines.indices {
      var kept = lines
      kept.remove(at: missing)
      try expectPlaced(kept.joined(separator: "\n"))
    }
  }

  @Test(arguments: ["", "0", "-1", "x", "１", "1e999 days", "[]", "{}", "[a]", "{a: b}", "\"\""])
  func anyValueMayBeAnything(_ value: String) throws {
    for (index, line) in lines.enumerated() {
      for colon in line.indices where line[colon...].hasPrefix(": ") {
        var end = line.index(after: colon)
        while end < line.endIndex, !",}]#".contains(line[end]) { end = line.index(after: end) }
        var changed = lines
        changed[index] = line[...colon] + " " + value + line[end...]
        try expectPlaced(changed.joined(separator: "\n"))
      }
    }
  }

  /// Decoding and checking agree, and every message has a place and both languages.
  private func expectPlaced(_ text: String) throws {
    guard let document = try? Sample.document(text) else { return }
    let names = try Sample.names.get()
    let defaults = try Sample.defaults.get()
    let messages = ScenarioDecoder.check(document, names: names, defaults: defaults)
    let decoded = try? ScenarioDecoder.decode(document, names: names, defaults: defaults)
    #expect((decoded == nil) == messages.contains { $0.severity == .error })
    for message in messages {
      #expect(message.place != nil)
      #expect(message.problem.message(in: .en) != message.problem.message(in: .ja))
    }
  }
}
