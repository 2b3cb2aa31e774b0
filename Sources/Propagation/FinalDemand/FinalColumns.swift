internal import InputOutputTables
internal import LinearAlgebra

/// Products whose final demand a batch asks column by column: their buyers turn away from struck suppliers,
/// or buy less as their income falls. The others' stays as in the table.
struct FinalColumns: Sendable {
  /// Place of each such product; nil: as in the table. S.
  let place: [Int?]
  /// Number of them.
  let productCount: Int
  /// Number of columns f.
  let count: Int
  /// Positive final demand a day for each product by column, S × f.
  let totals: Matrix
  /// Region of each column; −1: users outside. f.
  let region: [Int32]

  /// `all`: every product is asked so; else those that `isStruck`.
  init(_ economy: Economy, all: Bool, isStruck: (Int) -> Bool) {
    var next = 0
    place = (0..<economy.productCount).map { p in
      guard all || isStruck(p) else { return nil }
      next += 1
      return next - 1
    }
    productCount = next
    count = economy.finalDemand.columns
    var totals = Matrix(rows: economy.productCount, columns: economy.finalDemand.columns)
    for i in 0..<economy.nodeCount {
      for f in 0..<totals.columns {
        totals[economy.product[i], f] += economy.finalDemand[i, f]
      }
    }
    self.totals = totals
    let kinds = economy.table.finalDemandKinds
    region = economy.table.finalDemandRegion.enumerated().map {
      kinds[$0] == .exports ? -1 : Int32($1)
    }
  }
}

/// Final demand column by column while a batch runs.
struct FinalColumnsState: ~Copyable {
  /// Final demand asked of a column's usual shares, over them and what has not moved: y·w·this. [place of
  /// a product][column][scenario] and room for a block, 0 for imports that `TradeLinks` has.
  var asked: AlignedArray
  /// Final demand not met by region, [place][region][scenario].
  var unmet: AlignedArray
  /// What income leaves of each column, [column][scenario].
  var income: AlignedArray
  /// Weights w of suppliers where a batch has none, 1, n × m.
  var ones: AlignedArray
  /// Values of a product's suppliers, × m.
  var suppliers: AlignedArray
  /// Served per unit asked by column, f × m and room for a block.
  var served: AlignedArray

  init(_ batch: CompiledBatch) {
    let products = batch.columns?.productCount ?? 0
    let economy = batch.economy
    let m = batch.width
    let count = products > 0 ? economy.finalDemand.columns : 0
    // Packed products write whole blocks of columns.
    let rest = products > 0 ? PackedShares.rows * m : 0
    asked = AlignedArray(repeating: 1, count: products * count * m + rest)
    unmet = AlignedArray(repeating: 0, count: products * economy.regionCount * m)
    income = AlignedArray(repeating: 1, count: count * m)
    let isPlain = products > 0 && batch.varieties == nil
    ones = AlignedArray(repeating: 1, count: isPlain ? economy.nodeCount * m : 0)
    let most = (0..<economy.productCount).map { economy.suppliers(of: $0).count }.max() ?? 0
    suppliers = AlignedArray(repeating: 0, count: products > 0 ? most * m : 0)
    served = AlignedArray(repeating: 0, count: count * m + rest)
  }
}
