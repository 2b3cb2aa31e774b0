import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct MixedModelTests {
  @Test(arguments: [[0], [2, 7], [5, 1, 9]]) func accountsStillBalance(_ nodes: [Int]) throws {
    let table = randomTables[1]
    let model = try LeontiefModel(table)
    let found = MixedModel(model, fixing: nodes, atShares: nodes.map { 0.5 + 0.05 * Double($0) })
    let used = model.technicalCoefficients.times(found.after)
    let sum = used.indices.map { used[$0] + found.finalDemandAfter[$0] }
    #expect(relativeDistance(sum, found.after) < 1e-12)
    for node in nodes {
      #expect(found.after[node] == found.before[node] * (0.5 + 0.05 * Double(node)))
    }
    for i in 0..<table.nodeCount where !nodes.contains(i) {
      #expect(found.finalDemandAfter[i] == table.totalFinalDemand[i])
    }
  }

  @Test func outputsHeldWhereTheyAreChangeNothing() throws {
    let found = MixedModel(try LeontiefModel(randomTables[1]), fixing: [0, 3], atShares: [1, 1])
    #expect(found.after == found.before && found.finalDemandAfter == found.finalDemandBefore)
  }

  @Test func millerBlairByHand() throws {
    // Sector 1 held at 900: x2 = (1700 + 0.2 * 900)/0.95, y1 = 900 - 0.15 * 900 - 0.25 x2.
    let found = MixedModel(try LeontiefModel(millerBlair), fixing: [0], atShares: [0.9])
    let second = (1700 + 0.2 * 900) / 0.95
    #expect(abs(found.after[1] - second) < 1e-9)
    #expect(abs(found.finalDemandAfter[0] - (900 * 0.85 - 0.25 * second)) < 1e-9)
  }

  @Test func silentNodesStaySilent() throws {
    let table = randomTables[2]
    let found = MixedModel(
      try LeontiefModel(table), fixing: [table.nodeCount - 1], atShares: [0.5])
    #expect(found.after.last == 0 && found.after.allSatisfy { $0.isFinite })
  }
}
