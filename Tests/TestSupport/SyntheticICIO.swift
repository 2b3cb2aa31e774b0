import Files
import LinearAlgebra

/// Writes made-up flows in the layout of the OECD's ICIO of 2025, small version.
///
/// 81 economies of 50 industries make a file of the real one's size. Value added is what a node's
/// column leaves of its output, and output is the sum of its row, so that the table is in balance
/// to the digits written. The economies have made-up codes; the last is ROW.
package struct SyntheticICIO {
  /// The industries of the edition of 2025.
  package static let industries = """
    A01 A02 A03 B05 B06 B07 B08 B09 C10T12 C13T15 C16 C17_18 C19 C20 C21 C22 C23 C24A C24B C25 \
    C26 C27 C28 C29 C301 C302T309 C31T33 D E F G H49 H50 H51 H52 H53 I J58T60 J61 J62_63 K L M N \
    O P Q R S T
    """.split(separator: " ").map(String.init)
  private static let items = ["HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR"]

  /// Codes of the economies.
  package let regions: [String]
  private let isLong: Bool

  /// Makes so many economies; `longNumbers` gives every number its 17 digits.
  package init(regions count: Int, longNumbers: Bool = false) {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
    regions = (0..<(count - 1)).map { "X" + letters[$0 / 26] + letters[$0 % 26] } + ["ROW"]
    isLong = longNumbers
  }

  /// Labels of the nodes.
  package var nodes: [String] {
    regions.flatMap { region in Self.industries.map { "\(region)_\($0)" } }
  }

  /// Writes the file row by row.
  package func write(to path: String) throws {
    var file = try NewFile(path)
    let (nodes, final) = (nodes, regions.flatMap { region in Self.items.map { "\(region)_\($0)" } })
    try file.append(Array(("V1," + (nodes + final + ["OUT"]).joined(separator: ",") + "\n").utf8))
    var generator = SplitMix64(seed: 2025)
    let pool = pool(&generator)
    var (sold, bought) = ([Double](), [Double](repeating: 0, count: nodes.count))
    for node in nodes {
      var line = Array(node.utf8)
      var total = 0.0
      var next = Int(generator.next() % UInt64(pool.count))
      for column in 0..<(nodes.count + final.count) {
        let (value, text) = pool[next]
        next = next + 1 == pool.count ? 0 : next + 1
        line.append(UInt8(ascii: ","))
        line += text
        total += value
        if column < nodes.count { bought[column] += value }
      }
      sold.append(total)
      try file.append(line + Array(",\(total)\n".utf8))
    }
    let none = final.map { _ in "0" }.joined(separator: ",") + ",0\n"
    for (name, values) in [
      ("TLS", sold.map { $0 * 0.01 }), ("VA", zip(sold, bought).map { $0 * 0.99 - $1 }),
      ("OUT", sold),
    ] {
      let cells = values.map { "\($0)" }.joined(separator: ",")
      try file.append(Array("\(name),\(cells),\(none)".utf8))
    }
    try file.finish(durably: false)
  }

  /// Numbers and their texts; a tenth is 0, and a few say NA.
  private func pool(_ generator: inout SplitMix64) -> [(Double, [UInt8])] {
    (0..<100_003).map { k in
      if k % 1000 == 7 { return (0, Array("NA".utf8)) }
      if generator.nextUniform() < 0.1 { return (0, Array("0".utf8)) }
      let size = generator.nextUniform() * 10 / (0.001 + generator.nextUniform())
      let value = isLong ? size : (size * 1e6).rounded() / 1e6
      return (value, Array("\(value)".utf8))
    }
  }
}
