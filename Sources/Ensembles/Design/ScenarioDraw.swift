package import Diagnostics
package import ScenarioText
package import Scenarios

/// Makes the scenario of a draw from the file: values set in its document, entries that do not happen left
/// out, and the whole read again, so that a draw is what the file would be with those values.
package struct ScenarioDraw: Sendable {
  private let document: Document
  private let variables: [EnsembleVariable]
  private let names: Names
  private let defaults: SectorDefaults

  /// Makes ready to draw around a document; its variants are left out.
  package init(
    _ document: Document, variables: [EnsembleVariable], names: Names, defaults: SectorDefaults
  ) {
    self.document = document.leavingOut("variants").leavingOut("uncertainty")
    self.variables = variables
    self.names = names
    self.defaults = defaults
  }

  /// The scenario of some values and what the reader should know of it; throws why it is none.
  package func scenario(
    _ values: [Double?]
  ) throws(DiagnosticList) -> (scenario: Scenario, warnings: [Diagnostic]) {
    var changed = document
    var gone: [EntryPath] = []
    for case (let variable, let value?) in zip(variables, values) {
      switch variable.law {
      case .number:
        changed = try changed.setting(
          path: variable.path, value: Source(name: variable.path, text: variable.text(of: value)))
      case .event(let entry, _): if value == 0 { gone.append(entry) }
      }
    }
    let decoded = try ScenarioDecoder.decode(
      changed.leavingOut(gone), names: names, defaults: defaults)
    return (decoded.base, decoded.warnings)
  }
}
