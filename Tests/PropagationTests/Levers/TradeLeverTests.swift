import Foundation
import Propagation
import Scenarios
import TestSupport
import Testing

/// Licences, re-export rules and restrictions that spread, against cases worked by hand (LEVERS.md D).
struct TradeLeverTests {
  static let always = Window(from: 0, days: nil, recovery: .immediate)
  static let home = Partner(code: "R0", region: 0)
  static let a = Partner(code: "A", region: nil)
  static let b = Partner(code: "B", region: nil)

  @Test func aLicenceLetsAPartOfABanPassAndNoPartOfAClosure() {
    // A's 6 of 10 are banned; a quarter passes from day 5 on, and of a closed strait nothing does.
    var spec = OverlaySpec()
    spec.spare = 0.25
    spec.bans = [.init(origin: "A", importer: 0, share: 0.8, window: Self.always)]
    spec.others.shocks = [
      Licence(
        exporter: Self.a, importer: Self.home, products: [.commodity(0)], covers: 0.25,
        window: Window(from: 5, days: nil, recovery: .immediate))
    ]
    let banned = spec.run().trajectory.overlays[0]
    #expect(abs(banned.received[0] - 5.2) < 1e-12)
    let before = banned.received[4] / 5.2
    #expect(banned.received[5] / 6.4 >= before)
    // Orders are at their cap of 11 by then: 0.6·0.4·11 + 0.4·11.
    #expect(abs(banned.received[59] - 0.64 * 11) < 1e-9)
    spec.bans = []
    spec.importers[0].through = 1
    spec.closures = [.init(share: 1, bypass: 0, window: Self.always)]
    #expect(spec.run().trajectory.overlays[0].received.allSatisfy { $0 == 0 })
  }

  @Test func licencesCombineAndBelongToTheirLink() {
    var spec = OverlaySpec()
    spec.bans = [
      .init(origin: "A", importer: 0, share: 1, window: Self.always),
      .init(origin: "B", importer: 0, share: 1, window: Self.always),
    ]
    spec.others.shocks = [0.5, 0.2].map {
      Licence(
        exporter: Self.a, importer: nil, products: [.commodity(0)], covers: $0,
        window: Self.always)
    }
    // A: 1 − 0.5·0.8 = 0.6 of its 60%; B: nothing.
    #expect(abs(spec.run().trajectory.overlays[0].received[0] - 10 * 0.6 * 0.6) < 1e-12)
  }

  /// Openness of each third seller by what a buyer of it alone receives.
  @Test(arguments: ["segregated", "pooled"]) func thirdSellersStopTheirContentAboveTheThreshold(
    _ tracing: String
  ) throws {
    let example = try WorkedExample.read("04-re-export")
    let content = try example.table("content")
    let expected = try example.table(tracing)
    #expect(expected.count == 3)
    for (seller, openness) in expected.sorted(by: { $0.key < $1.key }) {
      var spec = OverlaySpec()
      spec.importers[0].shares = [seller: 1]
      spec.horizon = 1
      spec.others.shocks = [
        ReexportRule(
          origin: Partner(code: "CHN", region: nil), importer: Self.home, commodities: [0],
          threshold: try example.number("threshold"),
          compliance: try example.number("compliance"), isPooled: tracing == "pooled",
          sellers: content.filter { $0.key != "CHN" }.sorted { $0.key < $1.key }.map {
            .init(seller: Partner(code: $0.key, region: nil), content: $0.value)
          }, window: Self.always)
      ]
      let received = spec.run().trajectory.overlays[0].received[0]
      #expect(abs(received / spec.importers[0].use - openness) < 1e-9, "\(seller)")
    }
  }

  @Test func restrictionsSpreadByTheirHazard() {
    // 1 − e^(−(0.05 + 0.4 ln 2)) after a year at twice the price; drawn with U 0.2 on day 248.
    var spec = OverlaySpec()
    spec.spare = 0.25
    spec.horizon = 366
    spec.others.shocks = [
      Price(commodity: 0, to: 200, window: Self.always),
      contagion([Self.a], imitation: 0, seed: nil),
    ]
    let t = spec.run().trajectory.overlays[0]
    #expect(t.received[0] == 10, "links close the day after")
    // The price of the evening before is the usual one on the first.
    let p = 1 - exp(-(0.05 + 0.4 * log(2.0) * 364 / 365))
    #expect(abs(t.blockedShare(on: 365, spec) - p * 0.6) < 1e-9)
  }

  @Test func aDrawnCountryRestrictsOnceAndForGood() {
    var days: [Int] = []
    for seed in 0..<40 {
      var spec = OverlaySpec()
      spec.horizon = 730
      spec.others.shocks = [
        Price(commodity: 0, to: 200, window: Self.always),
        contagion([Self.a], imitation: 0, seed: seed),
      ]
      let received = spec.run().trajectory.overlays[0].received
      let first = received.firstIndex { $0 < 9 }
      if let first {
        #expect(received[first...].allSatisfy { $0 < 9 })
        days.append(first)
      }
    }
    // Two years at η 0.327: 48% of courses on average, each on a day of its own.
    #expect((10...30).contains(days.count), "\(days.count)")
    #expect(Set(days).count > days.count / 2)
  }

  @Test func countriesImitateEachOther() {
    func restricted(_ imitation: Double) -> Double {
      var spec = OverlaySpec()
      spec.horizon = 366
      spec.others.shocks = [contagion([Self.a, Self.b], imitation: imitation, seed: nil)]
      return spec.run().trajectory.overlays[0].blockedShare(on: 365, spec)
    }
    #expect(restricted(0.5) > restricted(0) && restricted(2) > restricted(0.5))
  }

  private func contagion(_ countries: [Partner], imitation: Double, seed: Int?) -> Contagion {
    Contagion(
      commodity: 0, countries: countries, importer: nil, by: 1,
      spread: Spread(
        base: 0.05, price: 0.4, shortage: 0, imitation: imitation, pledge: 1, seed: seed),
      window: Self.always)
  }
}

extension Trajectory.OverlaySeries {
  /// Share of an only importer's orders that does not arrive, orders at their cap.
  func blockedShare(on day: Int, _ spec: OverlaySpec) -> Double {
    1 - received[day] / ((1 + spec.orderCap) * spec.importers[0].use)
  }
}
