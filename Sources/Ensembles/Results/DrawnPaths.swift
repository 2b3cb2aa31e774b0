package import Diagnostics
package import Files
package import Statistics

/// Days of draws as blocks bring them, until all of a day are asked for: memory is that of a block and of one
/// day of one series, whatever the number of draws.
package struct DrawnPaths: ~Copyable {
  private let series: Int
  private let days: Int
  private var numbers: ScratchNumbers
  /// Draws of each block that was added.
  private var draws: [Int] = []

  /// Starts with no draws; `folder` takes what memory should not.
  package init(series: Int, days: Int, in folder: String, inMemory most: Int = 1 << 23) {
    self.series = series
    self.days = days
    numbers = ScratchNumbers(folder: folder, inMemory: most)
  }

  /// Takes the days of a block's runs, the table that `EnsembleBlock.paths` made.
  package mutating func add(_ columns: [ParquetColumn]) throws(DiagnosticList) {
    precondition(columns.count == 2 + series, "DrawnPaths: \(columns.count) columns")
    let count = columns[0].count / max(1, days)
    // Series by series, day by day: a day of a series is a stretch of a block.
    var turned = [Double](repeating: .nan, count: series * days * count)
    for (index, column) in columns.dropFirst(2).enumerated() {
      for (row, value) in column.numbers.enumerated() {
        guard let value else { continue }
        turned[(index * days + row % days) * count + row / days] = value
      }
    }
    try numbers.append(turned)
    draws.append(count)
  }

  /// Between what each series lies day by day.
  package func quantiles() throws(DiagnosticList) -> [PathQuantiles] {
    var found: [PathQuantiles] = []
    for index in 0..<series {
      found.append(
        try PathQuantiles(days: days) { day throws(DiagnosticList) in
          try drawn(index, day)
        })
    }
    return found
  }

  /// Numbers of all draws on a day; those that have none left out.
  private func drawn(_ series: Int, _ day: Int) throws(DiagnosticList) -> [Double] {
    var found: [Double] = []
    var start = 0
    for count in draws {
      let first = start + (series * days + day) * count
      found += try numbers.numbers(first..<first + count).filter { !$0.isNaN }
      start += self.series * days * count
    }
    return found
  }
}

extension EnsemblePlan {
  /// Room for the days of its draws; `folder` takes what memory should not.
  package func drawnPaths(in folder: String) -> DrawnPaths {
    DrawnPaths(series: paths.count, days: pathDays.count, in: folder)
  }
}
