import LinearAlgebra
import Propagation

/// The kernel that OpenBLAS chose for this processor, and whether it knows a better one.
struct BLASKernel {
  /// Its name, such as `SkylakeX`.
  let name: String
  /// What to set in the environment where the BLAS is older than the processor and leaves its wide vectors
  /// unused; nil: nothing is known to be better.
  let better: String?

  /// Kernels without wide vectors, to which a BLAS falls back on an x86 processor that it does not know.
  private static let fallbacks: Set<String> = ["prescott", "core2", "penryn", "nehalem"]

  /// What a processor with or without vectors of four and eight numbers should do with a kernel.
  init(name: String, hasFour: Bool, hasEight: Bool) {
    self.name = name
    let isFallback = Self.fallbacks.contains(name.lowercased())
    better = isFallback && hasFour ? (hasEight ? "SkylakeX" : "Haswell") : nil
  }

  /// That of this process.
  static var own: BLASKernel {
    BLASKernel(
      name: OpenBLAS.kernel, hasFour: PackedShares.isFast, hasEight: PackedShares.areInPairs)
  }

  /// What to do about it; nil: nothing.
  var advice: String? {
    better.map {
      "OpenBLAS does not know this processor and uses its kernel \(name), without wide vectors: OPENBLAS_CORETYPE=\($0) in the environment chooses a faster one"
    }
  }
}
