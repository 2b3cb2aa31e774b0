internal import CKernels
internal import InputOutputTables

extension VarietyColumns {
  /// What the products of a step need to know of six users at a time, so that none of it is looked up in
  /// a step: whether varieties of a product cut any, whether all use it, whether they are of one sector.
  ///
  /// `inverse`: 1 over requirements, 0 where an input never binds, S × n. Result S × ⌈n/6⌉, flags of
  /// `variety_kernels.h`.
  func sixes(_ economy: Economy, inverse: [Double]) -> [UInt8] {
    let n = economy.nodeCount
    let rows = PackedShares.rows
    var flags: [UInt8] = []
    for p in 0..<economy.productCount {
      for first in stride(from: 0, to: n, by: rows) {
        let users = first..<min(n, first + rows)
        let uses = users.filter { inverse[p * n + $0] != 0 }
        let isCut = uses.contains {
          cuts[p * economy.productCount + economy.product[$0]] != 0
        }
        let isOneSector = economy.product[users.lowerBound] == economy.product[users.upperBound - 1]
        flags.append(
          UInt8(
            (isCut ? SONAE_ANY_CUT : 0) | (uses.count == users.count ? SONAE_ALL_USE : 0)
              | (isOneSector ? SONAE_ONE_SECTOR : 0)))
      }
    }
    return flags
  }
}
