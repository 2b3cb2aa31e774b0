import Commodities
import Decisions
import InputOutputTables
import Scenarios
import Testing

@Suite struct SinglePointsTests {
  @Test func eachRowIsItsShockPlayedAlone() async throws {
    let model = smallModel()
    let plain = scenario(horizon: 30, [loss(of: 3, by: 0.9)])
    let points = SinglePoint.all(in: model.economy, commodities: [], region: 1, links: 10)
    let found = try #require(
      await SinglePoints(points, days: 10, around: plain, region: 1, on: model))
    #expect(found.rows.count == points.count)
    for row in found.rows {
      guard case .node(let node) = row.point else { continue }
      let alone = await model.play([scenario(horizon: 30, [loss(of: node, by: 1, for: 10)])])
      // A batch of another width sums in another order.
      #expect(abs((alone[0].lossShares[1] ?? .nan) - row.loss) < 1e-14)
    }
    #expect(zip(found.rows, found.rows.dropFirst()).allSatisfy { $0.loss >= $1.loss })
  }

  @Test func everyProducerAndTheLargestLinksIntoTheRegionAreThere() {
    let model = smallModel()
    let points = SinglePoint.all(in: model.economy, commodities: [], region: 2, links: 6)
    #expect(points.filter { if case .node = $0 { true } else { false } }.count == 12)
    let links = points.compactMap { point -> Int? in
      if case .link(_, let importer, _) = point { importer } else { nil }
    }
    #expect(links.count == 6)
    #expect(links.allSatisfy { $0 == 2 })
    let more = SinglePoint.all(in: model.economy, commodities: [], region: 2, links: 1000)
    #expect(Set(more).count == more.count)
  }

  /// Ships go around Malacca; a closed strait with a longer way is no stop.
  @Test func shipsTakeTheLongerWayThatTheFiguresHave() throws {
    let crude = try CommodityCatalogue.bundled().filter { $0.name == "crude oil" }
    let points = SinglePoint.all(
      in: smallModel().economy, commodities: crude, region: 0, links: 0)
    for (name, days) in [("Strait of Malacca", 3), ("Strait of Hormuz", nil)] as [(String, Int?)] {
      #expect(points.contains(.gate(name, around: days)))
      let window = Window(from: 0, days: 60, recovery: .immediate)
      let lever = SinglePoint.gate(name, around: days).lever(window, in: smallModel().economy)
      #expect((lever as? Closure)?.detour?.days == days)
    }
  }

  @Test func sellersOfEveryStageAreThere() throws {
    let magnets = try CommodityCatalogue.bundled().filter { $0.name == "permanent magnets" }
    let points = SinglePoint.all(
      in: smallModel().economy, commodities: magnets, region: 0, links: 0)
    let sellers = points.compactMap { point -> String? in
      guard case .origin(let seller, _, let stage) = point else { return nil }
      return "\(seller.code) \(stage)"
    }
    #expect(Set(sellers).count == sellers.count)
    #expect(
      Set(["CHN last", "CHN one(1)", "CHN one(0)", "MMR one(0)", "AUS one(0)", "VNM one(1)"])
        .isSubset(of: sellers))
  }
}
