internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// Effects on what producers of the table and origins of commodities can make, and rebuilding.
extension EffectCompiler {
  /// Primitive `cap`.
  mutating func lose(_ loss: CapacityChange, horizon: Int, _ touch: inout Touch) {
    switch loss {
    case .nodes(let loss): lose(loss, horizon: horizon, &touch)
    case .origins(let loss): lose(loss, &touch)
    case .growth(let growth): grow(growth, &touch)
    }
  }

  private mutating func lose(_ loss: NodeLoss, horizon: Int, _ touch: inout Touch) {
    switch loss.kind {
    case .capacity(let isMeasured):
      for node in loss.nodes {
        let j = economy.position[node]
        losses.add(
          Losses.Event(
            share: loss.share, window: loss.window, isCapital: false, isMeasured: isMeasured,
            rebuilding: nil),
          node: j, scenario: touch.scenario)
        count(node, economy.output[j], &touch)
      }
    case .capital(let rebuild):
      if let rebuild { miss(rebuild, loss, horizon: horizon, &touch) }
      for node in loss.nodes { destroy(node, loss, rebuild: rebuild, &touch) }
      if let rebuild, let start = loss.window.end {
        rebuildHouseholds(rebuild, start: start, &touch)
      }
    }
  }

  private func count(_ node: Int, _ flow: Double, _ touch: inout Touch) {
    if flow > 0 { touch.add(flow) } else { touch.missed.append(.node(node)) }
  }

  /// Notes what a rebuilding cannot do: start within the run, or buy of a sector.
  private func miss(
    _ rebuild: Rebuild, _ loss: NodeLoss, horizon: Int, _ touch: inout Touch
  ) {
    guard let start = loss.window.end, start < horizon else {
      return touch.missed.append(.rebuilding)
    }
    for part in rebuild.sectors {
      let isSupplied = loss.nodes.contains { node in
        economy.suppliers(of: part.sector).contains {
          economy.supplierShares[$0, economy.position[node]] > 0
        }
      }
      let serves = rebuild.households.contains { household in
        economy.suppliers(of: part.sector).contains {
          economy.finalDemand[$0, household.column] > 0
        }
      }
      if !isSupplied, !serves { touch.missed.append(.sector(part.sector)) }
    }
  }

  private mutating func destroy(
    _ node: Int, _ loss: NodeLoss, rebuild: Rebuild?, _ touch: inout Touch
  ) {
    let j = economy.position[node]
    let capital = 4 * max(0, economy.valueAdded[j])
    count(node, capital > 0 ? economy.output[j] : 0, &touch)
    var column: Int?
    if let rebuild, let start = loss.window.end, capital > 0 {
      column = rebuilding.count
      rebuilding.append(
        RebuildingColumn(
          scenario: touch.scenario, start: start, rate: 1 / rebuild.over, factor: rebuild.factor,
          capital: capital,
          demand: demand(rebuild, damage: loss.share * capital) { economy.supplierShares[$0, j] }))
    }
    losses.add(
      Losses.Event(
        share: capital > 0 ? loss.share : 0, window: loss.window, isCapital: true,
        rebuilding: column),
      node: j, scenario: touch.scenario)
  }

  private mutating func rebuildHouseholds(
    _ rebuild: Rebuild, start: Int, _ touch: inout Touch
  ) {
    for household in rebuild.households {
      let flows = demand(rebuild, damage: household.amount) {
        economy.finalDemand[$0, household.column]
      }
      if flows.contains(where: { $0 > 0 }) {
        touch.add(0)
      } else {
        touch.missed.append(.finalDemand(household.column))
      }
      rebuilding.append(
        RebuildingColumn(
          scenario: touch.scenario, start: start, rate: 1 / rebuild.over, factor: rebuild.factor,
          capital: 0, demand: flows))
    }
  }

  /// G = damage·factor·weight·share, weights renormalised over the sectors that supply the column.
  private func demand(_ rebuild: Rebuild, damage: Double, flow: (Int) -> Double) -> [Double] {
    var demand = [Double](repeating: 0, count: economy.nodeCount)
    let served = rebuild.sectors.filter { part in
      economy.suppliers(of: part.sector).contains { flow($0) > 0 }
    }
    let weights = served.reduce(0) { $0 + $1.weight }
    guard weights > 0 else { return demand }
    for part in served {
      let suppliers = economy.suppliers(of: part.sector)
      let total = suppliers.reduce(0) { $0 + flow($1) }
      for i in suppliers {
        demand[i] = damage * rebuild.factor * part.weight / weights * flow(i) / total
      }
    }
    return demand
  }
}
