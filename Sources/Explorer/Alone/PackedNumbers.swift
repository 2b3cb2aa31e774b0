/// A table of numbers in a quarter less room than its text takes, both packed: labels first, then every number in
/// hundredths, seven bits a byte, the lowest first (LEB128).
enum PackedNumbers {
  /// The packed form of a table whose first column is labels and whose other cells are numbers from 0 on
  /// with at most two decimals, as JavaScript prints them; nil for any other text: it could not come back.
  static func bytes(of table: [UInt8]) -> [UInt8]? {
    guard table.last == UInt8(ascii: "\n"), !table.contains(0) else { return nil }
    let header = table.prefix { $0 != UInt8(ascii: "\n") }
    let columns = header.count { $0 == UInt8(ascii: ",") }
    var labels = Array(header)
    var numbers: [UInt8] = []
    var index = header.count + 1
    while index < table.count {
      labels.append(UInt8(ascii: "\n"))
      while !isEnd(table[index]) {
        labels.append(table[index])
        index += 1
      }
      for _ in 0..<columns {
        guard table[index] == UInt8(ascii: ","), let value = hundredths(table, &index) else {
          return nil
        }
        append(value, to: &numbers)
      }
      guard table[index] == UInt8(ascii: "\n") else { return nil }
      index += 1
    }
    return labels + [0] + numbers
  }

  private static func append(_ value: UInt64, to numbers: inout [UInt8]) {
    var value = value
    while value > 127 {
      numbers.append(UInt8(value & 127) | 128)
      value >>= 7
    }
    numbers.append(UInt8(value))
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
  }

  /// The hundredths of a number's shortest text, which follows the comma at `index` and ends the cell; nil for
  /// another text. The table ends in a line feed.
  private static func hundredths(_ table: [UInt8], _ index: inout Int) -> UInt64? {
    index += 1
    let start = index
    guard var value = digits(table, &index, atMost: 12), index > start,
      index == start + 1 || table[start] != UInt8(ascii: "0")
    else { return nil }
    var decimals = 0
    if table[index] == UInt8(ascii: ".") {
      index += 1
      let first = index
      guard let part = digits(table, &index, atMost: 2), index > first,
        table[index - 1] != UInt8(ascii: "0")
      else { return nil }
      decimals = index - first
      value = value * (decimals == 1 ? 10 : 100) + part
    }
    guard isEnd(table[index]) else { return nil }
    return decimals == 2 ? value : value * (decimals == 1 ? 10 : 100)
  }

  /// The number that some digits are; nil where there are more.
  private static func digits(_ table: [UInt8], _ index: inout Int, atMost most: Int) -> UInt64? {
    var value: UInt64 = 0
    let start = index
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(table[index]) {
      guard index - start < most else { return nil }
      value = value * 10 + UInt64(table[index] - UInt8(ascii: "0"))
      index += 1
    }
    return value
  }
}
