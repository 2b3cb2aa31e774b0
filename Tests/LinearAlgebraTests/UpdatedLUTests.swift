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

  /// I − A of a productive economy, k rows of A changed a little: as good as a new factorisation.
  @Test(arguments: [1, 3, 20])
  func changedRowsOfAnEconomySolveToTenDigits(_ k: Int) throws {
    let n = 60
    var a = randomMatrix(n, n, seed: 31)
    for index in a.elements.indices { a.elements[index] = abs(a.elements[index]) / Double(2 * n) }
    var rows = Matrix(rows: n, columns: k)
    var change = randomMatrix(n, k, seed: 32)
    var changed = a
    for r in 0..<k {
      rows[3 * r, r] = -1
      for j in 0..<n {
        change[j, r] = abs(change[j, r]) / Double(4 * n)
        changed[3 * r, j] += change[j, r]
      }
    }
    let base = try #require(LU(a.subtractedFromIdentity))
    let updated = try #require(UpdatedLU(base, left: rows, right: change))
    let anew = try #require(LU(changed.subtractedFromIdentity))
    let b = randomMatrix(n, 1, seed: 33).elements
    #expect(distance(updated.solve(b), anew.solve(b)) < 1e-10)
  }

  @Test func anUpdateThatMakesTheMatrixSingularIsRefused() throws {
    let minusFirst = Matrix(rows: 2, columns: 1, elements: [-1, 0])
    let first = Matrix(rows: 2, columns: 1, elements: [1, 0])
    let identity = try #require(LU(Matrix.identity(2)))
    #expect(UpdatedLU(identity, left: minusFirst, right: first) == nil)
  }
}
