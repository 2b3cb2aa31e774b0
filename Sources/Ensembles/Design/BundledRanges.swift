package import InputOutputTables
package import ScenarioText
package import Scenarios
internal import Statistics

/// Distributions of assumptions that the program itself gives a low and a high end: triangular, with the
/// scenario's own value as the mode.
package enum BundledRanges {
  /// The assumptions of a scenario that its file does not vary; each named by its path.
  package static func variables(
    _ scenario: Scenario, document: Document, table: InputOutputTable, defaults: SectorDefaults,
    movesCommodities: Bool, besides known: Set<String>
  ) -> [EnsembleVariable] {
    let model = scenario.model
    let written = document.root["model"]
    var found: [EnsembleVariable] = []
    if movesCommodities {
      found.append(
        number("model.criticality", ModelParameters.criticalityDialRange, model.criticalityDial))
    }
    if let most = model.variety?.most, most > 1, isOneNumber(written?["variety"]) {
      found.append(number("model.variety", VarietyParameters.mostRange, most))
    }
    if model.income.show != .off {
      found.append(
        number(
          "model.income.propensity", IncomeParameters.propensityRange, model.income.propensity))
    }
    if written?["inventory"] == nil, model.preset != .ario {
      found += inventories(table, defaults)
    }
    return found.filter { !known.contains($0.path) }
  }

  private static func isOneNumber(_ node: Node?) -> Bool { node == nil || node?.text != nil }

  /// Targets of products, days; those without a range, and all where a sector has no default, stay.
  private static func inventories(
    _ table: InputOutputTable, _ defaults: SectorDefaults
  ) -> [EnsembleVariable] {
    let products = zip(table.sectors, table.standardSectors).map { sector, standard in
      (sector.code, standard.first.flatMap { defaults.products[$0] })
    }
    guard products.allSatisfy({ $0.1 != nil }) else { return [] }
    return products.compactMap { code, product in
      guard let product, product.kind == .storable, product.days.count == 3,
        product.days[0] < product.days[2]
      else { return nil }
      return number(
        "model.inventory.\(code)", product.days[0]...product.days[2], product.days[1],
        unit: "days")
    }
  }

  private static func number(
    _ path: String, _ range: ClosedRange<Double>, _ mode: Double?, unit: String = ""
  ) -> EnsembleVariable {
    let (low, high) = (range.lowerBound, range.upperBound)
    let distribution: Distribution =
      if let mode, range.contains(mode) { .triangular(low: low, mode: mode, high: high) } else {
        .uniform(low: low, high: high)
      }
    return EnsembleVariable(path: path, law: .number(distribution, unit: unit, isWhole: false))
  }
}
