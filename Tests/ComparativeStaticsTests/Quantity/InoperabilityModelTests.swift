import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct InoperabilityModelTests {
  private func loss(_ table: InputOutputTable) -> [Double] {
    (0..<table.nodeCount).map { $0 % 3 == 0 ? 0.02 * Double($0 + 1) : 0 }
  }

  @Test(arguments: 0..<3) func inoperabilityIsTheLossOfOutputOverOutput(_ index: Int) throws {
    let table = randomTables[index]
    let model = try LeontiefModel(table)
    let c = loss(table)
    let q = InoperabilityModel(model).inoperability(demandLoss: c)
    // Final demand less c*x needs output less q*x.
    let x = table.grossOutput
    let y = table.totalFinalDemand
    let left = model.output(forFinalDemand: x.indices.map { y[$0] - c[$0] * x[$0] })
    for i in x.indices where x[i] > 0 { #expect(abs(left[i] - x[i] * (1 - q[i])) < 1e-11 * x[i]) }
    #expect(q.allSatisfy { $0.isFinite })
  }

  @Test(arguments: 0..<3) func thePathEndsInTheStaticModel(_ index: Int) throws {
    let table = randomTables[index]
    let model = InoperabilityModel(try LeontiefModel(table))
    let c = loss(table)
    let start = [Double](repeating: 0, count: table.nodeCount)
    let k = start.map { _ in 0.5 }
    let path = model.path(from: start, resilience: k, steps: 400) { _ in c }
    #expect(path.rows == 401 && path.row(0) == start)
    #expect(relativeDistance(path.row(400), model.inoperability(demandLoss: c)) < 1e-10)
  }

  @Test func nothingLostStaysNothing() throws {
    let table = randomTables[1]
    let zero = [Double](repeating: 0, count: table.nodeCount)
    let path = InoperabilityModel(try LeontiefModel(table)).path(
      from: zero, resilience: zero.map { _ in 0.3 }, steps: 5
    ) { _ in zero }
    #expect(path.elements.allSatisfy { $0 == 0 })
  }

  @Test func aNodeAloneRecoversInItsTime() throws {
    // One sector that uses 0.25 of itself: q(t+1) = q(t) (1 - k (1 - 0.25)), k (1 - 0.25) = ln(100)/T.
    let table = sampleTable(
      Matrix(rows: 1, columns: 1, elements: [25]),
      finalDemand: Matrix(rows: 1, columns: 1, elements: [75]))
    let model = InoperabilityModel(try LeontiefModel(table))
    let k = model.resilience(recoveringIn: 1000)
    let path = model.path(from: [0.4], resilience: k, steps: 1000) { _ in [0] }
    // exp(-rT) exactly 1%; the step form differs by r²T/2 = 1.06% of that.
    #expect(abs(path[1000, 0] / 0.4 / 0.01 - 1) < 0.02)
    #expect(path[1000, 0] < 0.004)
    #expect(model.resilience(recoveringIn: 1) == [1])
  }
}
