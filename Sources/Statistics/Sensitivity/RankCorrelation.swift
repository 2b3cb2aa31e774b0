/// Pearson's correlation of two columns; 0 where one of them does not vary.
package func pearson(_ a: [Double], _ b: [Double]) -> Double {
  precondition(a.count == b.count, "pearson: \(a.count) and \(b.count) values")
  let (meanA, meanB) = (mean(a), mean(b))
  var (ab, aa, bb) = (0.0, 0.0, 0.0)
  for (x, y) in zip(a, b) {
    ab += (x - meanA) * (y - meanB)
    aa += (x - meanA) * (x - meanA)
    bb += (y - meanB) * (y - meanB)
  }
  return aa > 0 && bb > 0 ? ab / (aa * bb).squareRoot() : 0
}

/// Spearman's rank correlation, equal values sharing the mean of their ranks; 0 where one does not vary.
package func spearman(_ a: [Double], _ b: [Double]) -> Double {
  pearson(midranks(a), midranks(b))
}

/// The mean; 0 of nothing.
package func mean(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
}

/// Sum of squares about the mean over n (`correction` 0) or n − 1 (1).
package func variance(_ values: [Double], correction: Int = 1) -> Double {
  guard values.count > correction else { return 0 }
  let centre = mean(values)
  return values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    / Double(values.count - correction)
}

private func midranks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var result = [Double](repeating: 0, count: values.count)
  var first = 0
  while first < order.count {
    var last = first
    while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
    for place in first...last { result[order[place]] = Double(first + last) / 2 }
    first = last + 1
  }
  return result
}
