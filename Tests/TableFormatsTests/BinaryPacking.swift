/// How the cells of a binary workbook are stored; a reader must not care.
enum BinaryStyle: CaseIterable {
  /// Packed numbers and shared texts.
  case packed
  /// Doubles, and texts in the cells.
  case plain
  /// Last values of formulas, and rich texts.
  case formulas
  /// Cells without their column behind the first of each row.
  case short
}

/// A binary workbook of sheets; texts that are numbers become numbers, empty cells are left out or,
/// in `short` style, blank.
func binaryWorkbook(
  _ sheets: [(name: String, rows: [[String]])], _ style: BinaryStyle = .packed
) -> [UInt8] {
  var shared: [String] = []
  var files: [String: [UInt8]] = ["[Content_Types].xml": Array("<Types/>".utf8)]
  var book = record(131, []) + record(143, [])
  var relations = ""
  for (index, sheet) in sheets.enumerated() {
    book += record(
      156, little(0, 4) + little(index + 1, 4) + wide("rId\(index + 1)") + wide(sheet.name))
    relations +=
      "<Relationship Id=\"rId\(index + 1)\" Target=\"worksheets/sheet\(index + 1).bin\"/>"
    files["xl/worksheets/sheet\(index + 1).bin"] = sheetRecords(sheet.rows, style, &shared)
  }
  files["xl/workbook.bin"] = book + record(144, []) + record(132, [])
  files["xl/_rels/workbook.bin.rels"] = Array(
    "<Relationships>\(relations)</Relationships>".utf8)
  // Flags that say formats follow, and a run of them, which must be passed over.
  let items = shared.map { record(19, [1] + wide($0) + little(1, 4) + little(0, 4)) }
  files["xl/sharedStrings.bin"] =
    record(159, little(shared.count, 4) + little(shared.count, 4)) + items.joined()
    + record(160, [])
  return zipped(files)
}

/// A record of a binary part ([MS-XLSB] 2.1.4).
func record(_ kind: Int, _ payload: [UInt8]) -> [UInt8] {
  seven(kind) + seven(payload.count) + payload
}

private func seven(_ value: Int) -> [UInt8] {
  var rest = value
  var bytes: [UInt8] = []
  repeat {
    bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
    rest >>= 7
  } while rest > 0
  return bytes
}

func little(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

private func wide(_ text: String) -> [UInt8] {
  little(text.utf16.count, 4) + text.utf16.flatMap { little(Int($0), 2) }
}

private func double(_ value: Double) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
}

private func sheetRecords(
  _ rows: [[String]], _ style: BinaryStyle, _ shared: inout [String]
) -> [UInt8] {
  var bytes = record(129, []) + record(148, little(0, 16)) + record(145, [])
  for (r, row) in rows.enumerated() where row.contains(where: { !$0.isEmpty }) {
    bytes += record(0, little(r, 4) + little(0, 13))
    var isFirst = true
    for (c, text) in row.enumerated() where !text.isEmpty || (style == .short && !isFirst) {
      let isShort = style == .short && !isFirst
      let head = (isShort ? [] : little(c, 4)) + little(0, 4)
      let (kind, value) = stored(text, style, &shared)
      bytes += record(isShort ? kind + 11 : kind, head + value)
      isFirst = false
    }
  }
  return bytes + record(146, []) + record(130, [])
}

private func stored(
  _ text: String, _ style: BinaryStyle, _ shared: inout [String]
) -> (kind: Int, value: [UInt8]) {
  if text.isEmpty { return (1, []) }
  if let number = Double(text) {
    if style == .formulas { return (9, double(number) + little(0, 6)) }
    let hundred = (number * 100).rounded()
    if style != .plain, hundred / 100 == number, abs(hundred) < 5e8 {
      let isWhole = number == number.rounded()
      return (2, little(Int(isWhole ? number : hundred) << 2 | (isWhole ? 2 : 3), 4))
    }
    return (5, double(number))
  }
  switch style {
  case .plain: return (6, wide(text))
  case .formulas: return (62, [0] + wide(text))
  case .packed, .short:
    if !shared.contains(text) { shared.append(text) }
    return (7, little(shared.firstIndex(of: text) ?? 0, 4))
  }
}
