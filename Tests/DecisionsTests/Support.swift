import Decisions
import InputOutputTables
import Scenarios
import TestSupport

/// A small world, three regions by four sectors, and its full model.
func smallModel(seed: UInt64 = 2) -> FullModel {
  FullModel(Economy(randomTable(regions: 3, sectors: 4, seed: seed)), commodities: [], threads: 2)
}

/// A scenario of levers with one value per product everywhere.
func scenario(
  horizon: Int = 60, sectors: Int = 4, _ shocks: [any Lever], responses: [any Lever] = []
) -> Scenario {
  let model = ModelParameters(
    preset: .pooled, inventoryDays: [Double](repeating: 10, count: sectors),
    restockDays: [Double](repeating: 10, count: sectors),
    psi: [Double](repeating: 0.5, count: sectors),
    tableCriticality: [Double](repeating: 0.5, count: sectors * sectors),
    overproductionMax: 1.25, overproductionDays: 365, supplierChoice: .delivery,
    flexibility: 0.5, redirectMax: 0.25, redirectSpeed: 0.01, restockCap: 0.25,
    overlayRestockCap: 0.1, rationing: .proportional, criticalityDial: nil, flows: false, step: 1,
    variety: nil)
  return Scenario(
    title: "test", titleJa: nil, economy: "", start: nil, horizon: horizon, model: model,
    shocks: shocks, responses: responses,
    report: ReportOptions(regions: [], tables: [], languages: ["en"]))
}

/// A loss of a node's capacity.
func loss(of node: Int, by share: Double, from day: Int = 0, for days: Int = 20) -> Capacity {
  Capacity(
    nodes: [node], by: share, window: Window(from: day, days: days, recovery: .immediate))
}
