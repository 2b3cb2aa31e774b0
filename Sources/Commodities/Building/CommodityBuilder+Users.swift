import Diagnostics
import Quantities

extension CommodityBuilder {
  /// The rows of one sector of one importer.
  private struct SectorRows {
    let importer: String
    let sector: String
    let first: CommodityRow
    var figures: [UserMeasure: Figure] = [:]
    var places: [UserMeasure: Place] = [:]
    var part: String?
    var failed = false
  }

  /// The sectors that use the commodity in one country.
  struct Users {
    /// Those whose exposed share is known.
    var exposed: [Commodity.User] = []
    /// Those whose exposed share no figure gives.
    var others: [Commodity.UseShare] = []
  }

  /// Reads users.csv: sectors by importer, those of `ALL` for importers without rows.
  mutating func readUsers() -> [String: Users] {
    let sectors = readSectorRows()
    var users: [String: Users] = [:]
    var first: [String: CommodityRow] = [:]
    for rows in sectors {
      first[rows.importer] = first[rows.importer] ?? rows.first
      if let other = otherUse(rows) {
        users[rows.importer, default: Users()].others.append(other)
      } else if let user = user(rows) {
        users[rows.importer, default: Users()].exposed.append(user)
      }
    }
    for (code, row) in first.sorted(by: { $0.key < $1.key })
    where !sectors.contains(where: { $0.importer == code && $0.failed }) {
      checkUserShares(users[code] ?? Users(), of: code, at: row)
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
      sectors[index].places[measure] = row.place("value")
      if figure == nil { sectors[index].failed = true }
      if let part = part(row, sectors[index]) { sectors[index].part = part }
    }
    return sectors
  }

  /// The embodied part that a row names; every row of a sector that names one names the same.
  private mutating func part(_ row: CommodityRow, _ sector: SectorRows) -> String? {
    guard !row["part"].isEmpty else { return nil }
    if let known = sector.part, known != row["part"] {
      log(.otherPart(row["part"], known: known), row.place("part"))
    }
    return row["part"]
  }

  /// A sector whose exposed share is stated to be missing; nil for any other.
  private mutating func otherUse(_ rows: SectorRows) -> Commodity.UseShare? {
    guard !rows.failed, let exposed = rows.figures[.exposedShare], exposed.value == nil,
      let share = rows.figures[.shareOfUse]
    else { return nil }
    return Commodity.UseShare(sector: rows.sector, share: share)
  }

  private mutating func user(_ rows: SectorRows) -> Commodity.User? {
    guard !rows.failed else { return nil }
    for measure in UserMeasure.allCases {
      guard let figure = rows.figures[measure], figure.value == nil else { continue }
      log(
        .neededValue("a sector's `\(measure.rawValue)`"),
        rows.places[measure] ?? rows.first.place("value"))
    }
    for measure in UserMeasure.allCases where rows.figures[measure] == nil {
      log(
        .incomplete("\(rows.importer) \(rows.sector)", measure: measure.rawValue),
        rows.first.place("sector"))
    }
    guard let share = rows.figures[.shareOfUse]?.value, let exposed = rows.figures[.exposedShare],
      let criticality = rows.figures[.criticality]
    else { return nil }
    return Commodity.User(
      sector: rows.sector, shareOfUse: share, exposedShare: exposed, criticality: criticality,
      part: rows.part)
  }

  /// Shares of all users add up to the whole; where an exposed share is missing, to no more.
  private mutating func checkUserShares(_ users: Users, of code: String, at row: CommodityRow) {
    let exposed = users.exposed.reduce(0) { $0 + $1.shareOfUse }
    let sum = users.others.reduce(exposed) { $0 + ($1.share.value ?? 0) }
    let isRight =
      users.others.isEmpty ? abs(sum - 1) <= Self.tolerance : sum <= 1 + Self.tolerance
    guard !users.exposed.isEmpty || !users.others.isEmpty, !isRight else { return }
    log(.userShares(importer: code, percent: percent(sum)), row.place("importer"))
  }
}
