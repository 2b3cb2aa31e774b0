import Commodities
import Quantities
import Foundation
import InputOutputTables
import Scenarios

// The price of the plain program (step 13).
extension PlainOverlay {
  /// π of each market: ln π goes Δt/τ of the way to what is missing today.
  func price(_ t: Int, _ drawn: [Double]) -> [Double] {
    let targets = targets(t, drawn)
    let before = prices.last ?? targets.map { _ in 1 }
    let way = min(1, 1 / spec.prices.memoryDays)
    return zip(before, targets).map { exp(log($0) + way * (log($1) - log($0))) }
  }

  /// π* of each market: one, or one an importer.
  func targets(_ t: Int, _ drawn: [Double]) -> [Double] {
    guard spec.market == .importer else {
      return [multiple(Array(spec.importers.indices), others: true, spec.supply, t, drawn)]
    }
    return spec.importers.indices.map {
      multiple([$0], others: false, spec.importers[$0].use, t, drawn)
    }
  }

  func multiple(
    _ buyers: [Int], others: Bool, _ supply: Double, _ t: Int, _ drawn: [Double]
  ) -> Double {
    var blocked = 0.0
    var saved = 0.0
    for b in buyers {
      let it = spec.importers[b]
      let lost = spec.origins.reduce(0) {
        $0 + (shares[b][$1] ?? 0) * (1 - open(b, $1, t) * moving(b, $1, t) * able($1, t))
      }
      blocked += it.use * lost
      saved += it.use * (1 - lost) * restraint(b, t)
    }
    if others {
      for i in spec.origins where othersThrough(i) > 0 {
        blocked += othersThrough(i) * (1 - open(nil, i, t) * moving(nil, i, t) * able(i, t))
      }
    }
    guard blocked > 0 else { return 1 }
    let credit = spec.prices.releaseCredit
    for (index, entry) in spec.releases.enumerated() where buyers.contains(entry.importer) {
      guard case .day(let first) = entry.release.trigger, let stated = entry.release.rate
      else {
        saved += credit * drawn[index]
        continue
      }
      // A country puts no more on its market than it buys there.
      let rate = min(stated, spec.importers[entry.importer].use)
      let volume = entry.release.holders[0].volume ?? 0
      if t >= first, entry.release.days.map({ t < first + $0 }) ?? true {
        saved += credit * min(rate, max(0, volume - Double(t - first) * rate))
      }
    }
    let missing = blocked - spec.spare * max(0, supply - blocked) - saved
    let share = min(max(0, missing) / supply, 1 - 1e-9)
    let sum = spec.elasticities.supply - spec.elasticities.demand
    guard share > 0 else { return 1 }
    return min(pow(1 - share, -1 / sum) * (1 + spec.prices.premium), spec.bound)
  }

  func moving(_ b: Int?, _ i: String, _ t: Int) -> Double {
    reviews(b, i).reduce(1) { left, index in
      let r = spec.reviews[index]
      let new = Self.force(r.window, t) - Self.force(r.window, t - r.days)
      return left * (1 - waits(r) * max(0, new))
    }
  }

  /// What an origin's capacity covers of baseline orders.
  func able(_ i: String, _ t: Int) -> Double {
    var asked = othersThrough(i)
    var capacity = othersThrough(i) * left(i, t)
    for (b, it) in spec.importers.enumerated() {
      asked += it.use * (shares[b][i] ?? 0)
      capacity += it.use * (it.shares[i] ?? 0) * left(i, t) + (added[b][i] ?? 0)
    }
    return asked > capacity ? capacity / asked : 1
  }
}
