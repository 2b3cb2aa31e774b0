import Diagnostics
import Quantities

extension CommodityBuilder {
  /// The rows of one sector of one importer.
  private struct SectorRows {
    let importer: String
    let sector: String
    let first: CommodityRow
    var figures: [UserMeasure: Figure] = [:]
    var failed = false
  }

  /// Reads users.csv: sectors by importer, those of `ALL` for importers without rows.
  mutating func readUsers() -> [String: [Commodity.User]] {
    let sectors = readSectorRows()
    var users: [String: [Commodity.User]] = [:]
    var first: [String: CommodityRow] = [:]
    for rows in sectors {
      first[rows.importer] = first[rows.importer] ?? rows.first
      guard let user = user(rows) else { continue }
      users[rows.importer, default: []].append(user)
    }
    for (code, row) in first.sorted(by: { $0.key < $1.key })
    where !sectors.contains(where: { $0.importer == code && $0.failed }) {
      checkUserShares(users[code] ?? [], of: code, at: row)
    }
    for code in importers where users[code] == nil && !isStatedGap(code, in: .users) {
      users[code] = users[Self.everyImporter]
      if users[code] == nil { reader.miss("use by sector (no row in users.csv)", for: code) }
    }
    return users
  }

  private mutating func readSectorRows() -> [SectorRows] {
    var sectors: [SectorRows] = []
    for row in rows(.users) {
      guard row["importer"] == Self.everyImporter || importer(row, "importer") != nil else {
        continue
      }
      guard let measure = reader.word(row, "measure", .measure, UserMeasure.self) else { continue }
      let subject = row["importer"]
      let figure = reader.figure(row, .share, within: 0...1, for: subject)
      if row["sector"].isEmpty, figure?.confidence == .missing { continue }
      guard let sector = reader.text(row, "sector") else { continue }
      let known = sectors.firstIndex { $0.importer == subject && $0.sector == sector }
      if known == nil {
        sectors.append(SectorRows(importer: subject, sector: sector, first: row))
      }
      let index = known ?? sectors.count - 1
      sectors[index].figures[measure] = figure
      if figure?.value == nil { fail(&sectors[index], figure, row) }
    }
    return sectors
  }

  private mutating func fail(_ sector: inout SectorRows, _ figure: Figure?, _ row: CommodityRow) {
    sector.failed = true
    if figure != nil { log(.neededValue("a sector's `\(row["measure"])`"), row.place("value")) }
  }

  private mutating func user(_ rows: SectorRows) -> Commodity.User? {
    guard !rows.failed else { return nil }
    for measure in UserMeasure.allCases where rows.figures[measure] == nil {
      log(
        .incomplete("\(rows.importer) \(rows.sector)", measure: measure.rawValue),
        rows.first.place("sector"))
    }
    guard let share = rows.figures[.shareOfUse]?.value, let exposed = rows.figures[.exposedShare],
      let criticality = rows.figures[.criticality]
    else { return nil }
    return Commodity.User(
      sector: rows.sector, shareOfUse: share, exposedShare: exposed, criticality: criticality)
  }

  private mutating func checkUserShares(
    _ users: [Commodity.User], of code: String, at row: CommodityRow
  ) {
    let sum = users.reduce(0) { $0 + $1.shareOfUse }
    guard !users.isEmpty, abs(sum - 1) > Self.tolerance else { return }
    log(.userShares(importer: code, percent: percent(sum)), row.place("importer"))
  }
}
