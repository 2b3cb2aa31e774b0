import Decisions
import Scenarios
import Testing

@Suite struct AttributionTests {
  @Test func partsAddUpToTheLoss() async throws {
    let model = smallModel()
    let scenario = scenario([
      loss(of: 0, by: 0.5), loss(of: 5, by: 0.3), loss(of: 1, by: 0.8, from: 10),
      loss(of: 9, by: 0.6),
    ])
    for region in 0..<3 {
      let found = try #require(await Attribution(scenario, region: region, on: model))
      let sum = found.parts.reduce(0) { $0 + $1.contribution }
      #expect(abs(sum - (found.after - found.before)) < 1e-12)
      #expect(abs(found.before) < 1e-12)
      #expect(found.runs == 16 && found.orders == nil)
    }
  }

  @Test func aShockAloneIsItsOwnPart() async throws {
    let model = smallModel()
    let found = try #require(
      await Attribution(scenario([loss(of: 2, by: 0.4)]), region: 0, on: model))
    #expect(found.parts.count == 1)
    let part = found.parts[0]
    #expect(part.contribution == found.after - found.before)
    #expect(part.alone == part.contribution && part.last == part.contribution)
    let played = await model.play([scenario([loss(of: 2, by: 0.4)])])
    let share = try #require(played[0].lossShares[0])
    #expect(abs(share - found.after) < 1e-12)
  }

  @Test func twoOfTheSameShareAlike() async throws {
    // Of two losses of one node at a time the largest counts: the second adds nothing last.
    let shock = loss(of: 4, by: 0.5)
    let found = try #require(
      await Attribution(scenario([shock, shock]), region: 1, on: smallModel()))
    #expect(found.after > 0)
    #expect(abs(found.parts[0].contribution - found.after / 2) < 1e-15)
    #expect(abs(found.parts[1].contribution - found.after / 2) < 1e-15)
    #expect(abs(found.parts[0].last) < 1e-15)
  }

  @Test func aSampleOfOrdersAddsUpTooAndKnowsItsError() async throws {
    let shocks = (0..<11).map { loss(of: $0, by: 0.05 + 0.05 * Double($0)) }
    let found = try #require(
      await Attribution(scenario(horizon: 40, shocks), region: 0, on: smallModel(), orders: 6))
    #expect(found.orders == 6)
    let sum = found.parts.reduce(0) { $0 + $1.contribution }
    #expect(abs(sum - (found.after - found.before)) < 1e-12)
    #expect(found.parts.allSatisfy { $0.standardError != nil })
    #expect(found.parts.contains { ($0.standardError ?? 0) > 0 })
    let again = try #require(
      await Attribution(scenario(horizon: 40, shocks), region: 0, on: smallModel(), orders: 6))
    #expect(zip(found.parts, again.parts).allSatisfy { $0.contribution == $1.contribution })
  }
}
