import Commodities
import LinearAlgebra
import Quantities
import TestSupport

extension OverlaySpec {
  /// A chain of stages (name, yield, stock in days, share of value added) and links (stage, buyer, seller,
  /// share).
  func chain(
    stages: [(name: String, yield: Double, days: Double, value: Double?)],
    links: [(stage: Int, buyer: String, seller: String, share: Double)], minimum: Double = 0,
    travel: Int = 0
  ) -> Commodity.Chain {
    Commodity.Chain(
      stages: stages.enumerated().map { index, stage in
        .init(
          name: stage.name, nameJa: stage.name,
          inputs: index == 0
            ? []
            : [
              .init(
                stage: index - 1, yield: figure(stage.yield), stockDays: figure(stage.days),
                minimumDays: figure(minimum))
            ], spare: nil, valueShare: stage.value.map(figure))
      },
      links: links.map {
        .init(
          stage: $0.stage, buyer: $0.buyer, seller: $0.seller, share: figure($0.share),
          travelDays: travel > 0 ? figure(Double(travel)) : nil)
      })
  }
}

/// Chains of two to four stages with drawn makers, shares, yields, stocks and ways.
struct RandomChains {
  let spec: OverlaySpec
  /// A seller of a stage before the last, and the stage.
  let exporter: String
  let stage: Int

  /// `least` days of stock at everyone, and the minimum operating stock is one.
  init(seed: UInt64, least: Double = 2) {
    var random = SplitMix64(seed: seed)
    func uniform(_ low: Double, _ high: Double) -> Double {
      low + (high - low) * random.nextUniform()
    }
    func shares(_ names: [String]) -> [(String, Double)] { random.shares(of: names) }
    var spec = OverlaySpec()
    spec.spare = uniform(0, 0.2)
    spec.redirect.max = 0
    spec.step = [1, 0.5, 0.25][Int(random.next() % 3)]
    spec.importers = (0..<2).map { _ in
      .init(
        use: uniform(5, 20), shares: Dictionary(uniqueKeysWithValues: shares(["A", "B", "R0"])),
        stockDays: uniform(least, 20).rounded(), minimumDays: 1)
    }
    let count = 2 + Int(random.next() % 3)
    var links: [(stage: Int, buyer: String, seller: String, share: Double)] = []
    for stage in 0..<count - 1 {
      for buyer in ["A", "B", "R0"] {
        links += shares(["A", "B", "R0"]).map { (stage, buyer, $0.0, $0.1) }
      }
    }
    spec.chain = spec.chain(
      stages: (0..<count).map {
        ("s\($0)", uniform(0.2, 3), uniform(least, 30).rounded(), uniform(0.1, 0.9))
      }, links: links, minimum: 1, travel: Int(random.next() % 6))
    self.spec = spec
    exporter = ["A", "B", "R0"][Int(random.next() % 3)]
    stage = Int(random.next() % UInt64(count - 1))
  }

  /// Share of what a seller of the last stage makes that comes of an origin's making at `stage`.
  func content(of origin: String, in seller: String) -> Double {
    func part(_ maker: String, _ at: Int) -> Double {
      if at == stage { return maker == origin ? 1 : 0 }
      return spec.chain.links(of: maker, at: at - 1).reduce(0) {
        $0 + ($1.share.value ?? 0) * part($1.seller, at - 1)
      }
    }
    return part(seller, spec.chain.stages.count - 1)
  }
}

extension SplitMix64 {
  /// Shares of names in a whole, none near nothing.
  mutating func shares(of names: [String]) -> [(String, Double)] {
    let weights = names.map { ($0, 0.1 + 0.9 * nextUniform()) }
    let sum = weights.reduce(0) { $0 + $1.1 }
    return weights.map { ($0.0, $0.1 / sum) }
  }
}
