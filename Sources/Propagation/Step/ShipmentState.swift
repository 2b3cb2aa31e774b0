internal import InputOutputTables
internal import LinearAlgebra

/// What suppliers ship more or less than was ordered: most ship an order whole on most days, and the product
/// with the shares passes over them.
struct ShipmentState: ~Copyable {
  /// Shipped of a unit of an order less 1, q∘w − 1, n × m.
  var change: AlignedArray
  /// From each product's first supplier on: those that change, counted from it, n.
  var places: [Int32]
  /// How many they are by product, S.
  var counts: [Int]

  init(_ batch: CompiledBatch) {
    change = AlignedArray(repeating: 0, count: batch.economy.nodeCount * batch.width)
    places = [Int32](repeating: 0, count: batch.economy.nodeCount)
    counts = [Int](repeating: 0, count: batch.economy.productCount)
  }
}
