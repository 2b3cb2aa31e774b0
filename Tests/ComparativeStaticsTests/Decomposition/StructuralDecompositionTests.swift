import ComparativeStatics
import Diagnostics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct StructuralDecompositionTests {
  private func years() throws -> (LeontiefModel, LeontiefModel) {
    (
      try LeontiefModel(randomTable(regions: 3, sectors: 4, seed: 51)),
      try LeontiefModel(randomTable(regions: 3, sectors: 4, seed: 52))
    )
  }

  private func sum(_ parts: [Double]...) -> [Double] {
    parts[0].indices.map { i in parts.reduce(0) { $0 + $1[i] } }
  }

  @Test func effectsAddUpToTheChange() throws {
    let (first, second) = try years()
    let found = try StructuralDecomposition(from: first, to: second)
    let change = found.after.indices.map { found.after[$0] - found.before[$0] }
    #expect(relativeDistance(found.before, first.table.grossOutput) < 1e-12)
    #expect(relativeDistance(found.after, second.table.grossOutput) < 1e-12)
    let three = sum(found.technology, found.mix, found.level)
    let two = sum(found.technologyPolar, found.finalDemandPolar)
    #expect(relativeDistance(three, change) < 1e-12 && relativeDistance(two, change) < 1e-12)
  }

  /// A table in thousands decomposes like the same table in millions; another currency is refused.
  @Test func moneyIsConvertedOrRefused() throws {
    let (first, second) = try years()
    func times(_ factor: Double, _ matrix: Matrix) -> Matrix {
      Matrix(
        rows: matrix.rows, columns: matrix.columns, elements: matrix.elements.map { $0 * factor })
    }
    func counted(in unit: String, times factor: Double) throws -> LeontiefModel {
      let table = second.table
      let about = InputOutputTable.Description(
        name: "second", year: nil, moneyUnit: unit, source: "", licence: "", sha256: "")
      return try LeontiefModel(
        changed(
          table, description: about, use: times(factor, table.intermediateUse),
          finalDemand: times(factor, table.finalDemand),
          output: table.grossOutput.map { $0 * factor }))
    }
    let usual = try StructuralDecomposition(from: first, to: second)
    let converted = try StructuralDecomposition(
      from: first, to: try counted(in: "thousand USD", times: 1000))
    let parts = [\StructuralDecomposition.after, \.technology, \.mix, \.level, \.finalDemandPolar]
    for path in parts {
      #expect(relativeDistance(converted[keyPath: path], usual[keyPath: path]) < 1e-9)
    }
    for other in ["million JPY", "apples"] {
      let error = #expect(throws: DiagnosticList.self) {
        try StructuralDecomposition(from: first, to: try counted(in: other, times: 1))
      }
      #expect(error?.diagnostics.map(\.problem.code) == ["different-money"])
    }
  }

  /// ½ [ΔL (y0 + y1)] and ½ [(L0 + L1) Δy], by the inverses themselves.
  @Test func polarFormsAreTheirFormulas() throws {
    let (first, second) = try years()
    let found = try StructuralDecomposition(from: first, to: second)
    let (l0, l1) = (first.leontiefInverse(), second.leontiefInverse())
    let (y0, y1) = (first.table.totalFinalDemand, second.table.totalFinalDemand)
    let mean = zip(y0, y1).map { ($0 + $1) / 2 }
    let technology = zip(l1.times(mean), l0.times(mean)).map { $0 - $1 }
    #expect(relativeDistance(found.technologyPolar, technology) < 1e-10)
  }

  @Test func oneFactorThatChangesHasAllTheEffect() throws {
    let table = randomTable(regions: 3, sectors: 4, seed: 51)
    var final = table.finalDemand
    for k in final.elements.indices { final.elements[k] *= 1.1 }
    let (first, second) = (
      try LeontiefModel(table), try LeontiefModel(changed(table, finalDemand: final))
    )
    let found = try StructuralDecomposition(from: first, to: second)
    let scale = table.grossOutput.reduce(0, +)
    #expect(found.technology.allSatisfy { abs($0) < 1e-13 * scale })
    #expect(found.mix.allSatisfy { abs($0) < 1e-13 * scale })
    #expect(relativeDistance(found.level, table.grossOutput.map { 0.1 * $0 }) < 1e-11)
  }

  @Test func backwardsIsTheNegative() throws {
    let (first, second) = try years()
    let there = try StructuralDecomposition(from: first, to: second)
    let back = try StructuralDecomposition(from: second, to: first)
    #expect(relativeDistance(there.technology.map { -$0 }, back.technology) < 1e-11)
    #expect(relativeDistance(there.mix.map { -$0 }, back.mix) < 1e-11)
  }

  @Test func tablesOfOtherNodesAreRefused() throws {
    let (first, _) = try years()
    let other = try LeontiefModel(randomTables[2])
    #expect(throws: DiagnosticList.self) { try StructuralDecomposition(from: first, to: other) }
    let table = first.table
    let turned = try LeontiefModel(changed(table, labels: table.nodeLabels.reversed()))
    do {
      _ = try StructuralDecomposition(from: first, to: turned)
      Issue.record("not refused")
    } catch {
      #expect(error.diagnostics.map(\.problem.code) == ["different-order"])
    }
  }
}
