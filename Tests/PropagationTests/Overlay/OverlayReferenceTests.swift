import Commodities
import Quantities
import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import Testing

/// The engine against the plain program at random parameters.
struct OverlayReferenceTests {
  @Test(arguments: 0..<60) func twoProgramsAgree(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let spec = OverlaySpec.random(&generator)
    let plain = PlainOverlay(spec)
    let (overlay, t) = spec.run()
    let importers = spec.importers.count
    #expect(overlay.origins == spec.origins)
    var worst = 0.0
    for day in 0..<spec.horizon {
      for b in 0..<importers {
        let use = spec.importers[b].use
        let mine = plain.days[day][b]
        let cell = day * importers + b
        let series = t.overlays[0]
        worst = max(worst, abs(series.received[cell] - mine.received) / use)
        worst = max(worst, abs(series.stock[cell] - mine.stock) / (use * 30))
        worst = max(worst, abs(series.shortfall[cell] - mine.shortfall) / use)
        worst = max(worst, abs(series.released[cell] - mine.released) / use)
        for (s, output) in mine.output.enumerated() {
          let node = (b * 2 + s) + day * importers * 2
          worst = max(worst, abs(t.output[node] - output) / spec.demand[s])
        }
      }
      for (p, price) in plain.prices[day].enumerated() {
        let mine = t.overlays[0].price[day * overlay.priceCount + p]
        worst = max(worst, abs(mine - price) / price)
      }
    }
    #expect(worst <= 1e-9, "\(spec)")
  }
}

extension OverlaySpec {
  /// A commodity with everything that a user can set drawn at random.
  static func random(_ g: inout SplitMix64) -> OverlaySpec {
    var spec = OverlaySpec()
    func chance(_ p: Double) -> Bool { g.nextUniform() < p }
    func number(_ range: ClosedRange<Double>) -> Double {
      range.lowerBound + (range.upperBound - range.lowerBound) * g.nextUniform()
    }
    func whole(_ range: ClosedRange<Int>) -> Int {
      range.lowerBound + Int(g.nextUniform() * Double(range.count))
    }
    func share() -> Double { chance(0.2) ? 1 : number(0...1) }
    func window() -> Window {
      Window(
        from: whole(0...20), days: chance(0.3) ? nil : whole(1...80),
        recovery: chance(0.5) ? .immediate : .linear(over: Double(whole(2...30))))
    }
    spec.importers = (0..<whole(1...3)).map { b in
      var it = Importer()
      it.use = number(1...50)
      var shares = ["A": number(0.1...1), "B": number(0...1), "C": number(0...1)]
      if chance(0.5) { shares["R\(b)"] = number(0...1) }
      if chance(0.5) { shares["R\((b + 1) % 3)"] = number(0...1) }
      let sum = shares.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
      it.shares = shares.mapValues { $0 / sum }
      it.stockDays = chance(0.2) ? number(0...3) : number(3...90)
      it.minimumDays = chance(0.4) ? 0 : number(0...20)
      let first = chance(0.3) ? 1 : number(0.1...0.9)
      it.users = [(first, number(0...1), number(0...1)), (1 - first, number(0...1), number(0...1))]
        .filter { $0.0 > 0 }.map { (share: $0.0, exposed: $0.1, criticality: $0.2) }
      it.through = chance(0.7) ? number(0...1) : nil
      for origin in ["A", "B", "C"] where chance(0.6) { it.travel[origin] = whole(0...25) }
      return it
    }
    let count = spec.importers.count
    func importer() -> Int? { chance(0.4) ? nil : whole(0...count - 1) }
    let origins = ["A", "B", "C", "R0"]
    func origin() -> String { origins[whole(0...3)] }
    let use = spec.importers.reduce(0) { $0 + $1.use }
    spec.market = [.world, .bloc, .importer][whole(0...2)]
    spec.supply = use * number(1...4)
    spec.flow = chance(0.3) ? 0 : use * number(0...1.5)
    spec.elasticities = (number(0...0.5), -number(0.05...1))
    spec.bound = number(1.5...20)
    spec.spare = chance(0.3) ? 0 : number(0...0.5)
    spec.orderCap = number(0...0.5)
    spec.redirect = (chance(0.3) ? 0 : number(0...1), number(0.001...0.1))
    spec.prices = PriceParameters(
      lagDays: 0, memoryDays: chance(0.5) ? 0 : number(0...60),
      premium: chance(0.5) ? 0 : number(0...0.5), releaseCredit: chance(0.5) ? 1 : number(0...1))
    spec.horizon = whole(40...200)
    spec.bans = (0..<whole(0...2)).map { _ in
      Ban(origin: origin(), importer: importer(), share: share(), window: window())
    }
    spec.reviews = (0..<whole(0...2)).map { _ in
      Review(
        origin: origin(), importer: importer(), covers: share(), approval: share(),
        days: whole(1...40), window: window())
    }
    spec.closures = (0..<whole(0...2)).map { _ in
      Closure(
        share: share(), bypass: chance(0.5) ? 0 : spec.flow * number(0...0.5), window: window())
    }
    spec.shifts = (0..<whole(0...2)).map { _ in
      Shift(
        importer: whole(0...count - 1), from: chance(0.5) ? "A" : "B",
        to: chance(0.5) ? [("C", 1)] : [("C", 0.4), ("D", 0.6)],
        perYear: number(0.01...2), from0: whole(0...30))
    }
    spec.restraints = (0..<whole(0...2)).map { _ in
      Restraint(importer: whole(0...count - 1), share: number(0...0.5), window: window())
    }
    spec.releases = (0..<whole(0...3)).map { _ in
      let b = whole(0...count - 1)
      let volume = spec.importers[b].use * number(1...60)
      return (
        b,
        Release(
          commodity: 0, holders: [.init(holder: Partner(code: "R\(b)", region: b), volume: volume)],
          kind: .government, rate: chance(0.3) ? nil : spec.importers[b].use * number(0.05...1),
          trigger: chance(0.5)
            ? .day(whole(0...40)) : .shortfall(above: number(0...0.3), days: whole(1...5)),
          days: chance(0.6) ? nil : whole(5...60))
      )
    }
    spec.losses = (0..<whole(0...2)).map { _ in
      let all = spec.origins.filter { _ in chance(0.4) }
      return Loss(
        origins: all.isEmpty ? ["A"] : all, share: share(), window: window())
    }
    return spec
  }
}
