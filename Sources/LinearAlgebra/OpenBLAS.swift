internal import COpenBLAS

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The dense products of OpenBLAS and the factorisation of LAPACK, on one thread.
///
/// The one file that calls them. Matrices are row-major, given as an array, the offset of their
/// first element and their stride (elements from one row to the next). Products allocate nothing.
package enum OpenBLAS {
  /// Sum of x[i] * y[i] over `count` elements.
  package static func dot(
    count: Int, _ x: [Double], at xOffset: Int = 0, _ y: [Double], at yOffset: Int = 0
  ) -> Double {
    demand(xOffset, count, within: x.count)
    demand(yOffset, count, within: y.count)
    start()
    return unsafe x.withUnsafeBufferPointer { x in
      unsafe y.withUnsafeBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return 0 }
        return unsafe cblas_ddot(Int32(count), x + xOffset, 1, y + yOffset, 1)
      }
    }
  }

  /// y = alpha * op(A) * x + beta * y, with A `rows` x `columns` as stored and op(A) = Aᵀ if asked.
  package static func gemv(
    transposed: Bool, rows: Int, columns: Int, alpha: Double = 1,
    _ a: [Double], at aOffset: Int = 0, stride lda: Int,
    _ x: [Double], at xOffset: Int = 0,
    beta: Double = 0, _ y: inout [Double], at yOffset: Int = 0
  ) {
    demand(aOffset, rows: rows, columns: columns, stride: lda, within: a.count)
    demand(xOffset, transposed ? rows : columns, within: x.count)
    demand(yOffset, transposed ? columns : rows, within: y.count)
    if rows == 0 || columns == 0 {
      scale(&y, at: yOffset, count: transposed ? columns : rows, by: beta)
      return
    }
    start()
    unsafe a.withUnsafeBufferPointer { a in
      unsafe x.withUnsafeBufferPointer { x in
        unsafe y.withUnsafeMutableBufferPointer { y in
          guard let a = a.baseAddress, let x = x.baseAddress, let y = y.baseAddress else { return }
          unsafe cblas_dgemv(
            CblasRowMajor, transposed ? CblasTrans : CblasNoTrans, Int32(rows), Int32(columns),
            alpha, a + aOffset, Int32(lda), x + xOffset, 1, beta, y + yOffset, 1)
        }
      }
    }
  }

  /// C = alpha * op(A) * op(B) + beta * C, with op(A) m x k, op(B) k x n and C m x n.
  package static func gemm(
    transposedA: Bool, transposedB: Bool = false, m: Int, n: Int, k: Int, alpha: Double = 1,
    _ a: [Double], at aOffset: Int = 0, stride lda: Int,
    _ b: [Double], at bOffset: Int = 0, stride ldb: Int,
    beta: Double = 0, _ c: inout [Double], at cOffset: Int = 0, stride ldc: Int
  ) {
    demand(
      aOffset, rows: transposedA ? k : m, columns: transposedA ? m : k, stride: lda,
      within: a.count)
    demand(
      bOffset, rows: transposedB ? n : k, columns: transposedB ? k : n, stride: ldb,
      within: b.count)
    demand(cOffset, rows: m, columns: n, stride: ldc, within: c.count)
    start()
    unsafe a.withUnsafeBufferPointer { a in
      unsafe b.withUnsafeBufferPointer { b in
        unsafe c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          unsafe cblas_dgemm(
            CblasRowMajor, transposedA ? CblasTrans : CblasNoTrans,
            transposedB ? CblasTrans : CblasNoTrans, Int32(m), Int32(n), Int32(k), alpha,
            a + aOffset, Int32(lda), b + bOffset, Int32(ldb), beta, c + cOffset, Int32(ldc))
        }
      }
    }
  }

  /// Y = op(A) * X + beta * Y of `width` columns side by side, with A `rows` x `columns` as stored.
  package static func multiply(
    transposed: Bool, rows: Int, columns: Int, width: Int,
    _ a: [Double], at aOffset: Int, stride lda: Int,
    _ x: borrowing AlignedArray, at xOffset: Int,
    beta: Double, _ y: inout AlignedArray, at yOffset: Int
  ) {
    let (m, k) = transposed ? (columns, rows) : (rows, columns)
    demand(aOffset, rows: rows, columns: columns, stride: lda, within: a.count)
    demand(xOffset, k * width, within: x.count)
    demand(yOffset, m * width, within: y.count)
    guard m > 0, k > 0, width > 0 else { return }
    start()
    let operation = transposed ? CblasTrans : CblasNoTrans
    unsafe a.withUnsafeBufferPointer { a in
      guard let a = a.baseAddress else { return }
      if width == 1 {
        unsafe cblas_dgemv(
          CblasRowMajor, operation, Int32(rows), Int32(columns), 1, a + aOffset, Int32(lda),
          x.pointer + xOffset, 1, beta, y.pointer + yOffset, 1)
      } else {
        unsafe cblas_dgemm(
          CblasRowMajor, operation, CblasNoTrans, Int32(m), Int32(width), Int32(k), 1,
          a + aOffset, Int32(lda), x.pointer + xOffset, Int32(width), beta, y.pointer + yOffset,
          Int32(width))
      }
    }
  }
}

// MARK: - Factorisation

extension OpenBLAS {
  /// Factors an n x n buffer in place as LAPACK sees it: column-major, so the transpose of row-major.
  ///
  /// Returns the pivots, or nil if the matrix is singular.
  package static func factor(_ a: inout [Double], n: Int) -> [Int32]? {
    precondition(a.count == n * n, "OpenBLAS: \(a.count) elements for order \(n)")
    start()
    var pivots = [Int32](repeating: 0, count: n)
    let order = Int32(n)
    let status = unsafe LAPACKE_dgetrf_work(
      LAPACK_COL_MAJOR, order, order, &a, max(1, order), &pivots)
    return status == 0 ? pivots : nil
  }

  /// Solves for `count` right-hand sides, n contiguous elements each, in place, by `factor`'s result.
  ///
  /// With `transposed` the system is that of the row-major matrix; without, that of its transpose.
  package static func solve(
    transposed: Bool, _ factors: [Double], _ pivots: [Int32], _ b: inout [Double], count: Int
  ) {
    let n = pivots.count
    precondition(factors.count == n * n, "OpenBLAS: \(factors.count) factors for order \(n)")
    precondition(b.count == n * count, "OpenBLAS: \(b.count) elements for \(count) sides")
    start()
    let order = Int32(n)
    let kind = CChar(bitPattern: UInt8(ascii: transposed ? "T" : "N"))
    let status = unsafe LAPACKE_dgetrs_work(
      LAPACK_COL_MAJOR, kind, order, Int32(count), factors, max(1, order), pivots, &b,
      max(1, order))
    precondition(status == 0, "OpenBLAS: dgetrs refuses argument \(-status)")
  }

  /// Estimated reciprocal condition number in LAPACK's 1-norm, from factors and the matrix's norm.
  package static func reciprocalCondition(_ factors: [Double], n: Int, norm: Double) -> Double {
    precondition(factors.count == n * n, "OpenBLAS: \(factors.count) factors for order \(n)")
    start()
    var result = 0.0
    var work = [Double](repeating: 0, count: 4 * n)
    var integers = [Int32](repeating: 0, count: n)
    let order = Int32(n)
    let kind = CChar(bitPattern: UInt8(ascii: "1"))
    let status = unsafe LAPACKE_dgecon_work(
      LAPACK_COL_MAJOR, kind, order, factors, max(1, order), norm, &result, &work, &integers)
    return status == 0 ? result : 0
  }
}

// MARK: - Its memory

extension OpenBLAS {
  /// Bytes of the buffer that a product works in, with some room.
  package static let bufferSize = 192 << 20

  /// Lets OpenBLAS take its buffer now; false if the system would not give it.
  ///
  /// Without it the first product would ask again and again for ever.
  package static func takeBuffer() -> Bool {
    let probe = unsafe mmap(nil, bufferSize, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard unsafe probe != MAP_FAILED else { return false }
    _ = unsafe munmap(probe, bufferSize)
    let n = 64
    let a = [Double](repeating: 1, count: n * n)
    var c = a
    gemm(transposedA: false, m: n, n: n, k: n, a, stride: n, a, stride: n, &c, stride: n)
    return true
  }
}

// MARK: - What it is

extension OpenBLAS {
  /// Version and build options, such as `OpenBLAS 0.3.28 NO_LAPACKE DYNAMIC_ARCH ...`.
  ///
  /// Asked once: OpenBLAS puts it together in memory that all threads share.
  package static let configuration: String = unsafe String(cString: openblas_get_config())

  /// Name of the kernel chosen for this processor, such as `SkylakeX`.
  package static var kernel: String { unsafe String(cString: openblas_get_corename()) }

  /// Number of threads that one call uses: 1.
  package static var threads: Int {
    start()
    return Int(openblas_get_num_threads())
  }
}

// MARK: - Shapes and start

extension OpenBLAS {
  /// Two threads give other last bits than one; parallelism is over batches instead.
  private static let oneThread: Void = openblas_set_num_threads(1)

  private static func start() { oneThread }

  /// An empty sum is 0: LAPACK's products return early and leave the target as it was.
  private static func scale(_ y: inout [Double], at offset: Int, count: Int, by beta: Double) {
    for i in offset..<(offset + count) { y[i] = beta == 0 ? 0 : beta * y[i] }
  }

  private static func demand(_ offset: Int, _ count: Int, within size: Int) {
    precondition(
      offset >= 0 && count >= 0 && offset + count <= size,
      "OpenBLAS: \(count) elements at \(offset) of \(size)")
  }

  private static func demand(
    _ offset: Int, rows: Int, columns: Int, stride: Int, within size: Int
  ) {
    precondition(
      rows >= 0 && columns >= 0 && stride >= max(1, columns),
      "OpenBLAS: \(rows) x \(columns) with stride \(stride)")
    demand(offset, rows == 0 || columns == 0 ? 0 : (rows - 1) * stride + columns, within: size)
  }
}

// MARK: - Aligned memory

/// Doubles that start on a cache line, so that vectors of four or eight never lie across two.
///
/// A Swift array starts 16 bytes past one, which costs the kernels of a step a third of their speed. Public
/// like `Matrix`, because what is inlinable is not inlined in other targets where it is `package`.
@frozen @safe public struct AlignedArray: ~Copyable {
  /// Number of elements.
  public let count: Int
  /// The elements, for calls of C.
  @unsafe public let pointer: UnsafeMutablePointer<Double>

  /// Bytes of a large page: a step walks arrays of megabytes product by product, and looking up where their
  /// small pages are took a tenth of an ensemble.
  private static let largePage = 2 << 20

  /// Makes room for elements of one value.
  public init(repeating value: Double, count: Int) {
    let bytes = max(1, count) * MemoryLayout<Double>.stride
    let isLarge = bytes >= Self.largePage
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: bytes, alignment: isLarge ? Self.largePage : 64)
    #if os(Linux)
      // Only advice: where the system has no large pages to give, it changes nothing.
      if isLarge { _ = unsafe madvise(memory, bytes, MADV_HUGEPAGE) }
    #endif
    self.count = count
    unsafe pointer = memory.bindMemory(to: Double.self, capacity: count)
    unsafe pointer.initialize(repeating: value, count: count)
  }

  /// Copies an array's elements.
  public init(_ elements: [Double]) {
    self.init(repeating: 0, count: elements.count)
    for (i, element) in elements.enumerated() { self[i] = element }
  }

  deinit { unsafe pointer.deallocate() }

  /// Valid indices.
  public var indices: Range<Int> { 0..<count }

  /// Whether there are no elements.
  public var isEmpty: Bool { count == 0 }

  /// Sets the elements of a range.
  public mutating func fill(_ range: Range<Int>, with value: Double) {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count,
      "AlignedArray: \(range.lowerBound)..<\(range.upperBound) of \(count)")
    unsafe (pointer + range.lowerBound).update(repeating: value, count: range.count)
  }

  /// The element at an index.
  @inlinable public subscript(index: Int) -> Double {
    @inline(__always) get {
      precondition(index >= 0 && index < count, "AlignedArray: index out of range")
      return unsafe pointer[index]
    }
    @inline(__always) set {
      precondition(index >= 0 && index < count, "AlignedArray: index out of range")
      unsafe pointer[index] = newValue
    }
  }
}
