/// CRC-32 as zip and gzip have it (ISO 3309).
func crc32(_ bytes: [UInt8]) -> UInt32 {
  var crc: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
  }
  return ~crc
}

/// A gzip file that holds bytes as they are (RFC 1952, stored blocks).
func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var position = 0
  repeat {
    let count = min(65_535, bytes.count - position)
    let isLast = position + count == bytes.count
    packed += [isLast ? 1 : 0] + little(count, 2) + little(~count, 2)
    packed += bytes[position..<(position + count)]
    position += count
  } while position < bytes.count
  return packed + little(Int(crc32(bytes)), 4) + little(bytes.count, 4)
}

/// A zip archive that holds files as they are (stored), in the order of their names.
func zipped(_ files: [String: [UInt8]]) -> [UInt8] {
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for name in files.keys.sorted() {
    let bytes = files[name] ?? []
    let offset = archive.count
    let common =
      little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 2) + little(0x5A21, 2)
      + little(Int(crc32(bytes)), 4) + little(bytes.count, 4) + little(bytes.count, 4)
      + little(name.utf8.count, 2) + little(0, 2)
    archive += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
    directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common
    directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(offset, 4)
    directory += Array(name.utf8)
  }
  let start = archive.count
  archive += directory + [0x50, 0x4B, 5, 6] + little(0, 4)
  archive += little(files.count, 2) + little(files.count, 2) + little(directory.count, 4)
  return archive + little(start, 4) + little(0, 2)
}

/// The files of an archive that `zipped` made.
func unzipped(_ archive: [UInt8]) -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  var position = 0
  let number = { (place: Int, count: Int) in
    (0..<count).reduce(0) { $0 | Int(archive[place + $1]) << (8 * $1) }
  }
  while archive[position + 2] == 3 {
    let (size, length) = (number(position + 18, 4), number(position + 26, 2))
    let start = position + 30 + length
    let name = String(decoding: archive[(position + 30)..<start], as: UTF8.self)
    files[name] = Array(archive[start..<(start + size)])
    position = start + size
  }
  return files
}

/// How texts stand in a workbook's cells.
enum TextStyle: CaseIterable { case shared, inline }

/// A workbook of sheets; texts that are numbers become numbers, empty cells are left out.
func workbook(
  _ sheets: [(name: String, rows: [[String]])], texts style: TextStyle = .shared
) -> [UInt8] {
  var shared: [String] = []
  var files: [String: [UInt8]] = ["[Content_Types].xml": Array("<Types/>".utf8)]
  var list = ""
  var relations = ""
  for (index, sheet) in sheets.enumerated() {
    list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    relations +=
      "<Relationship Id=\"rId\(index + 1)\" Target=\"worksheets/sheet\(index + 1).xml\"/>"
    files["xl/worksheets/sheet\(index + 1).xml"] = sheetXML(sheet.rows, style, &shared)
  }
  let spread = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  files["xl/workbook.xml"] = Array(
    "<workbook \(spread) xmlns:r=\"r\"><sheets>\(list)</sheets></workbook>".utf8)
  files["xl/_rels/workbook.xml.rels"] = Array("<Relationships>\(relations)</Relationships>".utf8)
  // The phonetic guide must not be read as text.
  let items = shared.map {
    "<si><t>\(escaped($0))</t><rPh sb=\"0\" eb=\"1\"><t>ヨミ</t></rPh></si>"
  }
  files["xl/sharedStrings.xml"] = Array("<sst \(spread)>\(items.joined())</sst>".utf8)
  return zipped(files)
}

private func sheetXML(_ rows: [[String]], _ style: TextStyle, _ shared: inout [String]) -> [UInt8] {
  var xml = "<?xml version=\"1.0\"?><x:worksheet xmlns:x=\"x\"><x:sheetData>"
  for (r, row) in rows.enumerated() where row.contains(where: { !$0.isEmpty }) {
    xml += "<x:row r=\"\(r + 1)\">"
    for (c, text) in row.enumerated() where !text.isEmpty {
      let reference = column(c) + "\(r + 1)"
      if Double(text) != nil {
        xml += "<x:c r=\"\(reference)\"><x:f>1+1</x:f><x:v>\(text)</x:v></x:c>"
      } else if style == .inline {
        xml +=
          "<x:c r=\"\(reference)\" t=\"inlineStr\"><x:is><x:t>\(escaped(text))</x:t></x:is></x:c>"
      } else {
        if !shared.contains(text) { shared.append(text) }
        let index = shared.firstIndex(of: text) ?? 0
        xml += "<x:c r=\"\(reference)\" t=\"s\"><x:v>\(index)</x:v></x:c>"
      }
    }
    xml += "</x:row>"
  }
  return Array((xml + "</x:sheetData></x:worksheet>").utf8)
}

private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
}

private func column(_ index: Int) -> String {
  index < 26
    ? String(UnicodeScalar(UInt8(65 + index)))
    : String(UnicodeScalar(UInt8(64 + index / 26))) + String(UnicodeScalar(UInt8(65 + index % 26)))
}
