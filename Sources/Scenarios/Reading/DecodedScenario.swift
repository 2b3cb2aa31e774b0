package import Diagnostics
package import ScenarioText

/// A scenario file, read and validated: the scenario itself, its variants, and what varies at random.
package struct DecodedScenario: Sendable {
  /// A variant: the same file with named changes.
  package struct Variant: Sendable {
    /// Its name in the file.
    package let name: String
    /// The changed document.
    package let document: Document
    /// The changed scenario.
    package let scenario: Scenario

    /// Makes a variant.
    package init(name: String, document: Document, scenario: Scenario) {
      self.name = name
      self.document = document
      self.scenario = scenario
    }
  }

  /// The scenario as the file states it.
  package let base: Scenario
  /// The variants in the file's order.
  package let variants: [Variant]
  /// What varies at random; nil if the file says nothing.
  package let uncertainty: Uncertainty?
  /// What the reader should know although nothing is wrong.
  package let warnings: [Diagnostic]

  /// Makes a decoded scenario.
  package init(
    base: Scenario, variants: [Variant], uncertainty: Uncertainty?, warnings: [Diagnostic]
  ) {
    self.base = base
    self.variants = variants
    self.uncertainty = uncertainty
    self.warnings = warnings
  }
}
