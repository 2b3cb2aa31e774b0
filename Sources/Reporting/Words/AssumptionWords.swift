package import Commodities
package import Diagnostics
package import Scenarios

/// Values of a scenario file in words: what the path `shocks[0].ban.for` means.
package struct AssumptionWords {
  private let levers: [LeverEntry]
  private let commodities: [Commodity]

  /// Words for the values of a scenario.
  package init(_ scenario: Scenario, commodities: [Commodity]) {
    levers = scenario.levers
    self.commodities = commodities
  }

  /// What stands at a path, with the shock, response or figure that it belongs to; of an entry itself, that
  /// it takes place. Nil where no key answers.
  package func words(_ path: String) -> Bilingual? {
    let entry = levers.first { path == $0.entryPath || path.hasPrefix($0.path + ".") }
    let owner = entry.map { name(of: $0) }
    guard let key = KeyTable.key(at: path) else {
      return owner.flatMap { path == entry?.entryPath ? Self.event($0) : nil }
    }
    let gist = key.gist
    let below = key.named(in: path).map { Bilingual(" (\($0))", "（\($0)）") } ?? Bilingual(same: "")
    let en = gist.en + below.en
    let ja = gist.ja + below.ja
    return owner.map { Bilingual("\($0.en): \(en)", "\($0.ja)：\(ja)") } ?? Bilingual(en, ja)
  }

  /// What an entry is called among those of its list: its kind, with commodity or number where others share it.
  package func name(of entry: LeverEntry) -> Bilingual {
    let list = levers.filter { $0.list == entry.list }
    return LeverWords.numbered(entry, among: list, commodities: commodities).words
  }

  private static func event(_ owner: Bilingual) -> Bilingual {
    Bilingual("\(owner.en) takes place", "\(owner.ja)の発生")
  }
}
