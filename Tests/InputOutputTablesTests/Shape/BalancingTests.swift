import Diagnostics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct BalancingTests {
  static func task(
    _ rows: [[Double]], _ u: [Double], _ v: [Double]
  ) -> Balancing {
    Balancing(
      Matrix(rows: rows.count, columns: v.count, elements: rows.flatMap { $0 }), rowTotals: u,
      columnTotals: v, rowLabels: u.indices.map { "r\($0)" },
      columnLabels: v.indices.map { "c\($0)" })
  }

  /// A random matrix with zeros, and totals that some matrix of its pattern has.
  static func random(_ seed: UInt64, negative: Bool = false) -> Balancing {
    var generator = SplitMix64(seed: seed)
    let (m, n) = (5, 7)
    func cells() -> [Double] {
      (0..<(m * n)).map { _ in Double.random(in: 0.1...2, using: &generator) }
    }
    let pattern = (0..<(m * n)).map { k in
      k % 6 == 1 ? 0.0 : negative && k % 5 == 0 ? -1.0 : 1.0
    }
    let old = Matrix(rows: m, columns: n, elements: zip(cells(), pattern).map { $0 * $1 })
    let new = Matrix(rows: m, columns: n, elements: zip(cells(), pattern).map { $0 * $1 })
    return Balancing(
      old, rowTotals: new.rowSums, columnTotals: new.columnSums,
      rowLabels: (0..<m).map { "r\($0)" }, columnLabels: (0..<n).map { "c\($0)" })
  }

  private func expectMet(_ task: Balancing, _ result: Balancing.Result) {
    #expect(relativeDistance(result.matrix.rowSums, task.rowTotals) < 1e-9)
    #expect(relativeDistance(result.matrix.columnSums, task.columnTotals) < 1e-9)
    #expect(result.gap <= 1e-10)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>) func rasMeetsMarginsAndKeepsZeros(
    _ seed: UInt64
  ) throws {
    let task = Self.random(seed)
    let result = try task.ras()
    expectMet(task, result)
    for (old, new) in zip(task.matrix.elements, result.matrix.elements) {
      #expect(old == 0 ? new == 0 : new > 0)
    }
  }

  /// Biproportionality: cross ratios of four cells stay as they were.
  @Test(arguments: 1...5 as ClosedRange<UInt64>) func rasKeepsCrossRatios(_ seed: UInt64) throws {
    let task = Self.random(seed)
    let a = task.matrix
    let b = try task.ras().matrix
    for i in 1..<a.rows {
      for j in 1..<a.columns where a[0, 0] * a[i, j] * a[0, j] * a[i, 0] != 0 {
        let old = a[0, 0] * a[i, j] / (a[0, j] * a[i, 0])
        let new = b[0, 0] * b[i, j] / (b[0, j] * b[i, 0])
        #expect(abs(new / old - 1) < 1e-12)
      }
    }
  }

  @Test func rasByHand() throws {
    // Rank one stays rank one: cells are u·v over the total.
    let result = try Self.task([[1, 2], [3, 6]], [10, 30], [24, 16]).ras()
    #expect(relativeDistance(result.matrix.elements, [6, 4, 18, 12]) < 1e-12)
  }

  @Test(arguments: [false, true]) func presentTotalsGiveThePresentMatrix(_ negative: Bool) throws {
    let old = Self.random(9, negative: negative).matrix
    let task = Balancing(
      old, rowTotals: old.rowSums, columnTotals: old.columnSums,
      rowLabels: (0..<old.rows).map { "r\($0)" }, columnLabels: (0..<old.columns).map { "c\($0)" })
    let result = try task.gras()
    #expect(result.rounds == 1)
    #expect(relativeDistance(result.matrix.elements, old.elements) < 1e-14)
    if !negative {
      #expect(relativeDistance(try task.ras().matrix.elements, old.elements) < 1e-14)
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>) func grasEqualsRASWithoutNegatives(
    _ seed: UInt64
  ) throws {
    let task = Self.random(seed)
    let (ras, gras) = (try task.ras().matrix, try task.gras().matrix)
    #expect(relativeDistance(gras.elements, ras.elements) < 1e-9)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>) func grasMeetsMarginsAndKeepsSigns(
    _ seed: UInt64
  ) throws {
    let task = Self.random(seed, negative: true)
    let result = try task.gras()
    expectMet(task, result)
    for (old, new) in zip(task.matrix.elements, result.matrix.elements) {
      #expect(old == 0 ? new == 0 : old * new > 0)
    }
  }

  /// Junius and Oosterhaven (2003), table 1: the inputs; the conditions of the corrected optimum are
  /// b = a·r·s for cells above 0 and b = a/(r·s) for cells below, and fix it uniquely.
  @Test func grasFulfilsTheConditionsOfTheOptimum() throws {
    let task = Self.task(
      [[7, 3, 5, -3], [2, 9, 8, 1], [-2, 0, 2, 1]], [15, 26, -1], [9, 16, 17, -2])
    let result = try task.gras()
    expectMet(task, result)
    for i in 0..<3 {
      for j in 0..<4 {
        let factor = result.rowFactors[i] * result.columnFactors[j]
        let old = task.matrix[i, j]
        let expected = old >= 0 ? old * factor : old / factor
        #expect(abs(result.matrix[i, j] - expected) < 1e-12)
      }
    }
  }

  @Test func rowsOfNegativesAloneAreScaled() throws {
    let result = try Self.task([[-1, -3], [5, 7]], [-8, 20], [4, 8]).gras()
    #expect(relativeDistance(result.matrix.rowSums, [-8, 20]) < 1e-9)
    #expect(relativeDistance(result.matrix.columnSums, [4, 8]) < 1e-9)
    #expect(result.matrix[0, 0] < 0 && result.matrix[0, 1] < 0)
  }

  @Test(
    arguments: [
      ([[1, 1], [1, 1]], [3, 1], [1, 2], ["margins-differ"]),
      ([[1, 1], [0, 0]], [3, 1], [2, 2], ["impossible-margin"]),
      ([[1, 0], [1, 0]], [3, 1], [2, 2], ["impossible-margin"]),
      ([[1, 1], [1, 1]], [5, -1], [2, 2], ["impossible-margin"]),
      (
        [[0, 0], [1, 1]], [1, -1], [2, 2],
        [
          "margins-differ", "impossible-margin", "impossible-margin",
        ]
      ),
    ] as [([[Double]], [Double], [Double], [String])])
  func marginsThatNoScalingReachesAreRefusedAtOnce(
    _ known: ([[Double]], [Double], [Double], [String])
  ) throws {
    let task = Self.task(known.0, known.1, known.2)
    for method in [{ try task.ras() }, { try task.gras() }] {
      let error = try #require(throws: DiagnosticList.self) { try method() }
      #expect(error.diagnostics.map(\.problem.code) == known.3)
    }
  }

  @Test func rasRefusesNegativeCells() throws {
    let error = try #require(throws: DiagnosticList.self) {
      try Self.task([[1, -1]], [0], [1, -1]).ras()
    }
    #expect(error.diagnostics.map(\.problem.code) == ["negative-cells"])
  }

  /// Row 0 has one cell, which would have to be 3 in a column of 1.
  @Test func aPatternOfZerosWithoutAWayIsSaidNotToConverge() throws {
    let task = Self.task([[1, 0], [1, 1]], [3, 1], [1, 3])
    for method in [{ try task.ras(rounds: 200) }, { try task.gras(rounds: 200) }] {
      let error = try #require(throws: DiagnosticList.self) { try method() }
      #expect(error.diagnostics.map(\.problem.code) == ["not-converged"])
      let message = try #require(error.diagnostics.first).problem.message(in: .en)
      #expect(message.contains("200 rounds") && !message.contains("nan"))
    }
  }
}
