import Foundation
import Propagation
import Scenarios
import Testing

/// Levers on a commodity's use, shares and stocks, against cases worked by hand (LEVERS.md C and E).
struct UseAndStockLeverTests {
  static let always = Window(from: 0, days: nil, recovery: .immediate)
  static let home = Partner(code: "R0", region: 0)

  @Test func anObligationStaysAndIsLowered() {
    // ρ = min(1, (S − F)/10), F = 200, from day 30 on 100: a ban stops 6 of 10 a day.
    var spec = OverlaySpec()
    spec.bans = [.init(origin: "A", importer: 0, share: 1, window: Self.always)]
    spec.others.responses = [
      Obligation(commodity: 0, holder: Self.home, days: 20, lowered: 10, from: 30)
    ]
    let output = spec.run().trajectory.output
    var stock = 300.0
    for day in 0..<60 {
      let floor = day < 30 ? 200.0 : 100
      let use = 10 * min(1, max(0, stock - floor) / 10)
      #expect(abs(output[2 * day] - 10 * use) < 1e-9, "day \(day)")
      stock += 4 - use
    }
    #expect(output[32] == output[58] && abs(output[60] - 100) < 1e-9)
  }

  @Test func whoeverOrdersMoreGetsMore() {
    // Of 16 that A can ship, orders of 14 and 11 get 8.96 and 7.04; half informed, 12.5 get 8.5106.
    var spec = OverlaySpec()
    let importer = OverlaySpec.Importer(shares: ["A": 1])
    spec.importers = [importer, importer]
    spec.losses = [.init(origins: ["A"], share: 0.2, window: Self.always)]
    spec.others.shocks = [
      Hoard(
        commodity: 0, importers: [Self.home], orders: 0.3, daysPerPoint: 0, window: Self.always)
    ]
    spec.horizon = 200
    let alone = spec.run().trajectory.overlays[0].received.suffix(2)
    #expect(abs(alone.first! - 8.96) < 1e-9 && abs(alone.last! - 7.04) < 1e-9)
    spec.others.responses = [
      ShareInformation(
        commodity: 0, members: [Self.home, Partner(code: "R1", region: 1)], share: 0.5,
        window: Self.always)
    ]
    let informed = spec.run().trajectory.overlays[0].received.suffix(2)
    #expect(abs(informed.first! - 16 * 12.5 / 23.5) < 1e-9)
  }

  @Test(arguments: [true, false]) func recyclingTakesThePlaceOfPurchases(_ isFromA: Bool) {
    // 5% back at home: A's 60% falls to 55, or all in proportion to 57 and 38; a ban then stops A.
    var spec = OverlaySpec()
    spec.bans = [
      .init(
        origin: "A", importer: 0, share: 1,
        window: Window(from: 5, days: nil, recovery: .immediate))
    ]
    spec.others.responses = [
      Recycle(
        commodity: 0, importer: Self.home, rate: 0.05,
        displaces: isFromA ? .origin(Partner(code: "A", region: nil)) : .proRata,
        window: Self.always)
    ]
    let t = spec.run().trajectory.overlays[0]
    #expect(abs(t.received[4] - 10) < 1e-9)
    #expect(abs(t.received[5] - (isFromA ? 4.5 : 4.3)) < 1e-9)
    #expect(abs(t.receivedAbroad[5] - (isFromA ? 4 : 3.8)) < 1e-9)
  }

  @Test func thriftFallsByAShareAYearAndSubstitutesGrow() {
    var spec = OverlaySpec()
    spec.importers[0].stockDays = 1
    spec.horizon = 366
    spec.others.responses = [
      Thrift(
        commodity: 0, importers: [Self.home], sectors: nil, perYear: 0.1, step: 0, after: .infinity,
        from: 0)
    ]
    let thrifty = spec.run().trajectory.overlays[0].received[365]
    // Orders follow what is needed a day later, and a stock above its target is drawn down.
    #expect(abs(thrifty - 9) < 0.05)
    spec.others.responses = [
      Substitute(
        commodity: 0, importers: [Self.home], sectors: [0], share: 0.2,
        window: Window(from: 0, days: nil, ramp: 100, recovery: .immediate))
    ]
    let after = spec.run().trajectory.overlays[0].received[300]
    // What is too much in store goes by a thirtieth a day.
    #expect(abs(after - 8) < 2 * pow(29.0 / 30, 200))
  }

  @Test func savingsOfOneSectorLeaveTheOthers() {
    var spec = OverlaySpec()
    spec.importers[0].users = [(0.5, 1, 1), (0.5, 1, 1)]
    spec.horizon = 300
    spec.others.responses = [
      Substitute(
        commodity: 0, importers: [Self.home], sectors: [1], share: 0.2,
        window: Self.always)
    ]
    let t = spec.run().trajectory
    #expect(abs(t.overlays[0].received[299] - 9) < 1.1 * pow(29.0 / 30, 299))
    #expect(t.overlays[0].restraint.allSatisfy { $0 == 0 }, "nothing is done without")
    #expect(abs(t.output[2 * 299] - 100) < 1e-9 && abs(t.output[2 * 299 + 1] - 50) < 1e-9)
  }
}
