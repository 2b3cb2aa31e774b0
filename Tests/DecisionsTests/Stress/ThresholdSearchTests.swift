import Decisions
import LinearAlgebra
import Testing

@Suite struct ThresholdSearchTests {
  @Test func theFirstValueThatPassesIsFound() async throws {
    var random = SplitMix64(seed: 8)
    for _ in 0..<40 {
      let edge = Double.random(in: 2...363, using: &random)
      let search = await ThresholdSearch(
        in: 0...365, isWhole: true, tolerance: 1, threshold: 0
      ) { values in values.map { $0 - edge } }
      let passing = try #require(search.passing)
      #expect(passing.value == (edge.rounded(.down) + 1))
      #expect(search.below?.value == passing.value - 1)
      #expect(search.falls.isEmpty)
    }
  }

  @Test func sharesComeAsNearAsAsked() async throws {
    let search = await ThresholdSearch(
      in: 0...1, isWhole: false, tolerance: 1e-4, threshold: 0.2
    ) { values in values.map { $0 * $0 } }
    let passing = try #require(search.passing)
    let below = try #require(search.below)
    #expect(below.value <= 0.2.squareRoot() && passing.value >= 0.2.squareRoot())
    #expect(passing.value - below.value <= 1e-4)
  }

  @Test func whatNeverPassesAndWhatAlwaysDoesAreTold() async {
    let never = await ThresholdSearch(
      in: 0...10, isWhole: true, tolerance: 1, threshold: 100
    ) { $0 }
    #expect(never.passing == nil)
    let always = await ThresholdSearch(
      in: 0...10, isWhole: true, tolerance: 1, threshold: -1
    ) { $0 }
    #expect(always.passing?.value == 0)
    #expect(always.below == nil)
  }

  @Test func aFallOnTheWayIsTold() async {
    let search = await ThresholdSearch(
      in: 0...16, isWhole: true, tolerance: 1, threshold: 100
    ) { values in values.map { $0 < 8 ? $0 : 16 - $0 } }
    #expect(!search.falls.isEmpty)
    #expect(search.falls.allSatisfy { $0.from.value >= 7 })
  }
}
