package import Diagnostics
package import ScenarioText
package import Scenarios

/// Makes the scenario of a draw from the file: values set in its document and the whole read again, so that a
/// draw is what the file would be with those values; then entries that do not happen are left out.
package struct ScenarioDraw: Sendable {
  private let document: Document
  private let variables: [EnsembleVariable]
  /// Whether a variable is drawn here: what a variant states itself is not.
  private let isDrawn: [Bool]
  private let names: Names
  private let defaults: SectorDefaults

  /// Makes ready to draw around a document, or around a variant of it; variants in it are left out.
  ///
  /// In a variant a variable is drawn where the variant has what the document has: what it changes or leaves
  /// out stays as the variant says.
  package init(
    _ document: Document, variant: Document? = nil, variables: [EnsembleVariable], names: Names,
    defaults: SectorDefaults
  ) {
    self.document = (variant ?? document).leavingOut("variants").leavingOut("uncertainty")
    self.variables = variables
    isDrawn = variables.map { variable in
      variant.map { Self.isShared(variable, document, $0) } ?? true
    }
    self.names = names
    self.defaults = defaults
  }

  /// The scenario of some values and what the reader should know of it; throws why it is none.
  package func scenario(
    _ values: [Double?]
  ) throws(DiagnosticList) -> (scenario: Scenario, warnings: [Diagnostic]) {
    var changed = document
    var gone: [EntryPath] = []
    for (index, variable) in variables.enumerated() where isDrawn[index] {
      guard let value = values[index] else { continue }
      switch variable.law {
      case .number:
        changed = try changed.setting(
          path: variable.path, value: Source(name: variable.path, text: variable.text(of: value)))
      case .event(let entry, _): if value == 0 { gone.append(entry) }
      }
    }
    let decoded = try ScenarioDecoder.decode(changed, names: names, defaults: defaults)
    return (decoded.base.leavingOut(gone), decoded.warnings)
  }

  /// Whether a variant leaves a variable as the document has it; an event, whether its entry is still there.
  private static func isShared(
    _ variable: EnsembleVariable, _ document: Document, _ variant: Document
  ) -> Bool {
    let (old, new) = (document.node(at: variable.path), variant.node(at: variable.path))
    if case .event = variable.law {
      return new.flatMap(kind) == old.flatMap(kind)
    }
    return old.map(treeJSON) == new.map(treeJSON)
  }

  /// The only key of an entry, such as `ban`.
  private static func kind(_ entry: Node) -> String? {
    if case .mapping(let entries) = entry.content { entries.first?.key } else { nil }
  }
}
