import Commodities
import Diagnostics
import ScenarioText
import Scenarios
import Testing

/// What levers do in the model's primitives, and where a scenario has them.
struct LeverEffectsTests {
  private let window = Window(from: 3, days: 9, recovery: .immediate)
  private let china = Partner(code: "CHN", region: 1)
  private let context = LeverContext(commodities: [])

  @Test(arguments: [(1.0, 0.0), (0.6, 0.25), (0, 1)])
  func aBanBlocksWhatDoesNotLeak(_ by: Double, _ leak: Double) {
    let products: [Product] = [.commodity(4), .sector(2)]
    let ban = Ban(
      exporter: china, importer: nil, products: products, by: by, leak: leak, window: window)
    #expect(
      ban.effects(in: context)
        == products.map {
          .open(
            Blockage(
              links: .trade($0, exporter: china, importer: nil), share: by * (1 - leak),
              window: window))
        })
  }

  @Test(arguments: [(1.0, 0.8), (0.3, 0.8), (0.5, 1), (1, 0)])
  func aReviewRefusesOrDelaysAllThatItCovers(_ covers: Double, _ approval: Double) throws {
    let review = Review(
      exporter: china, importer: nil, products: [.sector(2)], covers: covers, delay: 60,
      approval: approval, window: window)
    let effects = review.effects(in: context)
    guard effects.count == 2, case .open(let refused) = effects[0],
      case .wait(let waiting) = effects[1]
    else {
      Issue.record("not a blockage and a waiting: \(effects)")
      return
    }
    #expect(abs(refused.share + waiting.share - covers) < 1e-15)
    #expect(abs((1 - refused.share) * waiting.shareOfShipped - covers * approval) < 1e-15)
    #expect(waiting.days == 60 && waiting.shareOfShipped <= 1)
  }

  @Test func capacityIsLostByProducersOrAtOrigins() throws {
    let text = """
      economy: x
      shocks:
        - capacity: {nodes: [JPN.C], by: 10%, for: 9 days}
        - capacity: {commodity: crude oil, origins: [イラク, KW, GULF], by: 50%, from: day 3, for: 9 days}
      """
    let levers = try Sample.decode(text).base.levers(of: .shocks)
    let origins = ["IRQ", "KWT", "GULF"].map { Partner(code: $0, region: nil) }
    let effects = levers.flatMap { $0.effects(in: context) }
    #expect(
      effects == [
        .cap(
          .nodes(
            NodeLoss(
              nodes: [1], share: 0.1, kind: .capacity(isMeasured: false),
              window: Window(from: 0, days: 9, recovery: .immediate)))),
        .cap(.origins(OriginLoss(commodity: 0, origins: origins, share: 0.5, window: window))),
      ])
    #expect(effects.map(\.commodity) == [nil, 0])
  }

  @Test func entriesKnowWhereTheFileHasThem() throws {
    let text = """
      economy: x
      baseline:
        - stock: {commodity: rare earths, importer: JPN, usable: 7.5 days}
      shocks:
        - capacity: {nodes: [JPN.C], by: 10%}
        - price: {commodity: crude oil, to: 140 USD/bbl}
      responses:
        - restrain: {commodity: crude oil, importers: [JPN], by: 5%}
      """
    let levers = try Sample.decode(text).base.levers
    #expect(levers.map(\.list) == [.baseline, .shocks, .shocks, .responses])
    #expect(levers.map(\.index) == [0, 0, 1, 0])
    let names = levers.map { entry in
      entry.place.map { place in
        String(decoding: place.source.bytes[place.range], as: UTF8.self)
      }
    }
    #expect(names == ["stock", "capacity", "price", "restrain"])
  }
}
