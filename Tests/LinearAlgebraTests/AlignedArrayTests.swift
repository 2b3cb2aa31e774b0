import LinearAlgebra
import Testing

struct AlignedArrayTests {
  @Test(arguments: [0, 1, 7, 8, 1_000, 100_003]) func elementsStartOnACacheLine(_ count: Int) {
    let array = AlignedArray(repeating: 2.5, count: count)
    #expect(unsafe Int(bitPattern: array.pointer) % 64 == 0)
    #expect(array.count == count && array.isEmpty == (count == 0))
    #expect(array.indices.allSatisfy { array[$0] == 2.5 })
  }

  @Test func elementsAreThoseOfTheArrayAndChangeAlone() {
    var array = AlignedArray([1, 2, 3])
    array[1] = 5
    #expect(array.indices.map { array[$0] } == [1, 5, 3])
    array.fill(1..<3, with: 7)
    #expect(array.indices.map { array[$0] } == [1, 7, 7])
  }

  @Test func anIndexOutsideIsRefused() async {
    await #expect(processExitsWith: .failure) {
      let array = AlignedArray(repeating: 0, count: 3)
      _ = array[3]
    }
    await #expect(processExitsWith: .failure) {
      var array = AlignedArray(repeating: 0, count: 3)
      array[-1] = 1
    }
  }

  /// The product on aligned memory is that of matrices, for one column and for several.
  @Test(arguments: [1, 2, 5, 8], [false, true]) func productsAgreeWithMatrices(
    _ width: Int, _ transposed: Bool
  ) {
    let a = randomMatrix(4, 6, seed: 3)
    let (m, k) = transposed ? (6, 4) : (4, 6)
    let b = randomMatrix(k, width, seed: 5)
    let x = AlignedArray(b.elements)
    var y = AlignedArray(repeating: 1, count: m * width + 2)
    OpenBLAS.multiply(
      transposed: transposed, rows: 4, columns: 6, width: width, a.elements, at: 0, stride: 6, x,
      at: 0, beta: 1, &y, at: 2)
    let expected = (transposed ? a.transposed : a).times(b)
    let found = (0..<m * width).map { y[$0 + 2] - 1 }
    #expect(distance(found, expected.elements) < 1e-14)
    #expect(y[0] == 1 && y[1] == 1)
  }
}
