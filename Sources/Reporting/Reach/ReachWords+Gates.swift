internal import Commodities
internal import Diagnostics
internal import Quantities
internal import Scenarios

// What of a commodity passes a chokepoint, and what a change there finds of it.
extension ReachWords {
  /// Why a change at a chokepoint acts on nothing.
  func noPassage(_ change: GateChange) -> Bilingual {
    let (index, gate) = (change.commodity, change.chokepoint)
    let name = commodities[index]
    switch change.kind {
    case .cover where !hasPremium(on: index, at: gate):
      return Bilingual(
        "no `premium` in the file raises what insurers ask at `\(gate)`, so that the market covers every ship",
        "このファイルには `\(gate)` の保険料率を上げる `premium` がなく、市場がすべての船舶を引き受けます")
    case .cover where !knowsFlow(of: index, at: gate):
      return Bilingual(
        "no figure says how much `\(name.name)` passes `\(gate)` a day, so that nobody knows how many ships a line covers",
        "`\(gate)` を1日に通る`\(name.nameJa)`の数値がなく、枠で引き受けられる隻数が分かりません")
    case .opening where !isHeldUp(index, at: gate), .detour where !isHeldUp(index, at: gate):
      return Bilingual(
        "no closure or `premium` in the file holds up `\(name.name)` at `\(gate)`",
        "このファイルには `\(gate)` で`\(name.nameJa)`を止める封鎖も `premium` もありません")
    case .cover, .opening, .detour, .premium, .voyage: return noRoute(of: index, through: gate)
    }
  }

  /// Why a chokepoint lets nothing of a commodity pass that anything could stop.
  func noRoute(of commodity: Int, through chokepoint: String) -> Bilingual {
    let here = importers(of: commodity).served
    guard !here.isEmpty else { return noImporter(of: commodity) }
    let name = commodities[commodity]
    let unknown = name.importersApart.filter {
      here.contains($0.code) && $0.shareThrough(chokepoint)?.value == nil
    }.map { $0.code }
    guard !unknown.isEmpty else {
      return Bilingual(
        "by the shares of the figures and of the file, nothing of the `\(name.name)` that \(list(here)) buy passes `\(chokepoint)`",
        "数値とファイルの割合では、\(list(here)) が買う`\(name.nameJa)`は `\(chokepoint)` を通りません"
      )
    }
    return Bilingual(
      "no figure says what share of the `\(name.name)` that \(list(unknown)) buy passes `\(chokepoint)`; `share through` states one",
      "\(list(unknown)) が買う`\(name.nameJa)`のうち `\(chokepoint)` を通る割合の数値がありません。`share through` で与えられます"
    )
  }

  /// Commodities that pass a premium's chokepoint in ships of their own: counted in another unit than the
  /// cargo that it states, and under no other premium.
  func leftAlone(by lever: AnyLever, path: String) -> [ReachProblem] {
    guard let premium = lever.as(WarRiskPremium.self) else { return [] }
    let left = commodities.indices.filter { index in
      let commodity = commodities[index]
      guard commodity.unit != premium.unit, !hasPremium(on: index, at: premium.chokepoint) else {
        return false
      }
      let here = importers(of: index).served
      return commodity.importersApart.contains {
        here.contains($0.code) && ($0.shareThrough(premium.chokepoint)?.value ?? 0) > 0
      }
    }
    guard let first = left.first else { return [] }
    let names = left.map { Bilingual(commodities[$0].name, commodities[$0].nameJa) }
    let cargo = commodities[first].unit == "bbl" ? "2 Mbbl" : "70000 t"
    return [
      .leavesAlone(path, gate: premium.chokepoint, unit: premium.unit, names, cargo: cargo)
    ]
  }

  private func knowsFlow(of commodity: Int, at chokepoint: String) -> Bool {
    commodities[commodity].chokepoints.first { $0.name == chokepoint }?.flow.value != nil
  }

  /// Whether a premium of the scenario acts on a commodity at a chokepoint.
  private func hasPremium(on commodity: Int, at chokepoint: String) -> Bool {
    effects.contains { effect in
      guard case .gate(let change) = effect, case .premium = change.kind else { return false }
      return change.commodity == commodity && change.chokepoint == chokepoint
    }
  }

  /// Whether a closure or a premium of the scenario holds a commodity up at a chokepoint.
  private func isHeldUp(_ commodity: Int, at chokepoint: String) -> Bool {
    let isClosed = effects.contains { effect in
      guard case .open(let blockage) = effect,
        case .route(commodity, chokepoint, _) = blockage.links
      else { return false }
      return true
    }
    return isClosed || hasPremium(on: commodity, at: chokepoint)
  }
}
