/// Moves labels apart along a line: none overlaps, their order stays, and all lie within the bounds
/// if these are long enough. `wanted` and the result are middles, `heights` full heights.
package func spread(_ wanted: [Double], heights: [Double], within bounds: ClosedRange<Double>)
  -> [Double]
{
  precondition(wanted.count == heights.count, "spread: \(wanted.count) and \(heights.count)")
  let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
  var middles = wanted
  var free = bounds.lowerBound
  for index in order {
    middles[index] = max(wanted[index], free + heights[index] / 2)
    free = middles[index] + heights[index] / 2
  }
  var limit = bounds.upperBound
  for index in order.reversed() {
    middles[index] = min(middles[index], limit - heights[index] / 2)
    limit = middles[index] - heights[index] / 2
  }
  return middles
}
