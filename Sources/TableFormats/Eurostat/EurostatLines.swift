import Diagnostics
import Files

/// A file of Eurostat's tables as lines, and what tables it holds.
struct EurostatLines: ~Copyable {
  /// Where the dimensions stand.
  struct Dimensions {
    let unit: Int
    let use: Int
    let supply: Int
    let country: Int
    /// Domestic, imported or all flows; nil in a file of one.
    let origin: Int?
    let time: Int?
    let flags: [Int]

    /// Finds the dimensions by the names of today's editions and of those before 2023.
    init?(_ names: [String]) {
      let find = { (wanted: [String]) in names.firstIndex { wanted.contains($0) } }
      guard let unit = find(["unit"]), let use = find(["prd_use", "ind_use", "induse", "t_cols2"]),
        let supply = find(["prd_ava", "ind_ava", "prod_na", "indava", "t_rows2"]),
        let country = find(["geo"])
      else { return nil }
      (self.unit, self.use, self.supply, self.country) = (unit, use, supply, country)
      origin = find(["stk_flow"])
      time = find(["time_period", "time"])
      flags = names.indices.filter { ["obs_flag", "conf_status"].contains(names[$0]) }
    }
  }

  /// A country in one unit, and the years of which there are numbers.
  struct Offer: Hashable {
    let country: String
    let unit: String
  }

  let file: InputFile
  let dimensions: Dimensions
  private var lines: LongRows
  /// Ten times the cells of a table of 130 rows and 110 columns by three origins.
  private static let mostCells = 1 << 19

  init(_ file: InputFile) throws(DiagnosticList) {
    self.file = file
    let lines = try LongRows(file)
    guard lines.has([]), let dimensions = Dimensions(lines.dimensions) else {
      let isSupply = lines.dimensions.contains("ind_impv") || lines.dimensions.contains("prd_amo")
      let problem: ImportProblem =
        isSupply
        ? .notSymmetric(file.display)
        : .wrongLayout(
          format: ProviderFormat.eurostat.name,
          expected:
            "the header has no dimensions unit, stk_flow, prd_use or ind_use, prd_ava or ind_ava, geo",
          guess: Sniffer.guess([lines.first.texts])?.name)
      throw DiagnosticList([Diagnostic(.error, problem, at: lines.first.place(0))])
    }
    self.lines = lines
    self.dimensions = dimensions
  }

  /// What the file holds, countries and units in order of appearance, years in ascending order.
  mutating func offers(
    _ log: inout ReadingLog
  ) throws(DiagnosticList) -> [(offer: Offer, years: [Int])] {
    var order: [Offer] = []
    var years: [Offer: Set<Int>] = [:]
    while try lines.next(&log) {
      let found = lines.yearsWithNumbers(time: dimensions.time)
      if found.isEmpty { continue }
      let offer = Offer(country: code(dimensions.country), unit: code(dimensions.unit))
      if years[offer] == nil { order.append(offer) }
      years[offer, default: []].formUnion(found)
    }
    if let failure = log.problems.failure { throw failure }
    return order.map { ($0, (years[$0] ?? []).sorted()) }
  }

  /// The cells of one country, unit and year by origin of flows, and how many are kept back.
  mutating func cells(
    of offer: Offer, year: Int, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> (tables: [String: LongTable], confidential: Int) {
    var tables: [String: LongTable] = [:]
    var confidential = 0
    while try lines.next(&log) {
      guard code(dimensions.country) == offer.country, code(dimensions.unit) == offer.unit else {
        continue
      }
      if let time = dimensions.time, Int(code(time)) != year { continue }
      let year = dimensions.time == nil ? year : nil
      guard let value = lines.value(year: year, &log) else {
        if lines.isConfidential(year: year, flags: dimensions.flags) { confidential += 1 }
        continue
      }
      let origin = dimensions.origin.map { code($0) } ?? "TOTAL"
      tables[origin, default: LongTable()].add(
        value, row: RegionLabel(region: offer.country, item: code(dimensions.supply)),
        column: RegionLabel(region: offer.country, item: code(dimensions.use)))
      if tables[origin]?.count ?? 0 > Self.mostCells { throw lines.tooMany(Self.mostCells) }
    }
    if let failure = log.problems.failure { throw failure }
    return (tables, confidential)
  }

  /// Where the line read last stands.
  var place: Place { lines.row.place(0) }

  private func code(_ dimension: Int) -> String { lines.code(dimension) }
}
