import Diagnostics
import ScenarioText
import Scenarios
import Testing

@Suite struct KeyTableTests {
  @Test func everyKeyBelongsToAGroup() {
    for key in KeyTable.keys where !key.parent.isEmpty {
      let group = KeyTable.key(key.parent)
      let list = KeyTable.key(String(key.parent.dropLast(2)))
      #expect(group?.type == .group || list?.type == .kinds, "\(key.path)")
    }
  }

  @Test func everyKeyIsExplainedInBothLanguages() {
    for key in KeyTable.keys {
      #expect(!key.meaning.en.isEmpty && !key.meaning.ja.isEmpty)
      #expect(key.meaning.en != key.meaning.ja)
      #expect(!key.example.isEmpty, "\(key.path)")
    }
  }

  /// A file that has every key with its example, one group or one entry at a time.
  @Test(arguments: KeyTable.keys.filter { $0.type == .group && $0.path.contains("[]") })
  func examplesOfKindsDecode(_ key: Key) throws {
    let list = key.path.prefix { $0 != "[" }
    guard key.parent == list + "[]" else { return }
    let others = [
      "capacity building":
        "  - project: {commodity: rare earths, country: VNM, capacity: 1 t/d, lead: 0 days}\n",
      "swap": "shocks:\n  - currency: {region: JPN, depreciation: 10%, pass-through: 60%}\n",
    ]
    let text =
      "economy: x\nstart: 2026-03-02\n\(list):\n  - \(key.name): \(key.example)\n"
      + (others[key.name] ?? "")
    #expect(try Sample.messages(text) == [])
  }

  @Test(arguments: KeyTable.keys.filter { $0.parent == "model" || $0.parent.isEmpty })
  func examplesOfTheTopAndModelDecode(_ key: Key) throws {
    let line = "\(key.name): \(key.example)"
    let preset = key.name == "preset" ? "" : "  preset: \(key.presets[0].rawValue)\n"
    let start = ["economy", "economies"].contains(key.name) ? "" : "economy: x\n"
    let base = "shocks:\n  - closure: {chokepoint: Strait of Hormuz}\n"
    let text = key.parent.isEmpty ? line + "\n" : "model:\n\(preset)  \(line)\n"
    #expect(try Sample.messages(start + text + (key.name == "shocks" ? "" : base)) == [])
  }

  @Test(arguments: ModelParameters.Preset.allCases)
  func defaultsAreValid(_ preset: ModelParameters.Preset) throws {
    #expect(try Sample.messages("economy: x\nmodel: {preset: \(preset.rawValue)}\n") == [])
  }

  @Test(arguments: [
    ("shocks[0].closure.for", "shocks[].closure.for"), ("model.criticality", "model.criticality"),
    ("model.inventory.C", "model.inventory"),
    (
      "model.table criticality.C.23",
      "model.table criticality"
    ), ("horizon", "horizon"),
    ("shocks[12].closure.share through.JPN", "shocks[].closure.share through"),
  ]) func pathsOfFilesHaveKeys(_ path: String, _ key: String) {
    #expect(KeyTable.key(at: path)?.path == key)
  }

  @Test(arguments: ["", "shocks[0].x", "model.criticality.C", "title.en", "nothing"])
  func otherPathsHaveNone(_ path: String) { #expect(KeyTable.key(at: path) == nil) }

  /// What a reader cannot see from a key's name, and would take to be otherwise.
  @Test(arguments: [
    ("shocks[].premium", "the unit of `cargo`"), ("shocks[].premium.cargo", "`cargo: 70000 t`"),
    ("shocks[].closure.by", "multiply what passes"),
    ("responses[].shield.share", "a weaker currency"),
    ("uncertainty.events", "keep their days"),
  ]) func surprisesAreExplained(_ path: String, _ words: String) throws {
    #expect(try #require(KeyTable.key(path)).meaning.en.contains(words))
  }
}
