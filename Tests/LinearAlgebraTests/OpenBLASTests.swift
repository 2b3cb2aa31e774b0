import LinearAlgebra
import Testing

/// The product by its definition.
private func product(_ a: Matrix, _ b: Matrix) -> Matrix {
  var c = Matrix(rows: a.rows, columns: b.columns)
  for i in 0..<a.rows {
    for j in 0..<b.columns {
      for k in 0..<a.columns { c[i, j] += a[i, k] * b[k, j] }
    }
  }
  return c
}

/// Puts a matrix into a larger buffer at an offset, with a stride.
private func embed(_ a: Matrix, at offset: Int, stride: Int) -> [Double] {
  var buffer = [Double](repeating: 99, count: offset + a.rows * stride + 3)
  for i in 0..<a.rows {
    for j in 0..<a.columns { buffer[offset + i * stride + j] = a[i, j] }
  }
  return buffer
}

@Suite struct OpenBLASTests {
  @Test(arguments: [(false, false), (true, false), (false, true), (true, true)])
  func gemmIsTheDefinitionOnStridedBlocks(_ transposed: (a: Bool, b: Bool)) {
    let (m, n, k) = (5, 7, 3)
    let a = randomMatrix(m, k, seed: 1)
    let b = randomMatrix(k, n, seed: 2)
    let storedA = transposed.a ? a.transposed : a
    let storedB = transposed.b ? b.transposed : b
    var c = embed(randomMatrix(m, n, seed: 3), at: 4, stride: 9)
    let before = c
    OpenBLAS.gemm(
      transposedA: transposed.a, transposedB: transposed.b, m: m, n: n, k: k, alpha: 2,
      embed(storedA, at: 2, stride: storedA.columns + 1), at: 2, stride: storedA.columns + 1,
      embed(storedB, at: 5, stride: storedB.columns + 2), at: 5, stride: storedB.columns + 2,
      beta: 0.5, &c, at: 4, stride: 9)
    let expected = product(a, b)
    for index in c.indices {
      let (i, j) = ((index - 4) / 9, (index - 4) % 9)
      let inside = index >= 4 && i < m && j < n
      let value = inside ? 2 * expected[i, j] + 0.5 * before[index] : before[index]
      #expect(abs(c[index] - value) < 1e-13)
    }
  }

  @Test(arguments: [false, true])
  func gemvIsTheDefinitionOnStridedBlocks(_ transposed: Bool) {
    let a = randomMatrix(4, 6, seed: 4)
    let x = randomMatrix(transposed ? 4 : 6, 1, seed: 5)
    var y = [Double](repeating: 7, count: 12)
    OpenBLAS.gemv(
      transposed: transposed, rows: 4, columns: 6, alpha: 3, embed(a, at: 1, stride: 8), at: 1,
      stride: 8, embed(x, at: 2, stride: 1), at: 2, beta: 2, &y, at: 3)
    let expected = product(transposed ? a.transposed : a, x).elements
    #expect(distance(Array(y[3..<(3 + expected.count)]), expected.map { 3 * $0 + 14 }) < 1e-13)
    #expect(y[..<3].allSatisfy { $0 == 7 } && y[(3 + expected.count)...].allSatisfy { $0 == 7 })
  }

  @Test func zeroBetaForgetsWhatWasThere() {
    var y = [Double.nan, .infinity]
    OpenBLAS.gemv(transposed: false, rows: 2, columns: 2, [1, 2, 3, 4], stride: 2, [1, 1], &y)
    #expect(y == [3, 7])
    var c = [Double.nan]
    OpenBLAS.gemm(
      transposedA: false, m: 1, n: 1, k: 1, [2], stride: 1, [3], stride: 1, &c, stride: 1)
    #expect(c == [6])
  }

  @Test func emptySumsAreZero() {
    var y = [5.0, 6.0]
    OpenBLAS.gemv(transposed: true, rows: 0, columns: 2, [], stride: 2, [], &y)
    #expect(y == [0, 0])
    var c = [5.0]
    OpenBLAS.gemm(transposedA: false, m: 1, n: 1, k: 0, [], stride: 1, [], stride: 1, &c, stride: 1)
    #expect(c == [0])
  }

  @Test func dotSumsProducts() {
    #expect(OpenBLAS.dot(count: 2, [9, 1, 2], at: 1, [3, 4, 9], at: 0) == 11)
    #expect(OpenBLAS.dot(count: 0, [], []) == 0)
  }

  @Test func oneThreadAndANamedKernel() {
    #expect(OpenBLAS.threads == 1)
    #expect(OpenBLAS.configuration.contains("OpenBLAS"))
    #expect(!OpenBLAS.kernel.isEmpty)
  }

  @Test func shapesThatLieOutsideStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var y = [0.0]
      OpenBLAS.gemv(transposed: false, rows: 2, columns: 2, [1, 2, 3], stride: 2, [1, 1], &y)
    }
    await #expect(processExitsWith: .failure) {
      _ = OpenBLAS.dot(count: 3, [1, 2], [1, 2, 3])
    }
  }
}
