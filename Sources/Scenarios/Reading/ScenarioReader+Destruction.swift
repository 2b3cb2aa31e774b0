import Diagnostics
import ScenarioText

extension ScenarioReader {
  mutating func destruction(_ group: Group) -> Shock? {
    let nodes = nodes(group["nodes"])
    let by = number(group["by"])
    let window = window(group)
    let rebuilding = rebuild(group["rebuild"])
    guard let nodes, let by, let window else { return nil }
    if group["rebuild"] != nil, rebuilding == nil { return nil }
    return .destruction(nodes: nodes, by: by, window: window, rebuild: rebuilding)
  }

  private mutating func rebuild(_ field: Field?) -> Rebuild? {
    guard let group = group(field) else { return nil }
    let over = number(group["over"])
    let sectors = amounts(group["sectors"]) { names, text throws(ScenarioProblem.Name) in
      try names.sector(text)
    }
    if let sectors { requireWhole(sectors.map(\.amount), group["sectors"]) }
    let factor = number(group["factor"])
    let damages = amounts(group["households"]) { names, text throws(ScenarioProblem.Name) in
      try names.finalDemand(text)
    }
    guard let over, let sectors, let factor else { return nil }
    if group["households"] != nil, damages == nil { return nil }
    return Rebuild(
      over: over,
      sectors: sectors.map { Rebuild.SectorWeight(sector: $0.name, weight: $0.amount) },
      factor: factor,
      households: (damages ?? []).map {
        Rebuild.HouseholdDamage(column: $0.name, amount: $0.amount)
      })
  }
}
