import Diagnostics
import Quantities

extension CommodityBuilder {
  /// The industry's stock of one importer, in days of use.
  struct IndustryStock {
    /// All that is held, the minimum operating stock included.
    var total: Figure?
    /// The minimum operating stock.
    var minimum: Figure?
    /// Share of the stock that may not be drawn.
    var obligation: Figure?
  }

  /// One kind of stock of one holder, as its rows give it.
  private struct Holding {
    let holder: String
    let kind: Commodity.Stock.Kind
    let first: CommodityRow
    var rows: [StockMeasure: CommodityRow] = [:]
    var figures: [StockMeasure: Figure] = [:]
  }

  /// Reads stocks.csv: the industry's by importer, and those of governments and joint ones.
  mutating func readStocks() -> (
    industry: [String: IndustryStock], others: [String: [Commodity.Stock]]
  ) {
    let holdings = readHoldings()
    var industry: [String: IndustryStock] = [:]
    var others: [String: [Commodity.Stock]] = [:]
    let shared = holdings.first { $0.holder == Self.everyImporter }
    for code in importers {
      let own = holdings.first { $0.holder == code && $0.kind == .industry }
      industry[code] = industryStock(of: code, own, shared)
    }
    for holding in holdings where holding.kind != .industry {
      guard let stock = stock(holding) else { continue }
      others[holding.holder, default: []].append(stock)
    }
    return (industry, others)
  }

  /// Reads the rows of stocks.csv that are only shown.
  mutating func readStockStatements() -> [Commodity.Statement] {
    var statements: [Commodity.Statement] = []
    for row in rows(.stocks) where row["measure"] == StockMeasure.stated.rawValue {
      let holder = reader.code(row["holder"], at: row.place("holder"))
      let kind = reader.text(row, "kind")
      let figure = reader.figure(row, .free, within: CommodityReader.anything, for: row["holder"])
      guard let holder, let kind, let figure else { continue }
      statements.append(
        Commodity.Statement(about: kind, place: holder, item: figure.basis, figure: figure))
    }
    return statements
  }
}

extension CommodityBuilder {
  private mutating func readHoldings() -> [Holding] {
    var holdings: [Holding] = []
    for row in rows(.stocks) where row["measure"] != StockMeasure.stated.rawValue {
      let measure = reader.word(row, "measure", .measure, StockMeasure.self)
      let kind = reader.word(row, "kind", .kind, Commodity.Stock.Kind.self)
      let isShared = row["holder"] == Self.everyImporter && kind == .industry
      guard isShared || importer(row, "holder") != nil, let measure, let kind else { continue }
      guard isMeasure(measure, of: kind, row) else { continue }
      let holder = row["holder"]
      let known = holdings.firstIndex { $0.holder == holder && $0.kind == kind }
      if known == nil { holdings.append(Holding(holder: holder, kind: kind, first: row)) }
      let index = known ?? holdings.count - 1
      holdings[index].rows[measure] = row
      holdings[index].figures[measure] = stockFigure(row, measure, of: kind)
    }
    return holdings
  }

  private mutating func isMeasure(
    _ measure: StockMeasure, of kind: Commodity.Stock.Kind, _ row: CommodityRow
  ) -> Bool {
    let fits =
      switch measure {
      case .held, .stated: true
      case .usable, .minimum, .obligation: kind == .industry
      case .maximumRate: kind != .industry
      }
    if !fits {
      log(
        .measureOfKind(measure: measure.rawValue, kind: kind.rawValue), row.place("measure"))
    }
    return fits
  }

  /// A figure of stocks.csv: industry's in days, other volumes in units, whichever was written.
  private mutating func stockFigure(
    _ row: CommodityRow, _ measure: StockMeasure, of kind: Commodity.Stock.Kind
  ) -> Figure? {
    let subject = "\(row["holder"]) \(kind.rawValue)"
    switch measure {
    case .obligation: return reader.figure(row, .share, within: 0...1, for: subject)
    case .maximumRate:
      return reader.figure(row, .flow, within: CommodityReader.positive, for: subject)
    default: break
    }
    let isDays = reader.units.scale(of: row["unit"], as: .days) != nil
    let written = reader.figure(
      row, isDays ? .days : .amount, within: CommodityReader.positive, for: subject)
    guard let written else { return nil }
    return isDays == (kind == .industry) ? written : converted(written, isDays: isDays, row)
  }

  /// Days of use from a volume, or a volume from days of use.
  private mutating func converted(
    _ written: Figure, isDays: Bool, _ row: CommodityRow
  ) -> Figure? {
    let dimension: CommodityDimension = isDays ? .amount : .days
    guard written.value != nil else { return scaled(written, 1, dimension) }
    guard let use = use[row["holder"]]?[.use]?.value, use > 0 else {
      log(.stockNeedsUse(holder: row["holder"]), row.place("unit"))
      return nil
    }
    return scaled(written, isDays ? use : 1 / use, dimension)
  }

  private func scaled(
    _ figure: Figure, _ factor: Double, _ dimension: CommodityDimension
  ) -> Figure {
    Figure(
      value: figure.value.map { $0 * factor }, low: figure.low.map { $0 * factor },
      high: figure.high.map { $0 * factor }, unit: reader.units.unit(of: dimension, written: ""),
      year: figure.year, basis: figure.basis, source: figure.source,
      confidence: figure.confidence, note: figure.note)
  }
}

extension CommodityBuilder {
  /// The industry stock of an importer: its own rows, else those of `ALL`.
  private mutating func industryStock(
    of code: String, _ own: Holding?, _ shared: Holding?
  ) -> IndustryStock {
    let minimum = own?.figures[.minimum] ?? shared?.figures[.minimum]
    let hasOwn = own?.rows[.held] != nil || own?.rows[.usable] != nil
    let holding = hasOwn ? own : shared
    if let own, own.rows[.held] != nil, own.rows[.usable] != nil {
      log(.heldAndUsable(holder: code), own.first.place("measure"))
    }
    let usable = holding?.figures[.usable].map { above($0, minimum) }
    let total = holding?.figures[.held] ?? usable
    if total == nil { reader.miss("industry stock (no row in stocks.csv)", for: code) }
    if let days = total?.value, let least = minimum?.value, days < least, let holding {
      let row = holding.rows[.held] ?? holding.first
      log(.stockBelowMinimum(holder: code), row.place("value"))
    }
    return IndustryStock(
      total: total, minimum: minimum,
      obligation: own?.figures[.obligation] ?? shared?.figures[.obligation])
  }

  /// A usable stock with the minimum operating stock under it.
  private func above(_ usable: Figure, _ minimum: Figure?) -> Figure {
    guard let least = minimum?.value else { return usable }
    return Figure(
      value: usable.value.map { $0 + least }, low: usable.low.map { $0 + least },
      high: usable.high.map { $0 + least }, unit: usable.unit, year: usable.year,
      basis: "\(usable.basis), and the minimum of \(least) days", source: usable.source,
      confidence: usable.confidence, note: usable.note)
  }

  private mutating func stock(_ holding: Holding) -> Commodity.Stock? {
    guard holding.rows[.held] != nil else {
      let name = "\(holding.holder) \(holding.kind.rawValue)"
      log(.incomplete(name, measure: StockMeasure.held.rawValue), holding.first.place("holder"))
      return nil
    }
    guard let volume = holding.figures[.held] else { return nil }
    return Commodity.Stock(
      kind: holding.kind, volume: volume, maximumRate: holding.figures[.maximumRate])
  }
}
