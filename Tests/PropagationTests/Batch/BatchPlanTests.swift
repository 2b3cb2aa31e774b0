import InputOutputTables
import Propagation
import Scenarios
import TestSupport
import Testing

struct BatchPlanTests {
  static func scenarios(_ count: Int, horizon: Int = 30) -> [Scenario] {
    (0..<count).map { _ in scenario(model(2), horizon: horizon, []) }
  }

  @Test(arguments: [(1, 8), (7, 8), (8, 8), (9, 8), (100, 16), (64, 64), (65, 64), (5, 3)])
  func everyScenarioRunsOnce(_ count: Int, _ width: Int) {
    let plan = BatchPlan(Self.scenarios(count), width: width).batches
    let ran = plan.flatMap { $0.columns.prefix($0.used) }
    #expect(ran.sorted() == Array(0..<count))
    #expect(plan.allSatisfy { $0.columns.count <= width && $0.used > 0 })
    #expect(Set(plan.map(\.columns.count)).count == 1, "all batches of a group are equally wide")
  }

  @Test(arguments: [
    (8, [8]), (9, [8, 8]), (12, [8, 8]), (16, [8, 8]), (17, [16, 16]), (40, [24, 24]),
  ])
  func whatFitsOneBatchIsCutForTwoProcessors(_ count: Int, _ widths: [Int]) {
    let width = count > 17 ? 64 : 16
    let plan = BatchPlan(Self.scenarios(count), width: width).batches
    #expect(plan.map(\.columns.count) == widths)
  }

  @Test func runsOfAnotherLengthOrRuleRunApart() {
    let mixed =
      Self.scenarios(3) + Self.scenarios(2, horizon: 40)
      + [scenario(model(2, preset: .ario), horizon: 30, [])]
    let plan = BatchPlan(mixed, width: 8).batches
    #expect(plan.map { Array($0.columns.prefix($0.used)) } == [[0, 1, 2], [3, 4], [5]])
    #expect(plan[2].columns.count == 1, "a single run is a batch of one")
  }

  @Test func theWidthBelongsToEconomyAndMachine() {
    let small = Economy(randomTable(regions: 3, sectors: 4, seed: 1))
    let roomy = Machine(memory: 16 << 30, cache: 32 << 20, processors: 2)
    let width = BatchPlan.width(for: small, machine: roomy)
    #expect(width % 8 == 0 && width > 0)
    #expect(
      BatchPlan.width(
        for: small, machine: Machine(memory: 16 << 30, cache: 32 << 20, processors: 64)) == width)
    let tight = Machine(memory: 1 << 10, cache: 32 << 20, processors: 2)
    #expect(BatchPlan.width(for: small, machine: tight) == 1)
    #expect(BatchPlan.width(for: small, recorded: 1 << 27, machine: roomy) == 8)
  }
}
