import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct StructuralPathsTests {
  /// Every chain of at most `tiers` steps, without any pruning.
  private func allChains(
    _ a: Matrix, _ weights: [Double], into product: Int, tiers: Int
  ) -> [[Int]: Double] {
    var found: [[Int]: Double] = [:]
    var open: [(path: [Int], flow: Double)] = [([product], 1)]
    for _ in 0...tiers {
      for chain in open {
        found[chain.path] = weights[chain.path[chain.path.count - 1]] * chain.flow
      }
      open = open.flatMap { chain in
        (0..<a.rows).compactMap { i in
          let flow = chain.flow * a[i, chain.path[chain.path.count - 1]]
          return flow > 0 ? (chain.path + [i], flow) : nil
        }
      }
    }
    return found
  }

  @Test func noChainAboveTheCutoffIsMissed() throws {
    let table = randomTable(regions: 2, sectors: 2, seed: 61)
    let model = try LeontiefModel(table)
    let weights = table.valueAddedCoefficients
    let found = StructuralPaths(model, into: 1, weights: weights, cutoffShare: 0.01)
    // Columns of A sum to at most 0.7: beyond 12 steps all chains together are below 0.7^13 = 1%.
    let all = allChains(model.technicalCoefficients, weights, into: 1, tiers: 7)
    let above = all.filter { $0.value >= found.cutoff }
    #expect(Set(found.paths.map(\.nodes)).isSuperset(of: above.keys))
    for path in found.paths {
      #expect(path.contribution >= found.cutoff)
      if let known = all[path.nodes] { #expect(abs(known - path.contribution) < 1e-15) }
    }
    #expect(found.paths.map(\.contribution) == found.paths.map(\.contribution).sorted(by: >))
    #expect(above.count > 5)
  }

  @Test func tiersAndTheirRemainderAreTheTotal() throws {
    let table = randomTables[1]
    let model = try LeontiefModel(table)
    let found = StructuralPaths(
      model, into: 3, weights: table.valueAddedCoefficients, cutoffShare: 0.001, tiers: 60)
    #expect(abs(found.total - 1) < 1e-12)
    #expect(abs(found.remainder) < 1e-9 && found.tiers.count == 60)
    #expect(found.tiers[0] == table.valueAddedCoefficients[3])
    #expect(found.coverage > 0.3 && found.coverage < 1)
  }

  @Test(arguments: [0.05, 0.01, 0.002]) func aLowerCutoffCoversMore(_ cutoff: Double) throws {
    let table = randomTables[1]
    let model = try LeontiefModel(table)
    let weights = [Double](repeating: 1, count: table.nodeCount)
    let coarse = StructuralPaths(model, into: 0, weights: weights, cutoffShare: cutoff)
    let fine = StructuralPaths(model, into: 0, weights: weights, cutoffShare: cutoff / 2)
    #expect(fine.coverage > coarse.coverage && fine.coverage <= 1)
    #expect(Array(fine.paths.prefix(coarse.paths.count)) == coarse.paths)
  }

  @Test func aSilentNodeHasOnlyItself() throws {
    let table = randomTables[2]
    let found = StructuralPaths(
      try LeontiefModel(table), into: table.nodeCount - 1,
      weights: table.valueAddedCoefficients, cutoffShare: 0.01)
    #expect(found.paths.isEmpty && found.total == 0 && found.coverage == 0)
  }
}
