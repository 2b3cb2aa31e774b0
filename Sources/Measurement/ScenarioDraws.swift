internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

/// Random scenarios by number: the same number draws the same scenario, whatever else is drawn.
struct ScenarioDraws: Sendable {
  let economy: Economy
  let days: Int
  let rules: BenchmarkRules

  /// One loss of 30 to 60% of capacity in a random region for each product, for all days, and one ban.
  func scenario(_ number: Int) -> Scenario {
    var random = SplitMix64(seed: 1 &+ UInt64(number) &* 0x9E37_79B9)
    let sectors = economy.productCount
    let regions = economy.regionCount
    let always = Window(from: 0, days: nil, recovery: .immediate)
    var shocks: [any Lever] = (0..<sectors).map { sector in
      let region = Int(random.next() % UInt64(regions))
      return Capacity(
        nodes: [region * sectors + sector], by: 0.3 + 0.3 * random.nextUniform(), window: always)
    }
    let exporter = Int(random.next() % UInt64(regions))
    let importer = (exporter + 1) % regions
    let product = Int(random.next() % UInt64(sectors))
    shocks.append(
      Ban(
        exporter: Partner(code: "R\(exporter)", region: exporter),
        importer: Partner(code: "R\(importer)", region: importer), products: [.sector(product)],
        by: 0.5 + 0.5 * random.nextUniform(), leak: 0, window: always))
    return Scenario(
      title: "draw \(number)", titleJa: nil, economy: "", start: nil, horizon: days,
      model: model(sectors), shocks: shocks,
      report: ReportOptions(regions: [], tables: [], languages: ["en"]))
  }

  private func model(_ sectors: Int) -> ModelParameters {
    let perProduct = [Double](repeating: 30, count: sectors)
    // Three degrees of criticality, as in surveys of what an industry cannot do without.
    let criticality = (0..<sectors * sectors).map { [1.0, 0.5, 0][$0 % 3] }
    return ModelParameters(
      preset: rules.preset, inventoryDays: perProduct, restockDays: perProduct,
      psi: [Double](repeating: 0.5, count: sectors), tableCriticality: criticality,
      overproductionMax: 1.25, overproductionDays: 365, supplierChoice: rules.choice,
      flexibility: 0.5, redirectMax: 0.25, redirectSpeed: 0.01, restockCap: 0.25,
      overlayRestockCap: 0.1, rationing: .proportional, criticalityDial: nil, flows: false,
      step: 1, variety: rules.variety(sectors))
  }
}
