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

  /// Leaves part the draws: none twice, none left out, the densest first, and its bounds are the question's.
  @Test func leavesHoldEveryDrawOnce() throws {
    let design = SampleDesign(.sobol, draws: 1024, variables: 2, seed: 1)
    let points = (0..<1024).map { design.point($0) }
    let isOfInterest = points.map { $0[0] > 0.7 && $0[1] > 0.3 }
    let leaves = ClassificationTree(points, isOfInterest: isOfInterest).leaves(variables: 2)
    #expect(leaves.reduce(0) { $0 + $1.draws } == 1024)
    #expect(leaves.reduce(0) { $0 + $1.hits } == isOfInterest.count { $0 })
    for leaf in leaves {
      let inside = points.indices.filter { draw in
        zip(points[draw], leaf.bounds).allSatisfy {
          $0 > $1.above ?? -1 && $0 <= $1.upTo ?? 2
        }
      }
      #expect(inside.count == leaf.draws && inside.count { isOfInterest[$0] } == leaf.hits)
    }
    let shares = leaves.map { Double($0.hits) / Double($0.draws) }
    #expect(shares == shares.sorted(by: >) && shares[0] == 1)
    let above = try #require(leaves[0].bounds[0].above)
    #expect(abs(above - 0.7) < 0.01)
  }

  @Test func oneKindOfCaseIsNotParted() {
    let tree = ClassificationTree([[1], [2], [3]], isOfInterest: [true, true, true])
    #expect(tree.root == .leaf(draws: 3, hits: 3))
  }
}
