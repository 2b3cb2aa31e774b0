package import Scenarios

/// What every scenario of a batch must share: choices that change the course of a step.
package struct Conventions: Sendable, Hashable {
  /// Which set of rules.
  package let preset: ModelParameters.Preset
  /// How buyers weigh suppliers.
  package let supplierChoice: ModelParameters.SupplierChoice
  /// Who is served first.
  package let rationing: ModelParameters.Rationing
  /// Those whom it names.
  package let servedFirst: ServedFirst
  /// Steps a day, 1/Δt.
  package let stepsPerDay: Int
  /// Listed buyers, who are importers of their own.
  package let slices: [Slice]

  /// The conventions of a scenario.
  package init(_ scenario: Scenario) {
    let model = scenario.model
    slices = scenario.slices
    preset = model.preset
    supplierChoice = model.supplierChoice
    rationing = model.rationing
    servedFirst = model.servedFirst
    stepsPerDay = Int((1 / model.step).rounded())
  }

  /// Step Δt in days.
  var step: Double { 1 / Double(stepsPerDay) }

  /// Whether varieties count (MODEL2.md).
  var hasVarieties: Bool { preset == .sonae }

  /// Whether orders are weighed anew each day, so that shares must be renormalised.
  var isWeighted: Bool { supplierChoice != .fixed || hasVarieties }
}
