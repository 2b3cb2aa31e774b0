import Diagnostics

/// The header of a sheet that numbers its columns c1, c2 …: WIOD 2013 and 2016, ADB.
///
/// Above the line of numbers stand the regions, the names and, in WIOD, the codes. The label
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
  /// Whether a line of codes stands above the names.
  let hasCodes: Bool
  /// The line of numbers.
  let numbers: [String]

  /// Column of the row's region.
  var regionColumn: Int { first - 2 }
  /// Column of the row's code, or of its number where there are no codes.
  var codeColumn: Int { hasCodes ? first - 4 : first - 1 }

  /// Takes the header from the rows up to the line of numbers; nil if the last is no such line.
  init?(_ rows: [[String]]) {
    guard rows.count >= 3, let numbers = rows.last,
      let first = numbers.firstIndex(where: { Self.isNumber($0) }),
      numbers.filter({ Self.isNumber($0) }).count >= 4, first >= 3
    else { return nil }
    let regions = rows[rows.count - 2]
    let names = rows[rows.count - 3]
    let codes = rows.count >= 4 ? rows[rows.count - 4] : []
    self.first = first
    self.numbers = numbers
    let cell = { (row: [String], column: Int) in column < row.count ? row[column] : "" }
    hasCodes = first >= 4 && (0..<4).allSatisfy { !cell(codes, first + $0).isEmpty }
    let above = rows.dropLast(hasCodes ? 4 : 3).joined() + rows.compactMap { $0.first }
    title = above.filter { !$0.isEmpty }.joined(separator: " ")
    let width = max(numbers.count, regions.count)
    var met: [String] = []
    var hasFinalDemand = false
    for column in first..<width {
      let number = cell(numbers, column)
      let region = cell(regions, column)
      let code = hasCodes ? cell(codes, column) : number
      if number.isEmpty, region.isEmpty, code.isEmpty { continue }
      if region != met.last {
        if met.contains(region) { hasFinalDemand = true }
        met.append(region)
      }
      columnLabels += Array(repeating: "", count: column - first - columnLabels.count)
      columnLabels.append("\(region)_\(code)")
      roles += Array(repeating: .dropped, count: column - first - roles.count)
      let label = RegionLabel(region: region, item: code)
      let isTotal = number.isEmpty || Self.totalRegions.contains(region) || code == "GO"
      roles.append(isTotal ? .output : role(label, isFinalDemand: hasFinalDemand))
      if !hasFinalDemand, sectorNames[code] == nil { sectorNames[code] = cell(names, column) }
    }
    keepLastOutput()
  }

  private mutating func role(_ label: RegionLabel, isFinalDemand: Bool) -> ColumnRole {
    isFinalDemand
      ? .final(labels.add(finalDemand: label)) : .use(labels.add(node: label))
  }

  /// Only the last total is gross output; totals of intermediate and final use stand before it.
  private mutating func keepLastOutput() {
    guard let last = roles.lastIndex(of: .output) else { return }
    for column in roles.indices where column != last && roles[column] == .output {
      roles[column] = .dropped
    }
  }

  /// What stands for a region over columns and before rows of totals.
  static let totalRegions: Set<String> = ["", "TOT", "TOTAL", "Total"]

  /// Whether a code or, in tables of 35 sectors, a number stands for gross output.
  func isOutput(_ key: String) -> Bool {
    key == "GO" || (key == "r69" && labels.sectors.count < 56)
  }

  /// Whether a code or, in tables of 35 sectors, a number stands for all intermediate use, a total.
  func isTotal(_ key: String) -> Bool {
    key == "II_fob" || (key == "r60" && labels.sectors.count < 56)
  }

  private static func isNumber(_ text: String) -> Bool {
    text.first == "c" && text.utf8.count > 1
      && text.utf8.dropFirst().allSatisfy { $0 >= 48 && $0 < 58 }
  }
}
