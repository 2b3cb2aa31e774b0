import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import Testing

/// Where orders go that a ban stops, once levers have moved supply to other sellers.
struct RedirectedSupplyTests {
  private func origin(_ code: String) -> Partner { Partner(code: code, region: nil) }
  private var a: Partner { origin("A") }

  /// Supply that moves off who is banned later never loses more than less of it, whatever is redirected: new
  /// sellers have what was built for them, and orders redirected to them in vain would be lost.
  @Test(arguments: 0..<40) func moreThatMovedLosesNoMore(_ seed: UInt64) {
    var random = SplitMix64(seed: seed &+ 77)
    func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
    let most = number(0.5...0.98)
    let first = [-400, 0, 20][Int(seed) % 3]
    let isRecycled = seed.isMultiple(of: 2)
    var spec = OverlaySpec()
    spec.importers[0].shares = ["A": most, "B": 1 - most]
    spec.importers[0].stockDays = number(0...20)
    // Who else buys of B leaves it room.
    var other = OverlaySpec.Importer()
    other.use = number(1...300)
    other.shares = ["B": 1]
    spec.importers.append(other)
    spec.redirect = (number(0...0.5), number(0.002...0.1))
    spec.spare = number(0...0.2)
    spec.horizon = 120
    spec.bans = [.init(origin: "A", importer: 0, share: number(0.3...1), window: .since(10))]
    let short = [0, 0.01, 0.05, 0.15, 0.3].map { share -> Double in
      spec.others.responses =
        share == 0
        ? []
        : [
          isRecycled
            ? Recycle(
              commodity: 0, importer: SupplyLeverTests.home, rate: share, displaces: .origin(a),
              window: .since(first))
            : Diversify(
              commodity: 0, importer: SupplyLeverTests.home, from: a,
              to: [.init(origin: origin("C"), part: 1)], perYear: share, window: .since(first))
        ]
      return spec.run().trajectory.overlays[0].shortfall.reduce(0, +)
    }
    for (less, more) in zip(short, short.dropFirst()) {
      #expect(more <= less + 1e-9, "\(seed): \(short)")
    }
  }
}
