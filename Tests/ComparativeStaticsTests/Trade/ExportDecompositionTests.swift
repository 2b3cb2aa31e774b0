import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct ExportDecompositionTests {
  /// The nine terms written out with block matrices, as in Koopman, Wang and Wei (2014).
  @Test func termsAreTheBlockFormulas() throws {
    let table = TradeInValueAddedTests.tables[0]
    let model = try LeontiefModel(table)
    let nine = ExportDecomposition(model)
    let blocks = Blocks(table, model)
    for s in 0..<3 {
      for (k, value) in blocks.terms(of: s).enumerated() {
        #expect(abs(nine.terms[s, k] - value) < 1e-10 * nine.exports[s])
      }
    }
  }

  @Test func domesticTermsAreValueAddedLostWithoutExports() throws {
    // Los, Timmer and de Vries (2016): GDP less GDP when the region's exports are extracted.
    let table = TradeInValueAddedTests.tables[1]
    let model = try LeontiefModel(table)
    let nine = ExportDecomposition(model)
    for s in table.regions.indices {
      var use = table.intermediateUse
      var final = table.finalDemand
      for i in 0..<table.nodeCount where table.nodeRegion[i] == s {
        for j in 0..<table.nodeCount where table.nodeRegion[j] != s { use[i, j] = 0 }
        for f in final.columns.range where table.finalDemandRegion[f] != s { final[i, f] = 0 }
      }
      let left = try LeontiefModel(changed(table, use: use, finalDemand: final)).baseOutput
      let v = table.valueAddedCoefficients
      let lost = left.indices.filter { table.nodeRegion[$0] == s }
        .reduce(0.0) { $0 + v[$1] * (table.grossOutput[$1] - left[$1]) }
      #expect(abs(lost - nine.domestic[s]) < 1e-10 * nine.exports[s])
    }
  }
}

extension Int {
  fileprivate var range: Range<Int> { 0..<self }
}

/// Block matrices of a table with as many sectors in every region, region by region.
private struct Blocks {
  let table: InputOutputTable
  let a: Matrix
  let b: Matrix
  let final: Matrix
  let exports: [Double]
  let v: [Double]
  let sectors: Int

  init(_ table: InputOutputTable, _ model: LeontiefModel) {
    self.table = table
    a = model.technicalCoefficients
    b = model.leontiefInverse()
    final = RegionalFlows.finalDemand(table)
    exports = RegionalFlows.exports(table)
    v = table.valueAddedCoefficients
    sectors = table.sectors.count
  }

  func block(_ m: Matrix, _ r: Int, _ s: Int) -> Matrix {
    Matrix(
      rows: sectors, columns: sectors,
      elements: (0..<sectors).flatMap { i in
        (0..<sectors).map { m[r * sectors + i, s * sectors + $0] }
      })
  }

  func demand(_ r: Int, _ t: Int) -> [Double] { (0..<sectors).map { final[r * sectors + $0, t] } }

  func local(_ r: Int, _ side: [Double]) -> [Double] {
    LU(block(a, r, r).subtractedFromIdentity)?.solve(side) ?? []
  }

  func export(_ r: Int) -> [Double] { (0..<sectors).map { exports[r * sectors + $0] } }

  func value(_ s: Int, _ x: [Double]) -> Double {
    (0..<sectors).reduce(0) { $0 + v[s * sectors + $1] * x[$1] }
  }

  func terms(of s: Int) -> [Double] {
    var t = [Double](repeating: 0, count: 9)
    let all = table.regions.indices
    for r in all where r != s {
      let (bss, bsr) = (block(b, s, s), block(b, s, r))
      t[0] += value(s, bss.times(demand(s, r)))
      t[1] += value(s, bsr.times(demand(r, r)))
      for u in all where u != s && u != r { t[2] += value(s, bsr.times(demand(r, u))) }
      t[3] += value(s, bsr.times(demand(r, s)))
      let back = bsr.times(block(a, r, s))
      t[4] += value(s, back.times(local(s, demand(s, s))))
      t[5] += value(s, back.times(local(s, export(s))))
      for u in all where u != s {
        let bus = block(b, u, s)
        t[6] += value(u, bus.times(demand(s, r)))
        t[7] += value(u, bus.times(block(a, s, r).times(local(r, demand(r, r)))))
        t[8] += value(u, bus.times(block(a, s, r).times(local(r, export(r)))))
      }
    }
    return t
  }
}
