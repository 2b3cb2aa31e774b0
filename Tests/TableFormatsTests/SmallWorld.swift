import LinearAlgebra

/// A balanced world in whole numbers, from which every format's file is written.
///
/// The last node of the second region neither buys nor sells; the last item of final demand is
/// inventories and may be negative.
struct SmallWorld {
  let regions: [String]
  let sectors: [String]
  let items: [String]
  var z: [[Double]]
  var y: [[Double]]

  init(
    regions: [String] = ["JPN", "USA", "ROW"], sectors: [String] = ["A01", "C24A", "D"],
    items: [String] = ["HFCE", "GFCF", "INVNT"], seed: UInt64 = 7
  ) {
    (self.regions, self.sectors, self.items) = (regions, sectors, items)
    var generator = SplitMix64(seed: seed)
    let n = regions.count * sectors.count
    let silent = regions.count > 1 ? 2 * sectors.count - 1 : -1
    let random = { (size: Double) in (generator.nextUniform() * size).rounded() }
    z = (0..<n).map { i in
      (0..<n).map { j in i == silent || j == silent ? 0 : random(60) }
    }
    y = (0..<n).map { i in
      regions.flatMap { _ in
        items.indices.map { k in
          i == silent ? 0 : k == items.count - 1 && items.count > 1 ? random(20) - 15 : random(900)
        }
      }
    }
  }

  var nodes: [(region: String, sector: String)] {
    regions.flatMap { region in sectors.map { (region, $0) } }
  }
  var finals: [(region: String, item: String)] {
    regions.flatMap { region in items.map { (region, $0) } }
  }
  /// Gross output: row sums.
  var x: [Double] { z.indices.map { z[$0].reduce(0, +) + y[$0].reduce(0, +) } }
  /// Value added: what the columns of Z leave of output.
  var v: [Double] { z.indices.map { j in x[j] - z.reduce(0) { $0 + $1[j] } } }
}

/// A number as files have it: whole numbers without a point.
func cell(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}

/// Lines joined as a file.
func text(_ lines: [[String]], separator: String = ",", end: String = "\n") -> [UInt8] {
  Array((lines.map { $0.joined(separator: separator) }.joined(separator: end) + end).utf8)
}
