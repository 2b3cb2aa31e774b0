import Commodities
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport

extension OverlaySpec {
  /// A stage and what it is made of.
  struct Made {
    struct Input {
      let stage: Int
      let yield: Double
      let days: Double

      init(_ stage: Int, yield: Double, days: Double) {
        (self.stage, self.yield, self.days) = (stage, yield, days)
      }
    }

    let name: String
    var inputs: [Input]

    init(_ name: String, _ inputs: [Input] = []) { (self.name, self.inputs) = (name, inputs) }
  }

  /// A chain of stages with several inputs, and links (stage, buyer, seller, share).
  func chain(
    of stages: [Made], links: [(stage: Int, buyer: String, seller: String, share: Double)],
    minimum: Double = 0, travel: Int = 0
  ) -> Commodity.Chain {
    Commodity.Chain(
      stages: stages.map { stage in
        .init(
          name: stage.name, nameJa: stage.name,
          inputs: stage.inputs.map {
            .init(
              stage: $0.stage, yield: figure($0.yield), stockDays: figure($0.days),
              minimumDays: figure(minimum))
          }, spare: nil, valueShare: nil)
      },
      links: links.map {
        .init(
          stage: $0.stage, buyer: $0.buyer, seller: $0.seller, share: figure($0.share),
          travelDays: travel > 0 ? figure(Double(travel)) : nil)
      })
  }

  /// The overlay that a run with a lever builds.
  func run(naming lever: any Lever) -> Overlay {
    var spec = self
    spec.others.shocks = [lever]
    return spec.run().overlay
  }
}

/// Drawn chains: stages of raw inputs, what is made of some of them, and a last stage of up to `inputs` of
/// those, with drawn makers, shares, yields, stocks and ways.
struct RandomInputs {
  let spec: OverlaySpec
  let stages: [OverlaySpec.Made]
  let links: [(stage: Int, buyer: String, seller: String, share: Double)]
  let travel: Int
  /// A seller of a stage before the last, and the stage.
  let exporter: String
  let stage: Int

  let makers = ["A", "B", "R0"]

  init(seed: UInt64, inputs count: Int) {
    var random = SplitMix64(seed: 9100 + seed)
    func uniform(_ low: Double, _ high: Double) -> Double {
      low + (high - low) * random.nextUniform()
    }
    func shares(_ names: [String]) -> [(String, Double)] { random.shares(of: names) }
    var spec = OverlaySpec()
    spec.spare = uniform(0, 0.2)
    spec.redirect.max = uniform(0, 0.5)
    spec.step = [1, 0.5, 0.25][Int(random.next() % 3)]
    spec.importers = (0..<2).map { _ in
      .init(
        use: uniform(5, 20), shares: Dictionary(uniqueKeysWithValues: shares(["A", "B", "R0"])),
        stockDays: uniform(2, 20).rounded(), minimumDays: 1)
    }
    spec.supply = 60
    spec.horizon = 150
    func input(_ stage: Int) -> OverlaySpec.Made.Input {
      .init(stage, yield: uniform(0.2, 3), days: uniform(1, 30).rounded())
    }
    // Raw stages, then one of each, the last of what no other needs and of some others.
    let raw = 1 + Int(random.next() % UInt64(count))
    var stages = (0..<raw).map { OverlaySpec.Made("raw \($0)") }
    for place in 0..<count where count > 1 || random.nextUniform() < 0.7 {
      stages.append(.init("made \(place)", [input(place % raw)]))
    }
    let used = Set(stages.flatMap { $0.inputs.map(\.stage) })
    let needed = stages.indices.filter { !used.contains($0) }
    stages.append(.init("last", needed.map { input($0) }))
    if count > 1 { stages[stages.count - 1].inputs.append(input(0)) }
    var links: [(stage: Int, buyer: String, seller: String, share: Double)] = []
    for stage in stages.indices.dropLast() {
      for buyer in makers { links += shares(makers).map { (stage, buyer, $0.0, $0.1) } }
    }
    self.spec = spec
    self.stages = stages
    self.links = links
    travel = Int(random.next() % 6)
    exporter = makers[Int(random.next() % 3)]
    stage = Int(random.next() % UInt64(stages.count - 1))
  }

  func chain() -> Commodity.Chain {
    spec.chain(of: stages, links: links, minimum: 1, travel: travel)
  }

  /// Runs a ban of the exporter at its stage, and at another, on a chain.
  func run(_ chain: Commodity.Chain, by: Double = 0.8, also other: Int? = nil) -> Trajectory {
    var spec = spec
    spec.chain = chain
    spec.others.shocks = ([stage] + [other].compactMap(\.self)).map {
      Ban(
        exporter: Partner(code: exporter, region: nil), importer: nil, products: [.commodity(0)],
        by: by, leak: 0, window: .since(10), stage: .one($0))
    }
    return spec.run().trajectory
  }
}
