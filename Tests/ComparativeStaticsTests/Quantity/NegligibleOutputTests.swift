import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

/// A node whose output is nothing beside its inputs decides nothing (`SilentNodes`).
@Suite struct NegligibleOutputTests {
  /// The last node of a random table silent but for its purchases, then with a speck of output.
  private func pair(_ seed: UInt64, output speck: Double) -> (InputOutputTable, InputOutputTable) {
    let table = randomTable(
      regions: 2, sectors: 3, seed: seed, options: .init(zeroOutputNodes: 1))
    let last = table.nodeCount - 1
    var use = table.intermediateUse
    for i in 0..<last { use[i, last] = 0.01 * table.grossOutput[i] }
    var output = zip(use.rowSums, table.finalDemand.rowSums).map { $0 + $1 }
    let before = changed(table, use: use, output: output)
    output[last] = speck
    var final = table.finalDemand
    final[last, 0] = speck
    return (before, changed(table, use: use, finalDemand: final, output: output))
  }

  @Test(arguments: 1...10) func aSpeckOfOutputChangesNothing(_ seed: Int) throws {
    let speck = 1e-9
    let (before, after) = pair(UInt64(seed), output: speck)
    let (old, new) = (try LeontiefModel(before), try LeontiefModel(after))
    let n = before.nodeCount
    let pairs: [([Double], [Double])] = [
      (Multipliers(old).output, Multipliers(new).output),
      (Multipliers(old).valueAdded, Multipliers(new).valueAdded),
      (Linkages(old).powerOfDispersion, Linkages(new).powerOfDispersion),
      (Linkages(old).sensitivityOfDispersion, Linkages(new).sensitivityOfDispersion),
      (old.baseOutput, new.baseOutput),
      (
        PriceModel(old).priceChange(holding: [0], at: [0.1]),
        PriceModel(new).priceChange(holding: [0], at: [0.1])
      ),
      (
        HypotheticalExtraction(old, of: [0], .complete).losses,
        HypotheticalExtraction(new, of: [0], .complete).losses
      ),
    ]
    for (one, other) in pairs {
      #expect(one.count == n)
      for (a, b) in zip(one, other) { #expect(abs(a - b) <= 10 * speck * max(1, abs(a))) }
    }
  }

  /// Without the guard the same speck would be a multiplier of a billion.
  @Test func theGuardIsWhatHolds() throws {
    let (_, after) = pair(1, output: 1e-9)
    let last = after.nodeCount - 1
    #expect(after.isSilent[last])
    let inputs = after.intermediateUse.columnSums[last]
    #expect(inputs / after.grossOutput[last] > 1e6)
  }

  @Test(arguments: 0..<3) func productiveTablesHaveNoUnproductiveNode(_ index: Int) throws {
    #expect(try LeontiefModel(randomTables[index]).firstUnproductiveNode == nil)
  }

  /// a = 1.5 of its own product: the inverse is negative.
  @Test func aNodeThatUsesUpMoreThanItMakesIsFound() throws {
    let use = Matrix(rows: 2, columns: 2, elements: [150, 10, 5, 20])
    let final = Matrix(rows: 2, columns: 1, elements: [-60, 75])
    let model = try LeontiefModel(sampleTable(use, finalDemand: final))
    #expect(model.firstUnproductiveNode == 0)
  }

  /// With A ≥ 0 a node is found just where the spectral radius is 1 or more.
  @Test(arguments: 1...20) func aNodeIsFoundJustWhereTheSpectralRadiusReachesOne(
    _ seed: Int
  ) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let n = 4
    var a = Matrix(rows: n, columns: n)
    for k in a.elements.indices { a.elements[k] = generator.nextUniform() * 0.5 }
    var v = [Double](repeating: 1, count: n)
    var radius = 0.0
    for _ in 0..<2000 {
      v = a.times(v)
      radius = v.max() ?? 0
      v = v.map { $0 / radius }
    }
    let use = Matrix(rows: n, columns: n, elements: a.elements.map { $0 * 100 })
    let model = try LeontiefModel(
      sampleTable(
        use, finalDemand: Matrix(rows: n, columns: 1),
        output: [Double](repeating: 100, count: n)))
    #expect((model.firstUnproductiveNode != nil) == (radius >= 1))
  }
}
