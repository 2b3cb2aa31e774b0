import LinearAlgebra
import Testing

@Suite struct LUTests {
  @Test(arguments: [1, 2, 3, 17, 64, 150])
  func solutionsSolveBothSystemsOfAnAsymmetricMatrix(_ n: Int) throws {
    let a = randomMatrix(n, n, seed: UInt64(n))
    let b = randomMatrix(n, 1, seed: 99).elements
    let lu = try #require(LU(a))
    #expect(distance(a.times(lu.solve(b)), b) < 1e-9)
    #expect(distance(a.transposedTimes(lu.solveTransposed(b)), b) < 1e-9)
  }

  @Test func manySidesAreSolvedLikeEachAlone() throws {
    let a = randomMatrix(9, 9, seed: 7)
    let b = randomMatrix(9, 4, seed: 8)
    let lu = try #require(LU(a))
    let x = lu.solve(b)
    #expect(x.rows == 9 && x.columns == 4)
    for j in 0..<4 { #expect(distance(x.column(j), lu.solve(b.column(j))) < 1e-12) }
    #expect(lu.solveEachRow(b.transposed).transposed == x)
    let y = lu.solveFromRight(b.transposed)
    #expect(distance(y.times(a).elements, b.transposed.elements) < 1e-12)
  }

  @Test func inverseTimesMatrixIsIdentityFromBothSides() throws {
    let a = randomMatrix(30, 30, seed: 3)
    let inverse = try #require(LU(a)).inverse
    #expect(distance(a.times(inverse).elements, Matrix.identity(30).elements) < 1e-10)
    #expect(distance(inverse.times(a).elements, Matrix.identity(30).elements) < 1e-10)
  }

  @Test func identityMinusAMatrixIsFactoredAsItself() throws {
    let a = randomMatrix(12, 12, seed: 5)
    let b = randomMatrix(12, 1, seed: 6).elements
    let direct = try #require(LU(identityMinus: a))
    #expect(direct.solve(b) == LU(a.subtractedFromIdentity)?.solve(b))
    #expect(LU(identityMinus: Matrix.identity(3)) == nil)
  }

  @Test func knownSystem() throws {
    let lu = try #require(LU(Matrix(rows: 2, columns: 2, elements: [1, 2, 3, 5])))
    #expect(distance(lu.solve([4, 11]), [2, 1]) < 1e-13)
    #expect(distance(lu.solveTransposed([4, 7]), [1, 1]) < 1e-13)
    #expect(lu.determinantSign == -1)
  }

  @Test(arguments: [[0.0, 0, 0, 0], [1, 2, 2, 4], [1, .nan, 0, 1], [.infinity, 0, 0, 1]])
  func singularMatricesAreRefused(_ elements: [Double]) {
    #expect(LU(Matrix(rows: 2, columns: 2, elements: elements)) == nil)
  }

  @Test func conditionTellsGoodFromBad() throws {
    let good = try #require(LU(Matrix.identity(5)))
    #expect(good.reciprocalCondition == 1)
    let bad = try #require(LU(Matrix(rows: 2, columns: 2, elements: [1, 1, 1, 1 + 1e-13])))
    #expect(bad.reciprocalCondition < 1e-12)
  }

  @Test func evenAndOddPermutationsHaveOppositeSigns() throws {
    let swap = Matrix(rows: 3, columns: 3, elements: [0, 1, 0, 1, 0, 0, 0, 0, 1])
    let turn = Matrix(rows: 3, columns: 3, elements: [0, 1, 0, 0, 0, 1, 1, 0, 0])
    #expect(LU(swap)?.determinantSign == -1)
    #expect(LU(turn)?.determinantSign == 1)
  }

  @Test func emptyMatrixHasAnEmptySolution() throws {
    #expect(LU(Matrix(rows: 0, columns: 0))?.solve([]) == [])
  }
}
