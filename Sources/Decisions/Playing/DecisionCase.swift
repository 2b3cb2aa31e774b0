package import Diagnostics
package import Scenarios

/// One of the futures that a decision must serve, without knowing which will come.
package struct DecisionCase: Sendable {
  /// What is different in it, in words.
  package let name: Bilingual
  /// Its probability; those of all cases sum to 1.
  package let probability: Double
  /// The file in this case.
  package let scenario: Scenario

  /// Makes a case.
  package init(name: Bilingual, probability: Double, scenario: Scenario) {
    self.name = name
    self.probability = probability
    self.scenario = scenario
  }
}
