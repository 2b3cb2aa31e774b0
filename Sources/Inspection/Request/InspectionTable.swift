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
  /// Sets of options that do not go together; it reads one set and `needs`, or all of `takes`.
  let ways: [[InspectOption]]
  /// Makes it; nil: no result of the table alone, but of many runs of the model.
  let make: (@Sendable (Inspection, inout InspectionLog) throws -> Table)?

  init(
    _ name: String, _ en: String, _ ja: String, needs: [InspectOption] = [],
    takes: [InspectOption] = [], ways: [[InspectOption]] = [],
    make: (@Sendable (Inspection, inout InspectionLog) throws -> Table)?
  ) {
    self.name = name
    about = Bilingual(en, ja)
    self.needs = needs
    self.takes = takes + ways.flatMap { $0 }
    self.ways = ways
    self.make = make
  }

  /// The options that it reads of a request: of several ways, the one whose first option is given.
  func reads(_ request: InspectionRequest) -> [InspectOption] {
    let chosen = ways.first { $0.first?.isGiven(in: request) == true }
    return needs + (chosen ?? takes)
  }

  /// The options as a user writes them, those in brackets may be left out.
  var usage: String {
    (needs.map(\.rawValue) + takes.map { "[\($0.rawValue)]" }).joined(separator: " ")
  }
}
