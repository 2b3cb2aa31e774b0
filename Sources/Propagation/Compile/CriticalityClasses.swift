internal import InputOutputTables

/// Products that a sector's users need to the same degree in every scenario of a batch.
///
/// Output under several inputs of one criticality c is set by the least cover among them: the
/// minimum of 1 − c·(1 − S/need) over p is 1 − c·(1 − min S/need). So a step keeps one cover a
/// class, taken when stocks change, and never reads the stocks again to find the limit.
struct CriticalityClasses: Sendable {
  /// Class of each product in each user sector, [product][sector], from 0 in each sector; −1 where
  /// the product limits no scenario.
  private(set) var classOf: [Int32] = []
  /// Where each sector's classes start in `levels`, S + 1.
  private(set) var classStart: [Int] = [0]
  /// Criticality by class and scenario, [class][scenario].
  private(set) var levels: [Double] = []
  /// Where each sector's cover starts, in rows of one value a scenario, S + 1; a sector's rows are
  /// [class][node].
  private(set) var coverStart: [Int] = [0]

  /// Rows of cover in all.
  var coverRows: Int { coverStart[coverStart.count - 1] }

  /// Number of classes in a sector of users.
  func count(in sector: Int) -> Int { classStart[sector + 1] - classStart[sector] }

  /// Sorts the products of each sector of users by their criticality.
  init(_ parameters: BatchParameters, economy: Economy, width: Int) {
    let products = economy.productCount
    classOf = [Int32](repeating: 0, count: products * products)
    for u in 0..<products {
      var known: [[Double]: Int32] = [:]
      for p in 0..<products {
        let first = (p * products + u) * width
        // An unlimited inventory never binds.
        let level = (0..<width).map {
          parameters.storedStep[p * width + $0] > 0 ? parameters.criticality[first + $0] : 0
        }
        if level.allSatisfy({ $0 == 0 }) {
          classOf[p * products + u] = -1
          continue
        }
        if known[level] == nil {
          known[level] = Int32(known.count)
          levels += level
        }
        classOf[p * products + u] = known[level] ?? -1
      }
      classStart.append(levels.count / max(1, width))
      coverStart.append(coverStart[u] + known.count * economy.suppliers(of: u).count)
    }
  }
}
