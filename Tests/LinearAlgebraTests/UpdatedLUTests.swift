import LinearAlgebra
import Testing

@Suite struct UpdatedLUTests {
  @Test(arguments: [1, 2, 5, 12])
  func rankUpdateSolvesLikeANewFactorisation(_ k: Int) throws {
    let n = 12
    let a = randomMatrix(n, n, seed: 21)
    let u = randomMatrix(n, k, seed: 22)
    let v = randomMatrix(n, k, seed: 23)
    let b = randomMatrix(n, 1, seed: 24).elements
    var changed = u.times(v.transposed)
    for index in changed.elements.indices { changed.elements[index] += a.elements[index] }
    let base = try #require(LU(a))
    let updated = try #require(UpdatedLU(base, left: u, right: v))
    let anew = try #require(LU(changed))
    #expect(distance(updated.solve(b), anew.solve(b)) < 1e-8)
  }

  @Test func anUpdateThatMakesTheMatrixSingularIsRefused() throws {
    let minusFirst = Matrix(rows: 2, columns: 1, elements: [-1, 0])
    let first = Matrix(rows: 2, columns: 1, elements: [1, 0])
    let identity = try #require(LU(Matrix.identity(2)))
    #expect(UpdatedLU(identity, left: minusFirst, right: first) == nil)
  }
}
