import Statistics
import Testing

@Suite struct BoxPeelingTests {
  private let design = SampleDesign(.latinHypercube, draws: 2000, variables: 3, seed: 12)

  @Test func aBoxIsFound() throws {
    let points = (0..<2000).map { design.point($0) }
    let isOfInterest = points.map { $0[0] > 0.6 && $0[2] < 0.5 }
    let peeling = BoxPeeling(points, isOfInterest: isOfInterest)
    let box = try #require(peeling.densest(covering: 0.8))
    #expect(box.density > 0.95)
    #expect(box.ranges[1] == nil)
    let low = try #require(box.ranges[0]).lowerBound
    let high = try #require(box.ranges[2]).upperBound
    #expect(abs(low - 0.6) < 0.05 && abs(high - 0.5) < 0.05)
    #expect(box.restrictions == 2)
  }

  @Test func peelingStartsWithEverythingAndGivesUpDraws() {
    let points = (0..<2000).map { design.point($0) }
    let boxes = BoxPeeling(points, isOfInterest: points.map { $0[0] + $0[1] > 1.4 }).trajectory
    #expect(boxes.first?.mass == 1 && boxes.first?.coverage == 1)
    for (a, b) in zip(boxes, boxes.dropFirst()) {
      #expect(b.mass < a.mass && b.coverage <= a.coverage && b.density >= a.density)
    }
    #expect(boxes.allSatisfy { $0.mass >= 0.05 })
  }

  @Test func nothingOfInterestHasNoBox() {
    #expect(BoxPeeling([[1], [2]], isOfInterest: [false, false]).trajectory.isEmpty)
    #expect(BoxPeeling([[1], [2]], isOfInterest: [true, true]).trajectory.count == 1)
  }
}
