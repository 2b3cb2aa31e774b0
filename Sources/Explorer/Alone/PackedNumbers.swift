/// A table of numbers in a quarter less room than its text takes, both packed: labels first, then every number in
/// hundredths, seven bits a byte, the lowest first (LEB128).
enum PackedNumbers {
  /// The packed form of a table whose first column is labels and whose other cells are numbers from 0 on
  /// with at most two decimals, as JavaScript prints them; nil for any other text: it could not come back.
  static func bytes(of table: [UInt8]) -> [UInt8]? {
    guard table.last == UInt8(ascii: "\n"), !table.contains(0) else { return nil }
    let lines = table.dropLast().split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let header = lines.first else { return nil }
    let columns = header.count { $0 == UInt8(ascii: ",") }
    var labels = Array(header)
    var numbers: [UInt8] = []
    for line in lines.dropFirst() {
      let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard cells.count == columns + 1 else { return nil }
      labels += [UInt8(ascii: "\n")] + cells[0]
      for cell in cells.dropFirst() {
        guard var value = hundredths(cell) else { return nil }
        while value > 127 {
          numbers.append(UInt8(value & 127) | 128)
          value >>= 7
        }
        numbers.append(UInt8(value))
      }
    }
    return labels + [0] + numbers
  }

  /// The hundredths of a number's shortest text; nil for another text.
  private static func hundredths(_ cell: ArraySlice<UInt8>) -> UInt64? {
    let parts = cell.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, (1...2).contains(parts.count) else { return nil }
    let decimals = parts.count == 2 ? parts[1] : []
    let isShortest =
      (whole.count == 1 || whole.first != UInt8(ascii: "0")) && (1...12).contains(whole.count)
      && (parts.count == 1
        || (1...2).contains(decimals.count) && decimals.last != UInt8(ascii: "0"))
    guard isShortest else { return nil }
    let filling = [UInt8](repeating: UInt8(ascii: "0"), count: 2 - decimals.count)
    var value: UInt64 = 0
    for digit in whole + decimals + filling {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + UInt64(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
