import InputOutputTables
import LinearAlgebra
import Scenarios

// Steps 2 to 11, one after the other.
extension PlainVarietyModel {
  mutating func advance() {
    let asked = industryFlows()
    industry = asked.map { $0.reduce(0, +) }
    let final = finalDemand()
    var demand: [Double] = []
    for i in 0..<n { demand.append(industry[i] + final[i]) }
    let net = (0..<n).map { max(0, demand[$0] - economy.inflow[$0]) }
    grow(net)
    capacity = (0..<n).map { economy.output[$0] * (1 - loss[$0]) * alpha[$0] }
    let allowed = allow()
    let wanted = (0..<n).map { min(net[$0], capacity[$0] * allowed[$0]) }
    let ratios = products.map { p in (0..<n).map { ratio(p, $0, wanted[$0]) } }
    let limits = (0..<n).map { j in
      products.map { 1 - criticality($0, j) * (1 - ratios[$0][j]) }.min() ?? 1
    }
    output = (0..<n).map { wanted[$0] * limits[$0] }
    let delivered = (0..<n).map { served($0, demand: demand[$0], industry: industry[$0]) }
    deliver(asked, delivered, wanted, ratios)
    order(net)
    remember(allowed, limits)
    adapt()
  }

  /// F[i, j], rows i.
  private func industryFlows() -> [[Double]] {
    var asked = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for j in 0..<n {
      for p in products {
        let suppliers = economy.suppliers(of: p)
        let shares = flows(
          suppliers.map { share($0, j) }, suppliers: suppliers, region: economy.region[j])
        for (i, part) in zip(suppliers, shares) { asked[i][j] = orders[p][j] * part }
      }
    }
    return asked
  }

  private func finalDemand() -> [Double] {
    var demand = [Double](repeating: 0, count: n)
    for f in 0..<economy.finalDemand.columns {
      let b = economy.table.finalDemandRegion[f]
      for p in products {
        let suppliers = economy.suppliers(of: p)
        let total = suppliers.reduce(0) { $0 + economy.finalDemand[$1, f] }
        guard total > 0 else { continue }
        let shares = flows(
          suppliers.map { economy.finalDemand[$0, f] / total }, suppliers: suppliers, region: b)
        for (i, part) in zip(suppliers, shares) { demand[i] += total * factor[p][b] * part }
      }
    }
    return demand
  }

  private mutating func grow(_ net: [Double]) {
    for i in 0..<n {
      let scarcity = net[i] > 0 ? max(0, (net[i] - output[i]) / net[i]) : 0
      let change = (model.overproductionMax - alpha[i]) * scarcity + (1 - alpha[i]) * (1 - scarcity)
      alpha[i] = max(1, alpha[i] + step / model.overproductionDays * change)
    }
  }

  /// r = min(e, m) of every node; φ falls on the way.
  private mutating func allow() -> [Double] {
    (0..<n).map { j in
      let b = economy.region[j]
      var varied = 1.0
      var fed = 1.0
      for p in products where economy.requirements[p, j] > 0 && reach(p) > 0 {
        var gone = 0.0
        var starved = 0.0
        for i in economy.suppliers(of: p) {
          let lostLink = max(0, 1 - openness[i][b]) - movedLink[i][b]
          let left = (1 - lostLink) * (1 - (loss[i] - movedNode[i]))
          if i != j { gone += share(i, j) * (1 - left) }
          starved += share(i, j) * left * (1 - seen[i])
        }
        let v = varieties.cover[economy.product[j]]
        let time = max(step, (1 - model.psi[p]) * days(p) * v)
        let hand = atHand[p][j]
        atHand[p][j] = max(1 - gone, hand + (1 - gone - hand) * closeness(step, time))
        let short = 1 - atHand[p][j]
        let k = reach(p)
        varied *= 1 - criticality(p, j) * k * short / (1 + (k - 1) * short)
        fed = min(fed, 1 - varieties.chain * criticality(p, j) * starved)
      }
      return min(varied, fed)
    }
  }

  private func ratio(_ p: Int, _ j: Int, _ wanted: Double) -> Double {
    guard model.inventoryDays[p].isFinite else { return 1 }
    let need = economy.requirements[p, j] * wanted * max(model.psi[p] * days(p), step)
    return need > 0 ? min(1, stock[p][j] / need) : 1
  }

  /// Share of industry's orders that a node delivers.
  private func served(_ i: Int, demand: Double, industry: Double) -> Double {
    let available = output[i] + min(economy.inflow[i], demand)
    guard demand > 0, industry > 0 else { return 1 }
    return switch model.rationing {
    case .proportional: available / demand
    case .intermediateFirst: min(1, available / industry)
    case .finalFirst: max(0, min(1, (available - (demand - industry)) / industry))
    case .domesticFirst, .namedFirst, .waterFilling:
      preconditionFailure("the plain program serves classes of all users alone")
    }
  }

  private mutating func deliver(
    _ asked: [[Double]], _ served: [Double], _ wanted: [Double], _ ratios: [[Double]]
  ) {
    for p in products where model.inventoryDays[p].isFinite {
      for j in 0..<n {
        let received = economy.suppliers(of: p).reduce(0) { $0 + asked[$1][j] * served[$1] }
        let use = economy.requirements[p, j] * min(output[j], ratios[p][j] * wanted[j])
        stock[p][j] += step * (received - use)
      }
    }
  }

  private mutating func order(_ net: [Double]) {
    for p in products {
      let restock = min(model.restockDays[p], days(p))
      for j in 0..<n {
        let a = economy.requirements[p, j]
        guard model.inventoryDays[p].isFinite else {
          orders[p][j] = a * output[j]
          continue
        }
        let goal = min(net[j], capacity[j], economy.output[j])
        let refill = max(0, days(p) * a * goal - stock[p][j]) / restock
        orders[p][j] = min(
          a * output[j] + refill, (1 + model.restockCap) * a * economy.output[j])
      }
    }
  }

  private mutating func remember(_ allowed: [Double], _ limits: [Double]) {
    for i in 0..<n {
      let p = economy.product[i]
      let time =
        model.inventoryDays[p].isFinite ? max(step, (1 - model.psi[p]) * days(p)) : step
      let made = min(allowed[i], limits[i])
      seen[i] = max(made, seen[i] + (made - seen[i]) * closeness(step, time))
    }
  }

  private mutating func adapt() {
    for i in 0..<n {
      let rate = closeness(step, varieties.adaptationDays[economy.product[i]])
      replaced[i] += (varieties.replaceable * loss[i] - replaced[i]) * rate
      for b in economy.regionNodes.indices {
        let goal = varieties.replaceable * max(0, 1 - openness[i][b])
        linkReplaced[i][b] += (goal - linkReplaced[i][b]) * rate
      }
    }
  }
}
