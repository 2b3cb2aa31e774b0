import Commodities
import Decisions
import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import Scenarios

/// Single points of failure, as a report.
enum SinglePointsAnswer {
  /// The report.
  ///
  /// `hasFile`: whether a scenario of the reader's lies behind it, of which the page then speaks.
  static func answer(
    _ request: DecideRequest, hasFile: Bool = true
  ) async throws -> DecideAnswer {
    let base = request.file.decoded.base
    let days = request.options.days ?? 60
    let points = SinglePoint.all(
      in: request.model.economy, commodities: request.file.commodities, region: request.region,
      links: request.options.links ?? 1000)
    let found = await SinglePoints(
      points, days: days, around: base, region: request.region, on: request.model
    ) { Terminal.progress("\($0) of \(points.count) stops played") }
    guard let found else { throw request.noProduct }
    let words = SinglePointWords(request.file.table, request.file.commodities)
    let most = request.options.top ?? 25
    let shown = Array(found.rows.prefix(most))
    let links = Array(found.rows.filter { !$0.point.isProducer }.prefix(most))
    return DecideAnswer(
      request, title: Bilingual("single points of failure", "単一障害点"),
      findings: findings(shown, points.count, days, words, request),
      tables: [
        table(
          "single-points", Bilingual("What alone can hurt most", "単独で最も影響の大きい停止"), shown,
          points.count, words, request),
        table(
          "links",
          Bilingual(
            "Links, origins and chokepoints alone", "貿易リンク・供給元・海峡等のみ"), links,
          points.count { !$0.isProducer }, words, request),
      ],
      assumptions: [method(points, days, hasFile: hasFile)],
      isDoubtful: shown.contains(where: \.isDoubtful))
  }

  private static func findings(
    _ rows: [SinglePoints.Row], _ count: Int, _ days: Int, _ words: SinglePointWords,
    _ request: DecideRequest
  ) -> [Bilingual] {
    guard let first = rows.first, first.loss > 0 else {
      return [
        Bilingual(
          "None of \(count) stops of \(days) days costs \(request.regionName.inSentence.en) anything.",
          "\(days)日間の停止\(count)通りのいずれも、\(request.regionName.ja)に損失を与えない。")
      ]
    }
    let abroad = rows.first { !words.isHome($0.point, request.region) }
    let loss = DecideTables.text(first.loss)
    var sentences = [
      Bilingual(
        "Of \(count) single stops of \(days) days, \(words.name(first.point).en) costs \(request.regionName.inSentence.en) most: \(loss) of GDP.",
        "\(days)日間の単独停止\(count)通りのうち、\(request.regionName.ja)の損失が最大なのは\(words.name(first.point).ja)（GDPの\(loss)）。"
      )
    ]
    if let abroad, abroad.point != first.point, abroad.loss > 0 {
      let loss = DecideTables.text(abroad.loss)
      sentences.append(
        Bilingual(
          "From abroad it is \(words.name(abroad.point).en): \(loss) of GDP.",
          "国外の要因では\(words.name(abroad.point).ja)が最大（GDPの\(loss)）。"))
    }
    return sentences
  }

  private static func table(
    _ name: String, _ title: Bilingual, _ rows: [SinglePoints.Row], _ count: Int,
    _ words: SinglePointWords, _ request: DecideRequest
  ) -> Table {
    let unit = request.file.table.description.moneyUnit
    return Table(
      name: name, title: title,
      columns: [
        TableColumn("rank", Bilingual("rank", "順位"), kind: .number(.count)),
        TableColumn("kind", Bilingual("kind", "種別"), kind: .text),
        TableColumn("point", Bilingual("link or node", "対象"), kind: .text),
        TableColumn("name", Bilingual("name", "名称"), kind: .text),
        DecideTables.loss("loss", "loss", "損失"),
        TableColumn(
          "money", Bilingual("loss", "損失額"), unit: Bilingual(same: unit),
          kind: .number(.significant)),
        TableColumn("note", Bilingual("note", "注"), kind: .text, isDetail: true),
      ],
      rows: rows.enumerated().map { index, row in
        [
          .count(index + 1), .text(words.kind(row.point)), .name(words.code(row.point)),
          .text(words.name(row.point)), .number(row.loss), .number(row.money),
          .text(row.isDoubtful ? Bilingual("not to be trusted", "信頼できない") : Bilingual(same: "")),
        ]
      },
      notes: [
        Bilingual(
          "The worst \(rows.count) of \(count), each played alone on the full model.",
          "\(count)通り中の上位\(rows.count)件。それぞれ単独でモデル計算した。")
      ])
  }

  private static func method(
    _ points: [SinglePoint], _ days: Int, hasFile: Bool
  ) -> Bilingual {
    var counts = (nodes: 0, origins: 0, gates: 0, links: 0)
    for point in points {
      switch point {
      case .node: counts.nodes += 1
      case .origin: counts.origins += 1
      case .gate: counts.gates += 1
      case .link: counts.links += 1
      }
    }
    let rest =
      hasFile
      ? Bilingual(
        "; the file's own shocks and responses are left out, its baseline stays",
        "ファイルのショックと対応策は除き、baselineは残す。") : Bilingual(same: "")
    return Bilingual(
      "Each of \(counts.nodes) producers, \(counts.origins) origins of commodities, \(counts.gates) chokepoints and \(counts.links) trade links stops wholly for \(days) days from the first, chokepoints but for ships that have a longer way around by the figures\(rest.en).",
      "生産者\(counts.nodes)、物資の供給元\(counts.origins)、海峡等\(counts.gates)、貿易リンク\(counts.links)のそれぞれを初日から\(days)日間、完全に停止させた（海峡等は、数値の上で迂回航路があればそれをとる）。\(rest.ja)"
    )
  }
}

/// Names of what can fail.
struct SinglePointWords {
  let table: InputOutputTable
  let commodities: [Commodity]

  init(_ table: InputOutputTable, _ commodities: [Commodity]) {
    self.table = table
    self.commodities = commodities
  }

  /// The kind in words.
  func kind(_ point: SinglePoint) -> Bilingual {
    switch point {
    case .node: Bilingual("producer", "生産者")
    case .origin: Bilingual("origin", "供給元")
    case .gate: Bilingual("chokepoint", "海峡等")
    case .link: Bilingual("trade link", "貿易リンク")
    }
  }

  /// The code that scenarios use.
  func code(_ point: SinglePoint) -> String {
    switch point {
    case .node(let node):
      "\(table.regions[table.nodeRegion[node]].code).\(table.sectors[table.nodeSector[node]].code)"
    case .origin(let origin, let commodity, let stage):
      "\(origin.code):\(product(commodity, stage).en)"
    case .gate(let name, _): name
    case .link(let exporter, let importer, let sector):
      "\(table.regions[exporter].code)>\(table.regions[importer].code):\(table.sectors[sector].code)"
    }
  }

  /// The name in words.
  func name(_ point: SinglePoint) -> Bilingual {
    switch point {
    case .node(let node):
      let region = table.regions[table.nodeRegion[node]]
      let sector = table.sectors[table.nodeSector[node]]
      return Bilingual("\(sector.name) of \(region.name)", "\(region.nameJa)の\(sector.nameJa)")
    case .origin(let origin, let commodity, let stage):
      let product = product(commodity, stage)
      let region = origin.region.map { table.regions[$0] }
      return Bilingual(
        "\(product.en) from \(region?.name ?? origin.code)",
        "\(region?.nameJa ?? origin.code)の\(product.ja)")
    case .gate(let name, let days):
      let gate = commodities.lazy.flatMap(\.chokepoints).first { $0.name == name }
      guard let days else { return Bilingual(name, gate?.nameJa ?? name) }
      return Bilingual(
        "\(name), ships \(days) days longer around it",
        "\(gate?.nameJa ?? name)（\(days)日長い航路で迂回）")
    case .link(let exporter, let importer, let sector):
      let (from, to, what) = (
        table.regions[exporter], table.regions[importer], table.sectors[sector]
      )
      return Bilingual(
        "\(what.name) from \(from.name) to \(to.name)",
        "\(from.nameJa)から\(to.nameJa)への\(what.nameJa)")
    }
  }

  /// The commodity, with the stage of it that is sold where it is not the last.
  private func product(_ index: Int, _ stage: StageChoice) -> Bilingual {
    let commodity = commodities[index]
    guard case .one(let place) = stage else { return Bilingual(commodity.name, commodity.nameJa) }
    let sold = commodity.chain.stages[place]
    return Bilingual(
      "\(commodity.name) (\(sold.name))", "\(commodity.nameJa)（\(sold.nameJa)）")
  }

  /// Whether it lies in a region.
  func isHome(_ point: SinglePoint, _ region: Int) -> Bool {
    if case .node(let node) = point { table.nodeRegion[node] == region } else { false }
  }
}
