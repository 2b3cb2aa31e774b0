import Diagnostics
import Files
import Quantities

extension CommodityBuilder {
  /// Reads use.csv: importers in order, and their totals.
  mutating func readUse() {
    for row in rows(.use) {
      guard let code = reader.code(row["importer"], at: row.place("importer")) else { continue }
      if use[code] == nil {
        importers.append(code)
        use[code] = [:]
      }
      guard let measure = reader.word(row, "measure", .measure, UseMeasure.self) else { continue }
      let dimension: CommodityDimension = measure == .gdp ? .money : .flow
      let figure = reader.figure(row, dimension, within: CommodityReader.positive, for: code)
      use[code]?[measure] = figure
    }
    for row in rows(.use) where row["measure"] == UseMeasure.homeProduction.rawValue {
      checkHomeProduction(at: row)
    }
  }

  /// Every importer with its origins, users, stocks and routes.
  mutating func readImporters() -> [Commodity.Importer] {
    let origins = readTrade()
    let users = readUsers()
    let stocks = readStocks()
    let routes = readRoutes(origins)
    for code in importers where origins[code] != nil { checkAccount(of: code) }
    return importers.map { code in
      let industry = stocks.industry[code]
      return Commodity.Importer(
        code: code, use: total(.use, of: code), imports: total(.imports, of: code),
        origins: sharesOfUse(origins[code] ?? [], of: code), users: users[code]?.exposed ?? [],
        otherUses: users[code]?.others ?? [],
        industryStockDays: industry?.total ?? absent("industry stock", .days, in: .stocks),
        minimumOperatingDays: industry?.minimum
          ?? absent("minimum operating stock", .days, in: .stocks),
        industryObligation: industry?.obligation, stocks: stocks.others[code] ?? [],
        routes: routes[code]?.routes ?? [], ways: routes[code]?.ways ?? [],
        gdp: total(.gdp, of: code))
    }
  }

  /// Share of an importer's use that it produces itself, 0 to 1; 0 if nothing is said.
  func homeShare(of code: String) -> Double {
    guard let home = use[code]?[.homeProduction]?.value, let use = use[code]?[.use]?.value, use > 0
    else { return 0 }
    return min(1, home / use)
  }

  /// An importer of use.csv; logs any other.
  mutating func importer(_ row: CommodityRow, _ column: String) -> String? {
    if importers.contains(row[column]) { return row[column] }
    log(.unknown(.importer, row[column], known: importers), row.place(column))
    return nil
  }

  /// Logs a mistake.
  mutating func log(_ problem: CommodityProblem, _ place: Place) {
    reader.log.error(problem, at: place)
  }
}

extension CommodityBuilder {
  /// An importer's total; one that no row gives is a gap.
  private mutating func total(_ measure: UseMeasure, of code: String) -> Figure {
    if let figure = use[code]?[measure] { return figure }
    reader.miss("\(measure.rawValue) (no row in use.csv)", for: code)
    return absent(measure.rawValue, measure == .gdp ? .money : .flow, in: .use)
  }

  private mutating func checkHomeProduction(at row: CommodityRow) {
    let code = row["importer"]
    guard let home = use[code]?[.homeProduction]?.value, let total = use[code]?[.use]?.value,
      home > total * (1 + Self.tolerance)
    else { return }
    log(.homeAboveUse(importer: code), row.place("value"))
  }

  /// Warns where imports and home production are not about the use: users then depend on imports more
  /// or less than the figures say.
  private mutating func checkAccount(of code: String) {
    guard let total = use[code]?[.use]?.value, let imports = use[code]?[.imports]?.value, total > 0,
      let row = rows(.use).first(where: {
        $0["importer"] == code && $0["measure"] == UseMeasure.use.rawValue
      })
    else { return }
    let home = use[code]?[.homeProduction]?.value
    let sum = (imports + (home ?? 0)) / total
    guard abs(sum - 1) > Self.stockChange else { return }
    let problem = CommodityProblem.openAccount(
      importer: code, percent: percent(sum), home: home.map { percent($0 / total) },
      isBelow: sum < 1)
    reader.log.warn(problem, at: row.place("value"))
  }

  /// Reads trade.csv: shares of imports by origin.
  private mutating func readTrade() -> [String: [Commodity.OriginShare]] {
    var origins: [String: [Commodity.OriginShare]] = [:]
    var last: [String: CommodityRow] = [:]
    for row in rows(.trade) {
      guard let code = importer(row, "importer") else { continue }
      guard let share = originShare(row, of: code) else { continue }
      origins[code, default: []].append(share)
      last[code] = row
    }
    for (code, row) in last.sorted(by: { $0.key < $1.key }) {
      let sum = (origins[code] ?? []).reduce(0) { $0 + $1.share }
      guard sum > 1 + Self.tolerance else { continue }
      log(.sharesAboveWhole(importer: code, percent: percent(sum)), row.place("value"))
    }
    for code in importers where origins[code] == nil && !isStatedGap(code, in: .trade) {
      origins[code] = origins[Union.code].flatMap { Union.shares($0, of: code) }
      if origins[code] == nil {
        reader.miss("shares of imports by origin (no row in trade.csv)", for: code)
      }
    }
    return origins
  }

  private mutating func originShare(
    _ row: CommodityRow, of code: String
  ) -> Commodity.OriginShare? {
    if row["origin"] == code { log(.importerAsOrigin(code), row.place("origin")) }
    let figure = reader.figure(row, .share, within: 0...1, for: code)
    let isGap = row["origin"].isEmpty && figure?.confidence == .missing
    guard !isGap, reader.code(row["origin"], at: row.place("origin")) != nil else { return nil }
    guard let figure else { return nil }
    guard let share = figure.value else {
      log(.neededValue("the share of an origin"), row.place("value"))
      return nil
    }
    return Commodity.OriginShare(origin: row["origin"], share: share, figure: figure)
  }

  /// Turns shares of imports into shares of use: home production and the rest join them.
  private func sharesOfUse(
    _ imported: [Commodity.OriginShare], of code: String
  ) -> [Commodity.OriginShare] {
    guard let first = imported.first else { return [] }
    let home = homeShare(of: code)
    var shares = imported.filter { $0.origin != Self.otherOrigin }.map {
      Commodity.OriginShare(origin: $0.origin, share: $0.share * (1 - home), figure: $0.figure)
    }
    if home > 0, let figure = use[code]?[.homeProduction] {
      shares.append(Commodity.OriginShare(origin: code, share: home, figure: figure))
    }
    let rest = 1 - shares.reduce(0) { $0 + $1.share }
    guard rest > 1e-12 else { return shares }
    let stated = imported.first { $0.origin == Self.otherOrigin }?.figure
    let figure = stated ?? remainder(of: imported, like: first.figure)
    return shares + [Commodity.OriginShare(origin: Self.otherOrigin, share: rest, figure: figure)]
  }

  private func remainder(of imported: [Commodity.OriginShare], like figure: Figure) -> Figure {
    Figure(
      value: max(0, 1 - imported.reduce(0) { $0 + $1.share }), unit: figure.unit,
      year: figure.year, basis: figure.basis, source: figure.source, confidence: figure.confidence,
      note: "what the rows of trade.csv leave of the whole")
  }
}

extension CommodityBuilder {
  /// True if a file has a row for the importer that says nothing is known.
  func isStatedGap(_ code: String, in kind: CommodityFile.Kind) -> Bool {
    rows(kind).contains {
      $0["importer"] == code && $0["confidence"] == Figure.Confidence.missing.rawValue
    }
  }

  /// A share in percent for a message, to two digits.
  func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100)" }
}
