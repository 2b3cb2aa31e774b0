// What is redirected in vain to whom supply moved, by the plain model.
extension PlainOverlay {
  func shippable(_ i: String, _ t: Int) -> Double {
    spec.importers.enumerated().reduce(0) { sum, importer in
      let (b, it) = importer
      let base = it.use * (it.shares[i] ?? 0) * left(i, t) * (1 + spec.spare)
      return sum + throughStrait(b, i, t) * (base + (added[b][i] ?? 0))
    }
  }

  /// What is redirected to origins to which shifts moved supply, beyond what they can send, is asked of the
  /// buyer's others, in proportion to what is open of them; `vain` is what redirection adds to an order, over it.
  func passOn(_ first: [[String: Double]], _ t: Int) -> [[String: Double]] {
    var asked = first
    for i in spec.origins {
      let buyers = spec.importers.indices.filter { (led[$0][i] ?? 0) > 0 }
      // Only the part of the share that moved has no more than what was built for it.
      let extra = buyers.map { b in
        let part = min(1, (led[b][i] ?? 0) / (shares[b][i] ?? 1))
        return part * (first[b][i] ?? 0) * vain[b] / (1 + vain[b])
      }
      let all = extra.reduce(0, +)
      let over = first.reduce(0) { $0 + ($1[i] ?? 0) } - shippable(i, t)
      let isShared = spec.importers.indices.contains {
        !buyers.contains($0) && (first[$0][i] ?? 0) > 0
      }
      guard all > 0, over > 0, !isShared else { continue }
      for (b, own) in zip(buyers, extra) {
        let others = spec.origins.filter { (led[b][$0] ?? 0) == 0 }
        let weights = others.map { (shares[b][$0] ?? 0) * open(b, $0, t) }
        let sum = weights.reduce(0, +)
        guard sum > 1e-12 else { continue }
        let moved = own * min(1, over / all)
        asked[b][i, default: 0] -= moved
        for (other, weight) in zip(others, weights) {
          asked[b][other, default: 0] += moved * weight / sum
        }
      }
    }
    return asked
  }
}
