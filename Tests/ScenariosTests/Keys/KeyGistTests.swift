import Diagnostics

import Scenarios
import Testing

struct KeyGistTests {
  @Test(arguments: KeyTable.keys) func aGistBeginsTheMeaning(_ key: Key) {
    for language in [Language.en, .ja] {
      let (gist, whole) = (key.gist.text(in: language), key.meaning.text(in: language))
      #expect(!gist.isEmpty && whole.hasPrefix(gist) && gist.last != " ", "\(key.path)")
    }
  }

  /// Two assumptions of one entry are told apart by their gists.
  @Test func gistsOfNumbersOfAGroupDiffer() {
    let numeric = KeyTable.keys.filter { KeyTable.numericKey(at: $0.path) != nil }
    for (group, keys) in Dictionary(grouping: numeric, by: { $0.parent }) {
      for language in [Language.en, .ja] {
        let gists = keys.map { $0.gist.text(in: language) }
        let twice = Set(gists.filter { gist in gists.count { $0 == gist } > 1 })
        #expect(twice.isEmpty, "\(group): \(twice)")
      }
    }
  }

  @Test func namesBelowAKeyAreTold() throws {
    let key = try #require(KeyTable.key(at: "model.inventory.C"))
    #expect(key.named(in: "model.inventory.C") == "C")
    #expect(key.named(in: "model.inventory") == nil)
    let table = try #require(KeyTable.key(at: "model.table criticality.C.23"))
    #expect(table.named(in: "model.table criticality.C.23") == "C.23")
    let ban = try #require(KeyTable.key(at: "shocks[3].ban.for"))
    #expect(ban.named(in: "shocks[3].ban.for") == nil)
  }
}
