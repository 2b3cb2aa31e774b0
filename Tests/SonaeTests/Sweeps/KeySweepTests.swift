import ScenarioText
import Scenarios
import Testing

/// Every key of every lever, as a file says it, moves what LEVERS.md says it moves: nothing that is read is
/// without effect.
struct KeySweepTests {
  @Test(arguments: SweptLever.all) func everyKeyMovesWhatItShould(_ lever: SweptLever) async throws
  {
    let documents = try lever.sweeps.map { sweep in
      try sweep.values.map { try lever.document(sweep, $0) }
    }
    let found = try await SweepRuns.assessments(documents.flatMap { $0 })
    var start = 0
    for sweep in lever.sweeps {
      let runs = Array(found[start..<start + sweep.values.count])
      start += sweep.values.count
      let name = "\(lever).\(sweep.key) \(sweep.values)"
      switch sweep.direction {
      case .moves:
        for (one, next) in zip(runs, runs.dropFirst()) {
          #expect(one.shown != next.shown, "\(name) changes nothing")
        }
      case .adds(let measure), .takes(let measure):
        let isAdding = if case .adds = sweep.direction { true } else { false }
        let values = try runs.map {
          (isAdding ? 1 : -1) * (try #require(measure.value($0), "\(name): no \(measure)"))
        }
        for (one, next) in zip(values, values.dropFirst()) {
          #expect(next >= one - 1e-9, "\(name): \(measure) \(values)")
        }
        let size = values.map(abs).max() ?? 0
        #expect(
          values[values.count - 1] > values[0] + max(1e-8, 1e-3 * size),
          "\(name): \(measure) \(values)")
      }
    }
  }

  /// Keys of levers and of prices that are no names, and none of them left out.
  @Test func noKeyIsLeftOut() {
    let groups = ["baseline[].", "shocks[].", "responses[].", "model.prices.", "model.income."]
    let swept = Set(SweptLever.all.flatMap(\.keys))
    let left = KeyTable.keys.filter { key in
      groups.contains { key.path.hasPrefix($0) } && !swept.contains(key.path)
        && !Self.isName(key)
    }
    #expect(left.map(\.path) == [])
    let known = Set(KeyTable.keys.map(\.path))
    #expect(swept.subtracting(known).isEmpty, "swept and no longer there")
  }

  /// Whether a key says whom or what it is about.
  private static func isName(_ key: Key) -> Bool {
    switch key.type {
    case .group, .kinds, .text, .name, .names: true
    default: false
    }
  }
}
