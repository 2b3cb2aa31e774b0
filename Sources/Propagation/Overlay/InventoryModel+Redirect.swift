// Where orders go that a restriction stops (MODEL.md 4, step 2).

/// Buyers and sellers of a commodity or of a stage of its chain, as redirection sees them.
struct Redirection {
  /// Their numbers.
  let buyers: Int
  let sellers: Int

  /// The place of a link in [buyer][seller] arrays.
  func link(_ buyer: Int, _ seller: Int) -> Int { buyer * sellers + seller }
}

extension InventoryModel {
  /// Flows asked by one buyer: orders times M = T·λ·(1 + ρB/(1 − B)), B = ΣT·(1 − λ), ρ growing day by day while
  /// something is blocked. `rise` becomes the bracket, 0 where nothing is open.
  func ask(
    _ orders: Double, by b: Int, _ links: Redirection, scenario k: Int, shares: [Double],
    openness: [Double], _ redirected: inout Double, _ wasRestricted: inout Double,
    _ rise: inout Double, _ asked: inout [Double]
  ) {
    var (open, blocked) = (0.0, 0.0)
    for i in 0..<links.sellers {
      let cell = links.link(b, i) * width + k
      open += shares[cell] * openness[cell]
      blocked += shares[cell] * (1 - openness[cell])
    }
    let parameters = batch.parameters
    let grown = min(parameters.redirectMax[k], redirected + parameters.redirectStep[k])
    redirected = blocked > 0 && wasRestricted > 0 ? grown : 0
    wasRestricted = blocked > 0 ? 1 : 0
    rise = open > 1e-12 ? 1 + redirected * blocked / open : 0
    let all = orders * rise
    for i in 0..<links.sellers {
      let cell = links.link(b, i) * width + k
      asked[cell] = all * shares[cell] * openness[cell]
    }
  }

  /// Asks others for what is redirected in vain to a seller to whom levers moved supply.
  ///
  /// `led`, [buyer][seller][m], is the share that levers moved; `able` what seller i can send in scenario k,
  /// `rise` as above, `first` room like `asked`. Such a seller has what was built for it: were it asked for
  /// more and the others for less, moving a little supply would lose more than moving none. Of what it is asked
  /// beyond that, the redirected part of the share that levers moved goes to the buyer's other open links, in
  /// proportion to T·λ. Where buyers to whom nothing was moved ask it too, each asks what it can get: a buyer
  /// that asked for less would leave them what was built for it. Without led shares nothing changes.
  func passOn(
    _ links: Redirection, shares: [Double], led: [Double], openness: [Double], rise: [Double],
    able: (_ seller: Int, _ scenario: Int) -> Double, _ first: inout [Double],
    _ asked: inout [Double]
  ) {
    // What is passed on is not passed on again.
    for cell in asked.indices { first[cell] = asked[cell] }
    for i in 0..<links.sellers {
      for k in 0..<width {
        var (all, vain) = (0.0, 0.0)
        var isShared = false
        for b in 0..<links.buyers {
          let cell = links.link(b, i) * width + k
          all += first[cell]
          vain += ledPart(cell, led, shares) * redirectedPart(first[cell], rise[b * width + k])
          isShared = isShared || (led[cell] == 0 && first[cell] > 0)
        }
        guard vain > 0, !isShared else { continue }
        let part = min(1, max(0, all - able(i, k)) / vain)
        guard part > 0 else { continue }
        for b in 0..<links.buyers where led[links.link(b, i) * width + k] > 0 {
          let cell = links.link(b, i) * width + k
          let moved =
            part * ledPart(cell, led, shares) * redirectedPart(first[cell], rise[b * width + k])
          let others = usual(b, k, links, shares, led, openness)
          guard others > 1e-12 else { continue }
          asked[cell] -= moved
          for j in 0..<links.sellers {
            let other = links.link(b, j) * width + k
            guard led[other] == 0 else { continue }
            asked[other] += moved * shares[other] * openness[other] / others
          }
        }
      }
    }
  }

  /// What of a link's share levers moved there: a seller is asked for the rest as before.
  private func ledPart(_ cell: Int, _ led: [Double], _ shares: [Double]) -> Double {
    led[cell] > 0 ? min(1, led[cell] / shares[cell]) : 0
  }

  /// What of a flow is redirected: x·(1 − 1/rise).
  private func redirectedPart(_ asked: Double, _ rise: Double) -> Double {
    rise > 1 ? asked * (1 - 1 / rise) : 0
  }

  /// ΣT·λ of a buyer's links to which no lever moved supply.
  private func usual(
    _ b: Int, _ k: Int, _ links: Redirection, _ shares: [Double], _ led: [Double],
    _ openness: [Double]
  ) -> Double {
    var sum = 0.0
    for i in 0..<links.sellers {
      let cell = links.link(b, i) * width + k
      if led[cell] == 0 { sum += shares[cell] * openness[cell] }
    }
    return sum
  }
}

extension Overlay {
  /// Its importers and origins.
  var redirection: Redirection {
    Redirection(buyers: importers.count, sellers: origins.count)
  }
}

extension Overlay.Tier {
  /// Its makers and sellers.
  var redirection: Redirection {
    Redirection(buyers: makers.count, sellers: sellers.count)
  }
}
