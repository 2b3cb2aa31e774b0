import LinearAlgebra
import Testing

@Suite struct MatrixOperationsTests {
  private let sample = Matrix(rows: 2, columns: 3, elements: [1, -2, 3, 4, 5, 6])

  @Test(arguments: [(1, 1), (3, 40), (40, 3), (33, 65)])
  func transposingTwiceChangesNothing(_ shape: (Int, Int)) {
    let a = randomMatrix(shape.0, shape.1, seed: 1)
    #expect(a.transposed.transposed == a)
    #expect(a.transposed[shape.1 - 1, 0] == a[0, shape.1 - 1])
  }

  @Test func sumsAndProductsOfAKnownMatrix() {
    #expect(sample.rowSums == [2, 15])
    #expect(sample.columnSums == [5, 3, 9])
    #expect(sample.largestRowSum == 15)
    #expect(sample.row(1) == [4, 5, 6])
    #expect(sample.column(2) == [3, 6])
    #expect(sample.times([1, 1, 1]) == [2, 15])
    #expect(sample.transposedTimes([1, 1]) == [5, 3, 9])
    #expect(sample.times(sample.transposed).elements == [14, 12, 12, 77])
  }

  @Test func identityMinusTakesFromTheDiagonal() {
    let a = Matrix(rows: 2, columns: 2, elements: [0.25, 0.5, 0, 0.5])
    #expect(a.subtractedFromIdentity.elements == [0.75, -0.5, 0, 0.5])
    #expect(Matrix.identity(3).subtractedFromIdentity == Matrix(rows: 3, columns: 3))
  }

  @Test func normShowsNotANumber() {
    let a = Matrix(rows: 2, columns: 2, elements: [.nan, 0, 1, 1])
    #expect(a.largestRowSum.isNaN)
  }

  @Test func emptyMatricesHaveEmptySums() {
    let a = Matrix(rows: 0, columns: 3)
    #expect(a.columnSums == [0, 0, 0] && a.rowSums == [])
    #expect(a.transposedTimes([]) == [0, 0, 0])
    #expect(a.transposed.times(a) == Matrix(rows: 3, columns: 3))
  }
}
