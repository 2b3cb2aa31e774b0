import Diagnostics
import Reporting
import Scenarios

/// One static result that `sonae inspect` can print: its name, what it needs, how it is made.
struct InspectionTable: Sendable {
  /// The name that `--table` takes.
  let name: String
  /// What it shows, for the list of tables.
  let about: Bilingual
  /// Options without which it cannot be made.
  let needs: [InspectOption]
  /// Options that it reads besides.
  let takes: [InspectOption]
  /// Makes it.
  let make: @Sendable (Inspection) throws -> Table

  init(
    _ name: String, _ en: String, _ ja: String, needs: [InspectOption] = [],
    takes: [InspectOption] = [], make: @escaping @Sendable (Inspection) throws -> Table
  ) {
    self.name = name
    about = Bilingual(en, ja)
    self.needs = needs
    self.takes = takes
    self.make = make
  }

  /// The options as a user writes them, those in brackets may be left out.
  var usage: String {
    (needs.map(\.rawValue) + takes.map { "[\($0.rawValue)]" }).joined(separator: " ")
  }
}
