import Scenarios

extension Chart {
  /// Ticks around all values; from zero on where asked, or where the values come near it.
  func valueTicks(fromZero: Bool) -> AxisTicks {
    let values = series.flatMap { $0.values.compactMap { $0 } }
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    if fromZero || (low > 0 && low <= high - low) { low = min(low, 0) }
    if fromZero || (high < 0 && -high <= high - low) { high = max(high, 0) }
    return AxisTicks(from: low, to: high, count: 6)
  }
}
