import Quantities

/// Destroyed productive capital, a share of it; overlapping losses add up to the whole.
package struct Destruction: Lever {
  /// Nodes, in the table's order.
  package let nodes: [Int]
  /// Lost share, 0 to 1.
  package let by: Double
  /// When.
  package let window: Window
  /// Rebuilding, instead of the window's recovery; nil: none.
  package let rebuild: Rebuild?

  /// Makes a destruction.
  package init(nodes: [Int], by: Double, window: Window, rebuild: Rebuild?) {
    self.nodes = nodes
    self.by = by
    self.window = window
    self.rebuild = rebuild
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [.cap(.nodes(NodeLoss(nodes: nodes, share: by, kind: .capital(rebuild), window: window)))]
  }
}

extension Destruction: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "destruction", .group,
    example: "{nodes: [JPN.30t33], by: 15%, for: 10 days, recovery: linear over 60 days}",
    "productive capital is destroyed", "生産資本の破壊")

  static let keys =
    [
      Key.nodes,
      Key(
        "by", .quantity([.share]), .required, in: .share, example: "15%",
        "share of capital that is destroyed; overlapping losses add up",
        "破壊される資本の割合。重なるときは足し合わせる"),
    ] + Key.window(unless: "rebuild") + rebuildKeys

  private static let rebuildKeys = [
    Key(
      "rebuild", .group, example: "{over: 60 days, sectors: {F: 100%}}",
      "rebuilding by demand for the damaged capital, instead of a recovery path",
      "回復経路の代わりに、失われた資本の再建需要で回復させる"),
    Key(
      "rebuild.over", .quantity([.duration]), .required, in: .positive,
      example: "60 days", "rebuilding time τ_r: each day 1/τ_r of what remains is demanded",
      "再建の時間 τ_r。毎日、残りの 1/τ_r が需要になる"),
    Key(
      "rebuild.sectors", .amounts(.sector, [.share]), .required, in: .share,
      example: "{F: 60%, 29: 40%}", "sectors that rebuild and their shares, 100% in all",
      "再建を担う部門とその割合(合計 100%)"),
    Key(
      "rebuild.factor", .quantity([.number, .share]), .standard("1"),
      in: .positive, example: "1", "rebuilding demand per unit of destroyed capital",
      "破壊された資本一単位あたりの再建需要"),
    Key(
      "rebuild.households", .amounts(.finalDemand, [.money]),
      in: .notNegative, example: "{JPN.HFCE: 2000 MUSD}",
      "households' damage by column of final demand", "家計などの損害(最終需要の列ごと)"),
  ]

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let nodes = reader.nodes(group["nodes"])
    let by = reader.number(group["by"])
    let window = reader.window(group)
    let rebuilding = reader.group(group["rebuild"]).flatMap { Rebuild($0, &reader) }
    guard let nodes, let by, let window else { return nil }
    if group["rebuild"] != nil, rebuilding == nil { return nil }
    self.init(nodes: nodes, by: by, window: window, rebuild: rebuilding)
  }
}

extension Rebuild {
  fileprivate init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let over = reader.number(group["over"])
    let sectors = reader.amounts(group["sectors"]) { names, text throws(ScenarioProblem.Name) in
      try names.sector(text)
    }
    if let sectors { reader.requireWhole(sectors.map({ $0.amount }), group["sectors"]) }
    let factor = reader.number(group["factor"])
    let damages = reader.amounts(group["households"]) {
      names, text throws(ScenarioProblem.Name) in try names.finalDemand(text)
    }
    guard let over, let sectors, let factor else { return nil }
    if group["households"] != nil, damages == nil { return nil }
    self.init(
      over: over, sectors: sectors.map { SectorWeight(sector: $0.name, weight: $0.amount) },
      factor: factor,
      households: (damages ?? []).map { HouseholdDamage(column: $0.name, amount: $0.amount) })
  }
}
