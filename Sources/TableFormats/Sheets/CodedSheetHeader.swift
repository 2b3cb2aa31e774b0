import Diagnostics

/// The header of a sheet that numbers its columns c1, c2 …: WIOD 2013 and 2016, ADB.
///
/// Above the line of numbers stand the regions, the names and the codes. Codes are WIOD's; ADB has
/// none, or numeric ones in some releases, that its rows do not repeat. In WIOD's 2013 release the
/// line of codes is blank over final demand, and the column of output has a name only. The label
/// columns before the first number are, from right to left: number, region, name and code.
struct CodedSheetHeader {
  /// The first column with a number.
  let first: Int
  /// The nodes and the columns of final demand.
  private(set) var labels = TableLabels()
  /// What each column from `first` on is.
  private(set) var roles: [ColumnRole] = []
  /// The labels of the columns from `first` on, for messages.
  private(set) var columnLabels: [String] = []
  /// Names of the sectors by code.
  private(set) var sectorNames: [String: String] = [:]
  /// Text above the header: title, prices, unit.
  let title: String
  /// Whether rows and columns are told by codes, not by numbers.
  let hasCodes: Bool
  /// The line of numbers.
  let numbers: [String]
  private let format: ProviderFormat

  /// Column of the row's region.
  var regionColumn: Int { first - 2 }
  /// Column of the row's code, or of its number where there are no codes.
  var codeColumn: Int { hasCodes ? first - 4 : first - 1 }

  /// Takes the header from the rows up to the line of numbers; nil if the last is no such line.
  init?(_ rows: [[String]], _ format: ProviderFormat) {
    guard rows.count >= 3, let numbers = rows.last,
      let first = numbers.firstIndex(where: { Self.number($0) != nil }),
      numbers.filter({ Self.number($0) != nil }).count >= 4, first >= 3
    else { return nil }
    let codes = rows.count >= 4 ? rows[rows.count - 4] : []
    self.format = format
    self.first = first
    self.numbers = numbers
    hasCodes =
      first >= 4 && format != .adb
      && (0..<4).allSatisfy { codes.indices.contains(first + $0) && !codes[first + $0].isEmpty }
    let above = rows.dropLast(hasCodes ? 4 : 3).joined() + rows.compactMap { $0.first }
    title = above.filter { !$0.isEmpty }.joined(separator: " ")
    let width = rows.suffix(4).map { ($0.lastIndex { !$0.isEmpty } ?? -1) + 1 }.max() ?? 0
    for column in first..<max(first, width) {
      let cell = { (row: [String]) in column < row.count ? row[column] : "" }
      add(
        number: cell(numbers), region: cell(rows[rows.count - 2]),
        name: cell(rows[rows.count - 3]), code: hasCodes ? cell(codes) : "")
    }
    keepLastOutput()
  }

  private mutating func add(number: String, region: String, name: String, code: String) {
    let key = code.isEmpty ? number : code
    let label = RegionLabel(region: region, item: key)
    columnLabels.append(region.isEmpty && key.isEmpty ? name : label.label)
    if number.isEmpty, region.isEmpty, code.isEmpty, name.isEmpty {
      roles.append(.dropped)
    } else if number.isEmpty || Self.isTotalRegion(region) || code == "GO" {
      roles.append(.output)
    } else if isFinalDemand(number) {
      roles.append(.final(labels.add(finalDemand: label)))
    } else {
      roles.append(.use(labels.add(node: label)))
      if sectorNames[key] == nil { sectorNames[key] = name }
    }
  }

  /// Whether a column's number is beyond those of the sectors, 35 or, in the release of 2016, 56.
  private func isFinalDemand(_ number: String) -> Bool {
    guard let value = Self.number(number) else { return true }
    return value > (format == .wiod2016 ? 56 : 35)
  }

  /// Only the last total is gross output; totals of intermediate and final use stand before it.
  private mutating func keepLastOutput() {
    guard let last = roles.lastIndex(of: .output) else { return }
    for column in roles.indices where column != last && roles[column] == .output {
      roles[column] = .dropped
    }
  }

  /// Whether final demand is numbered as ADB does.
  var isADB: Bool { numbers.contains { $0.first == "F" && Int($0.dropFirst()) != nil } }

  /// Whether the columns are those of a format: WIOD 2013 skips c36, ADB numbers final demand apart.
  func matches(_ format: ProviderFormat) -> Bool {
    if isADB || format == .adb { return format == .adb && !numbers.contains("c37") }
    guard numbers.contains("c37") else { return true }
    return numbers.contains("c36") == (format == .wiod2016)
  }

  /// Whether a text stands for a region over columns and before rows of totals.
  static func isTotalRegion(_ region: String) -> Bool {
    ["", "tot", "total"].contains(region.lowercased())
  }

  /// Whether a code or, in tables of 35 sectors, a number stands for gross output.
  func isOutput(_ key: String) -> Bool { key == "GO" || (key == "r69" && format != .wiod2016) }

  /// Whether a code or, in tables of 35 sectors, a number stands for all intermediate use, a total.
  func isTotal(_ key: String) -> Bool {
    key == "II_fob" || (key == "r60" && format != .wiod2016)
  }

  /// The number of `c35`; nil of any other text, such as ADB's `F1` over final demand.
  private static func number(_ text: String) -> Int? {
    text.first == "c" && text.utf8.count < 6 ? Int(text.dropFirst()) : nil
  }
}
