import Diagnostics

/// The header of Japan's transactions table: sectors up to 内生部門計, then final demand.
struct JapanHeader {
  /// What a column behind the sectors is.
  enum Kind: Equatable {
    /// Final demand at home, a column of Y.
    case domestic(Int)
    /// Exports, a column of Y.
    case export(Int)
    /// Imports and the taxes on them, negative.
    case imports
    /// Gross output.
    case output
    /// A total.
    case dropped
  }

  /// Column of the first sector.
  let first: Int
  /// Codes of the sectors; their names where there are no codes.
  let sectors: [String]
  /// Names of the sectors by code.
  let sectorNames: [String: String]
  /// Names of all columns from `first` on.
  let columns: [String]
  /// What the columns behind the sectors are.
  private(set) var finalKinds: [Kind] = []
  /// Nodes and final demand.
  private(set) var labels = TableLabels()
  /// Text above the header.
  let title: String
  /// Whether names are Japanese.
  let isJapanese: Bool
  /// The prefecture or other part of Japan that the table is of; nil for the nation's.
  private(set) var region: JapanRegion?

  /// Reads rows until the one that names the total of intermediate sectors.
  init(_ reader: inout RowReader, _ row: inout Row) throws(DiagnosticList) {
    var rows: [[String]] = []
    while rows.count < 15, try reader.next(&row) {
      let texts = row.texts
      guard let end = texts.firstIndex(where: { Self.isSectorTotal($0) }), end >= 2 else {
        rows.append(texts)
        continue
      }
      let first = Self.firstSector(texts, below: rows.last ?? [], before: end)
      // Codes stand in the line above, or below where the names come first.
      var codes = rows.last.flatMap { Self.codes($0, first..<end) }
      if codes == nil, let line = rows.dropLast().last { codes = Self.codes(line, first..<end) }
      let names = Array(texts[first..<end])
      self.first = first
      columns = Array(texts[first...].prefix((texts.lastIndex { !$0.isEmpty } ?? 0) - first + 1))
      sectors = codes ?? names
      sectorNames = Dictionary(zip(codes ?? names, names)) { one, _ in one }
      title = (rows.joined() + texts[..<first]).joined(separator: " ")
      isJapanese = texts[end].contains("内生")
      region =
        columns.lazy.compactMap { [title] in JapanRegion(output: Self.plain($0), title) }
        .first
      classify(from: end - first)
      return
    }
    let problem = ImportProblem.wrongLayout(
      format: ProviderFormat.japan.name, expected: "no line of the header holds 内生部門計",
      guess: Sniffer.guess(rows)?.name)
    throw DiagnosticList([Diagnostic(.error, problem, at: row.place(0))])
  }

  /// The name of a column, for messages.
  func columnName(_ column: Int) -> String {
    columns.indices.contains(column) ? columns[column] : ""
  }

  /// Code and name of a row.
  func label(of row: Row) -> (code: String, name: String) {
    let texts = (0..<first).map { row.text($0) }.filter { !$0.isEmpty }
    return (texts.first ?? "", texts.last ?? "")
  }

  private mutating func classify(from end: Int) {
    for sector in sectors { _ = labels.add(node: RegionLabel(region: "", item: sector)) }
    let names = columns[end...].map { Self.plain($0) }
    // Totals of exports and imports count only where no column of the same kind details them.
    let details = { (isKind: (String) -> Bool) in
      names.contains { isKind($0) && !Self.isTotal($0) }
    }
    let (hasExports, hasImports) = (details(Self.isExport), details(Self.isImport))
    for name in names {
      let isDetailed = Self.isExport(name) ? hasExports : Self.isImport(name) ? hasImports : true
      finalKinds.append(kind(name, isDetailed: isDetailed))
    }
  }

  private mutating func kind(_ name: String, isDetailed: Bool) -> Kind {
    let column = RegionLabel(region: "", item: name)
    if Self.isOutput(name) { return .output }
    if name.isEmpty || (Self.isTotal(name) && isDetailed) { return .dropped }
    if Self.isImport(name) { return .imports }
    if Self.isExport(name) { return .export(labels.add(finalDemand: column)) }
    return .domestic(labels.add(finalDemand: column))
  }
}

extension JapanHeader {
  /// A name without spaces, full-width ones too; English names keep single spaces.
  static func plain(_ name: String) -> String {
    let words = name.split { $0 == " " || $0 == "\u{3000}" || $0 == "\n" }
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    return words.joined(separator: isASCII ? " " : "")
  }

  /// Whether a name is that of the total of intermediate sectors.
  static func isSectorTotal(_ name: String) -> Bool {
    let plain = plain(name)
    return plain.hasSuffix("内生部門計") || plain.lowercased().contains("total of intermediate")
      || plain.lowercased().contains("intermediate sectors total")
  }

  /// Whether a name is that of a total; gross output is not among them.
  static func isTotal(_ name: String) -> Bool {
    let plain = plain(name)
    return plain.hasSuffix("計") || plain.lowercased().contains("total")
      || plain.lowercased().hasPrefix("gross value added") || plain.lowercased().hasPrefix("total")
  }

  /// Whether a name is that of gross output: 国内生産額, 県内生産額, 市内生産額.
  static func isOutput(_ name: String) -> Bool {
    let plain = plain(name)
    return plain.hasSuffix("内生産額") || plain.lowercased().contains("domestic production")
  }

  /// Whether a name is that of exports, abroad or, in a prefecture's table, to the rest of Japan.
  ///
  /// 調整項 is the refund of consumption tax on exports.
  static func isExport(_ name: String) -> Bool {
    ["輸出", "移出", "調整項"].contains { name.contains($0) } || name.lowercased().hasPrefix("export")
  }

  /// Whether a name is that of imports, from abroad or the rest of Japan, or of taxes on them.
  static func isImport(_ name: String) -> Bool {
    let words = ["輸入", "移入", "関税", "import", "custom"]
    return words.contains { name.lowercased().contains($0) }
  }

  private static func codes(_ line: [String], _ range: Range<Int>) -> [String]? {
    guard range.upperBound <= line.count else { return nil }
    let cells = line[range].map { String($0) }
    let areCodes = cells.allSatisfy {
      !$0.isEmpty && $0.utf8.count <= 6 && $0.first?.isASCII == true
    }
    return areCodes && Set(cells).count == cells.count ? cells : nil
  }

  /// The first column with a code above it, else the first of the unbroken cells before the total.
  private static func firstSector(_ texts: [String], below line: [String], before end: Int) -> Int {
    let numbered = line.prefix(end).firstIndex { Int($0) != nil }
    if let numbered, numbered > 0, codes(line, numbered..<end) != nil { return numbered }
    var first = end
    while first > 0, !texts[first - 1].isEmpty { first -= 1 }
    return max(first, 1)
  }
}
