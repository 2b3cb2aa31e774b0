import Commodities
import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import RiskMetrics

extension Screening {
  // MARK: - 1 Essential

  func essential(
    _ subject: DesignatedSubject, _ importer: Commodity.Importer?
  ) -> [ScreenRow] {
    [atRisk(subject, importer)] + using(subject, importer) + [
      assessed(
        subject, .essential, Bilingual("economic importance", "経済的重要性"), unit: "0-10",
        threshold: "; critical from 2.8 (European Commission)"
      ) { $0.economicImportance }
    ]
  }

  /// Σ e·c·VA over GDP.
  private func atRisk(
    _ subject: DesignatedSubject, _ importer: Commodity.Importer?
  ) -> ScreenRow {
    let measure = Bilingual("users' value added at risk, e·c·VA", "利用部門のリスク付加価値 e·c·VA")
    guard let region, let importer, !importer.users.isEmpty else {
      return .missing(
        subject.name, .essential, measure, unit: "share", because: "no exposed share is known")
    }
    let sum = importer.users.reduce(0) { sum, user in
      let part = (user.exposedShare.value ?? 0) * (user.criticality.value ?? 0)
      return sum + part * valueAdded(of: [user.sector], in: region)
    }
    return inspection.row(
      subject.name, .essential, measure, sum / inspection.gdp(of: region),
      basis: "of GDP; exposed shares and criticality of users.csv, which are assumptions")
  }

  /// What the sectors that use it make, whole: an upper bound; and their part of infrastructure.
  private func using(
    _ subject: DesignatedSubject, _ importer: Commodity.Importer?
  ) -> [ScreenRow] {
    let whole = Bilingual("value added of the sectors that use it", "利用部門全体の付加価値")
    let part = Bilingual("infrastructure and medical care that uses it", "利用する基幹インフラ・医療")
    let sectors = Set(
      (importer?.users.map(\.sector) ?? []) + (importer?.otherUses.map(\.sector) ?? [])
    ).sorted()
    guard let region, !sectors.isEmpty else {
      return [whole, part].map {
        .missing(subject.name, .essential, $0, unit: "share", because: "no users are known")
      }
    }
    let table = inspection.table
    let nodes = Set(sectors.flatMap { inspection.nodes(of: $0, in: region) })
    let output = { (nodes: Set<Int>) in nodes.sorted().reduce(0) { $0 + table.grossOutput[$1] } }
    let all = output(infrastructure)
    let codes = sectors.joined(separator: " ")
    return [
      inspection.row(
        subject.name, .essential, whole,
        valueAdded(of: sectors, in: region) / inspection.gdp(of: region),
        basis: "of GDP, whole sectors \(codes): an upper bound"),
      inspection.row(
        subject.name, .essential, part,
        all > 0 ? output(infrastructure.intersection(nodes)) / all : 0,
        basis: "of their output, direct users among sectors \(codes)"),
    ]
  }

  private func valueAdded(of sectors: [String], in region: Int) -> Double {
    Set(sectors.flatMap { inspection.nodes(of: $0, in: region) }).sorted()
      .reduce(0) { $0 + inspection.table.valueAdded[$1] }
  }

  // MARK: - 2 Dependent outside

  func outside(
    _ subject: DesignatedSubject, _ commodity: Commodity?, _ importer: Commodity.Importer?
  ) -> [ScreenRow] {
    origins(subject, importer) + history(subject, commodity) + proxy(subject)
  }

  private func origins(
    _ subject: DesignatedSubject, _ importer: Commodity.Importer?
  ) -> [ScreenRow] {
    let largest = largestOrigin(of: importer)
    guard let importer, let largest else {
      return [
        .missing(
          subject.name, .outside, Bilingual("share of the largest origin", "最大の供給元の割合"),
          unit: "share", because: "no origins are known")
      ]
    }
    let named = importer.origins.filter { $0.origin != country && $0.origin != "OTHER" }
    let squares = named.reduce(0) { $0 + ($1.figure.value ?? 0) * ($1.figure.value ?? 0) }
    let figure = largest.figure
    let index = Figure(
      value: squares, unit: "0-1", year: figure.year,
      basis:
        "named origins alone, \(figure.basis); dependent from 0.4 (CEPII, European Commission)",
      source: figure.source, confidence: figure.confidence)
    return [
      .figure(
        subject.name, .outside,
        Bilingual("share of the largest origin: \(largest.origin)", "最大の供給元の割合：\(largest.origin)"),
        figure),
      .figure(subject.name, .outside, Bilingual("concentration (HHI)", "集中度（HHI）"), index),
    ]
  }

  func largestOrigin(of importer: Commodity.Importer?) -> Commodity.OriginShare? {
    importer?.origins.filter { $0.origin != country && $0.origin != "OTHER" }
      .max { ($0.share, $1.origin) < ($1.share, $0.origin) }
  }

  /// The latest year of each other basis.
  private func history(_ subject: DesignatedSubject, _ commodity: Commodity?) -> [ScreenRow] {
    let own = commodity?.dependencies.filter { $0.importer == country } ?? []
    var seen: Set<[String]> = []
    return own.compactMap { one -> ScreenRow? in
      guard seen.insert([one.origin, one.material, one.series]).inserted else { return nil }
      let series = own.filter {
        $0.origin == one.origin && $0.material == one.material && $0.series == one.series
          && $0.share.value != nil
      }
      guard let last = series.max(by: { $0.year < $1.year }) else { return nil }
      let what = one.material == "all" ? one.series : "\(one.material), \(one.series)"
      return .figure(
        subject.name, .outside,
        Bilingual("share of \(one.origin), \(what)", "\(one.origin)の割合・\(what)"), last.share)
    }
  }

  /// What the table says of the sector that makes it.
  private func proxy(_ subject: DesignatedSubject) -> [ScreenRow] {
    let parts = inspection.table.sectors(standingFor: subject.sector)
    guard let region, let part = parts.first,
      let found = trade.dependency(importer: region, product: part),
      let home = trade.origins.firstIndex(of: inspection.table.regions[region].code)
    else { return [] }
    let code = inspection.table.sectors[part].code
    let note = subject.note.hasPrefix("a proxy") ? subject.note : "a proxy: the whole sector"
    return [
      inspection.row(
        subject.name, .outside, Bilingual("foreign share of purchases", "購入に占める国外の割合"),
        1 - found.share[home], basis: "product \(code) by value; \(note)"),
      inspection.row(
        subject.name, .outside, Bilingual("foreign share, look-through", "国外の割合・全段階"),
        1 - found.lookThrough[home],
        basis: "all output embodied in purchases of \(code); \(note)"),
    ]
  }

  // MARK: - 3 May be cut

  func cut(
    _ subject: DesignatedSubject, _ commodity: Commodity?, _ importer: Commodity.Importer?
  ) -> [ScreenRow] {
    let risk = assessed(
      subject, .cut, Bilingual("supply risk", "供給リスク"), unit: "index",
      threshold: "; critical from 1.0 (European Commission)"
    ) { $0.supplyRisk }
    return governed(subject, importer) + controls(subject, commodity) + gates(subject, importer)
      + [risk]
  }

  private func governed(
    _ subject: DesignatedSubject, _ importer: Commodity.Importer?
  ) -> [ScreenRow] {
    guard let origin = largestOrigin(of: importer)?.origin, let value = governance[origin] else {
      return []
    }
    return [
      ScreenRow(
        subject: subject.name, criterion: .cut,
        measure: Bilingual("governance of the largest origin: \(origin)", "最大の供給元のガバナンス：\(origin)"),
        value: value, unit: "0-10, 10 worst", year: governance.year,
        basis: "mean of six dimensions, scaled",
        source: "World Bank, Worldwide Governance Indicators",
        confidence: Figure.Confidence.found.rawValue)
    ]
  }

  /// Controls in force towards the country, each a row; one that says that none is known.
  private func controls(_ subject: DesignatedSubject, _ commodity: Commodity?) -> [ScreenRow] {
    let day = Inspection.asOf
    let known =
      commodity?.controls.filter {
        [country, "WLD"].contains($0.towards) && $0.isInForce(on: day)
      } ?? []
    guard !known.isEmpty else {
      return [
        .missing(
          subject.name, .cut, Bilingual("export controls in force", "有効な輸出管理"), unit: "controls",
          because: "none is on file for \(day): not a statement that there is none")
      ]
    }
    return known.map { control in
      let what = "\(control.country) \(control.kind.rawValue), \(control.action)"
      return ScreenRow(
        subject: subject.name, criterion: .cut,
        measure: Bilingual("export control in force: \(what)", "有効な輸出管理：\(what)"), value: 1,
        unit: "control", year: control.from,
        basis: "in force on \(day)\(control.note.isEmpty ? "" : "; \(control.note)")",
        source: control.source, confidence: control.confidence.rawValue)
    }
  }

  private func gates(_ subject: DesignatedSubject, _ importer: Commodity.Importer?) -> [ScreenRow] {
    guard let importer else { return [] }
    let names = importer.routes.compactMap(\.chokepoint) + importer.ways.flatMap(\.chokepoints)
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.compactMap { name in
      importer.shareThrough(name).map {
        .figure(subject.name, .cut, Bilingual("share through \(name)", "\(name)の通過割合"), $0)
      }
    }
  }

  // MARK: - 4 Measures

  func measures(
    _ subject: DesignatedSubject, _ commodity: Commodity?, _ importer: Commodity.Importer?
  ) -> [ScreenRow] {
    stocks(subject, commodity, importer) + [
      assessed(
        subject, .measures, Bilingual("recycling, end-of-life input rate", "リサイクル投入率"),
        unit: "share"
      ) { $0.recycling },
      assessed(
        subject, .measures, Bilingual("substitution index", "代替指数"), unit: "0-1, 1 none"
      ) { $0.substitution },
    ]
  }

  /// Days of cover where use is known, and stocks, targets and times to recover as stated.
  private func stocks(
    _ subject: DesignatedSubject, _ commodity: Commodity?, _ importer: Commodity.Importer?
  ) -> [ScreenRow] {
    let measure = Bilingual("days of cover", "備蓄日数")
    let cover = commodity.flatMap { CommodityCover.all(of: $0).first { $0.importer == country } }
    var rows: [ScreenRow] = []
    if let cover, cover.stock > 0, let days = cover.ofUse.days {
      rows.append(
        ScreenRow(
          subject: subject.name, criterion: .measures, measure: measure, value: days, unit: "days",
          year: importer?.industryStockDays.year ?? "",
          basis: "usable stocks of industry and government over use"
            + (cover.confidence == .missing ? ": a lower bound, since a stock has no figure" : ""),
          source: importer?.industryStockDays.source ?? "",
          confidence: (cover.confidence == .missing
            ? importer?.industryStockDays.confidence ?? .assumption : cover.confidence).rawValue))
    } else {
      rows.append(
        .missing(
          subject.name, .measures, measure, unit: "days", because: "no stock, or no use, is known"))
    }
    rows += (commodity?.stockStatements ?? []).filter { $0.place == country }.map {
      .figure(
        subject.name, .measures, Bilingual("\($0.about), as stated", "公表値・\($0.about)"), $0.figure)
    }
    let times = (commodity?.estimates ?? []).filter {
      ["recovery", "delay"].contains($0.about)
    }
    return rows
      + times.map {
        .figure(subject.name, .measures, Bilingual(same: "\($0.place): \($0.item)"), $0.figure)
      }
  }
}
