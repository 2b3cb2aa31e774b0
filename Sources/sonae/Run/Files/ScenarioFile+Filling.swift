import Diagnostics
import InputOutputTables
import ScenarioText
import Scenarios

extension ScenarioFile {
  /// The file with the default of every key that is left out, as its economy has it: the bundled values
  /// are not named for a table that has none.
  func filled() throws -> Document {
    var document = self.document
    if try hasPlainDefaults {
      for (key, value) in SectorDefaults.plainKeys where document.root["model"]?[key] == nil {
        document = try document.setting(
          path: "model.\(key)", value: Source(name: "defaults", text: value))
      }
    }
    return KeyTable.filled(document)
  }

  /// Whether a sector of the only economy has no bundled values, so that none are used.
  private var hasPlainDefaults: Bool {
    get throws {
      guard document.root["economies"] == nil, decoded.base.model.preset != .ario else {
        return false
      }
      let model = try SectorDefaults.bundled().model(
        for: table.sectors.map(\.code), level: .central, flows: false)
      return !model.unknown.isEmpty
    }
  }
}
