import Statistics
import Testing

@Suite struct ClassificationTreeTests {
  @Test func questionsFindTheBounds() throws {
    let design = SampleDesign(.sobol, draws: 1024, variables: 2, seed: 1)
    let points = (0..<1024).map { design.point($0) }
    let tree = ClassificationTree(points, isOfInterest: points.map { $0[0] > 0.7 && $0[1] > 0.3 })
    guard case .split(let variable, let bound, .leaf(_, let hits), let high) = tree.root else {
      Issue.record("no question about the first variable")
      return
    }
    #expect(variable == 0 && abs(bound - 0.7) < 0.01 && hits == 0)
    guard case .split(let second, let other, _, .leaf(let draws, let all)) = high else {
      Issue.record("no question about the second variable")
      return
    }
    #expect(second == 1 && abs(other - 0.3) < 0.01 && draws == all)
  }

  @Test func oneKindOfCaseIsNotParted() {
    let tree = ClassificationTree([[1], [2], [3]], isOfInterest: [true, true, true])
    #expect(tree.root == .leaf(draws: 3, hits: 3))
  }
}
