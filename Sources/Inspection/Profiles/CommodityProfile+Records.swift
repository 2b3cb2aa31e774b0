import Commodities
import Quantities

extension CommodityProfile {
  mutating func writeStocks() {
    let stated = commodity.stockStatements.map {
      (whose: $0.place, kind: $0.about, figure: $0.figure)
    }
    let known = stocks.filter { $0.figure.value != nil } + stated
    guard !known.isEmpty else { return }
    head("Stocks", "備蓄")
    var seen: [Figure] = []
    for (_, kind, figure) in known where !seen.contains(figure) {
      seen.append(figure)
      let holders = known.filter { $0.figure == figure && $0.kind == kind }.map(\.whose)
      add(
        "\(holders.joined(separator: ", ")), \(kind): \(amount(figure)), \(cite(figure))\(remark(figure.note))"
      )
    }
  }

  /// Stocks that a scenario uses, by holder and kind.
  private var stocks: [(whose: String, kind: String, figure: Figure)] {
    commodity.importers.flatMap { importer in
      [
        (importer.code, say("industry", "民間"), importer.industryStockDays),
        (importer.code, say("minimum operating stock", "最低操業在庫"), importer.minimumOperatingDays),
      ]
        + importer.stocks.flatMap { stock in
          [(importer.code, stock.kind.rawValue, stock.volume)]
            + (stock.maximumRate.map {
              [
                (
                  importer.code,
                  say("\(stock.kind.rawValue), fastest release", "\(stock.kind.rawValue)・最大放出量"), $0
                )
              ]
            } ?? [])
        }
    }
  }

  mutating func writeChokepoints() {
    guard !commodity.chokepoints.isEmpty else { return }
    head("Chokepoints", "隘路")
    for point in commodity.chokepoints { write(point) }
    writeWays()
  }

  /// What passes a chokepoint, and how much of whose imports.
  mutating func write(_ point: Commodity.Chokepoint) {
    let unknown = commodity.importers.filter {
      $0.passes(point.name) && $0.shareThrough(point.name)?.value == nil
    }.map { "\($0.code) " + say("no figure", "数値なし") }

    let shares =
      commodity.importers.compactMap { importer -> String? in
        importer.shareThrough(point.name).flatMap {
          $0.value == nil ? nil : "\(importer.code) \(amount($0))"
        }
      } + unknown
    let through =
      shares.isEmpty
      ? "" : say("; of imports ", "、輸入の通過割合 ") + shares.joined(separator: ", ")
    add(
      say(point.name, point.nameJa) + say(": flow ", "：通過量 ") + amount(point.flow)
        + ", \(cite(point.flow))" + say("; ways around ", "、迂回能力 ") + amount(point.bypass)
        + (point.detourDays.map { say("; around it by sea ", "、海路の迂回で延びる日数 ") + amount($0) }
          ?? "") + through)
  }

  /// Whole ways of importers, and longer ways around chokepoints.
  private mutating func writeWays(around only: String? = nil) {
    for importer in commodity.importers {
      let ways = importer.ways.map { way in
        let passed = way.chokepoints.map(name(ofChokepoint:)).joined(separator: " → ")
        let origins = way.origins.isEmpty ? "" : "\(way.origins.joined(separator: " ")): "
        return origins + (passed.isEmpty ? say("past none", "隘路なし") : passed)
          + " \(amount(way.share))"
      }
      if only == nil, let first = importer.ways.first {
        add(
          say("ways of \(importer.code)'s imports: ", "\(importer.code)の輸入経路：")
            + ways.joined(separator: "; ") + ", \(cite(first.share))")
      }
      for route in importer.routes {
        guard let chokepoint = route.chokepoint, let detour = route.detour,
          only == nil || only == chokepoint
        else { continue }
        let share = detour.share.map { say(", by ", "、遮断分の") + amount($0) } ?? ""
        add(
          say("around ", "迂回：") + name(ofChokepoint: chokepoint)
            + say(" to \(importer.code): later by ", "から\(importer.code)へ、遅れ ")
            + amount(detour.days) + share + ", \(cite(detour.days))")
      }
    }
  }

  /// A chokepoint of the commodity alone: what passes it, and what goes around it.
  mutating func writeSole(_ point: Commodity.Chokepoint) {
    write(point)
    writeWays(around: point.name)
  }

  private func name(ofChokepoint name: String) -> String {
    let known = commodity.chokepoints.first { $0.name == name }
    return say(name, known?.nameJa ?? name)
  }

  /// What the price follows.
  private var linked: [(String, Figure)] {
    guard let link = commodity.price.link else { return [] }
    return [
      (
        say("contracts follow \(link.leader) by", "契約価格の\(link.leader)への連動度"),
        link.elasticity
      ),
      (say("days behind it", "その遅れ"), link.lag),
    ]
  }

  mutating func writePrice() {
    let price = commodity.price
    let rows: [(String, Figure)] =
      [
        (say("price", "価格"), price.base), (say("market supply", "市場供給"), price.supply),
        (say("supply elasticity", "供給の弾力性"), price.supplyElasticity),
        (say("demand elasticity", "需要の弾力性"), price.demandElasticity),
        (say("bound of the price", "価格の上限"), price.bound),
        (say("spare of other suppliers", "他の供給者の余力"), commodity.spareCapacity),
      ] + linked
    head("Price and spare capacity", "価格と余力")
    for (name, figure) in rows {
      guard figure.value != nil else {
        add("\(name): \(amount(figure))")
        continue
      }
      add("\(name): \(amount(figure)), \(cite(figure))\(remark(figure.note))")
    }
  }

  mutating func writeControls() {
    guard !commodity.controls.isEmpty else { return }
    head("Export controls", "輸出管理")
    for control in commodity.controls.sorted(by: { $0.from < $1.from }) {
      let until = control.until.isEmpty ? "" : say(" until \(control.until)", "、\(control.until)まで")
      let suspended =
        control.suspension.map {
          say(
            ", suspended \($0.lowerBound) to \($0.upperBound)",
            "、\($0.lowerBound)〜\($0.upperBound)は停止")
        } ?? ""
      let source = cite(control.source, year: String(control.from.prefix(4)), control.confidence)
      add(
        "\(control.from)\(until) \(control.country) → \(control.towards): \(control.kind.rawValue), \(control.action)\(suspended), \(source)\(remark(control.note))"
      )
    }
  }

  /// The first and the last year of each series: compare within a series only.
  mutating func writeHistory() {
    guard !commodity.dependencies.isEmpty else { return }
    head(
      "Dependency over the years (compare within a basis only)", "年別の依存度（同じ算定基準の中で比べる）")
    var seen: Set<[String]> = []
    for one in commodity.dependencies {
      let key = [one.importer, one.origin, one.material, one.series]
      guard seen.insert(key).inserted else { continue }
      let series = commodity.dependencies.filter {
        [$0.importer, $0.origin, $0.material, $0.series] == key && $0.share.value != nil
      }.sorted { $0.year < $1.year }
      guard let first = series.first, let last = series.last else { continue }
      let what = one.material == "all" ? one.series : "\(one.material), \(one.series)"
      let start = first.year == last.year ? "" : "\(amount(first.share)) (\(first.year)) → "
      add(
        "\(one.importer) ← \(one.origin), \(what): \(start)\(amount(last.share)), \(cite(last.share))"
      )
    }
  }

  mutating func writeEstimates() {
    guard !commodity.estimates.isEmpty else { return }
    head("Published figures, shown beside results and never used in them", "公表値（結果と並べて示し、計算には使わない）")
    for one in commodity.estimates {
      add(
        "\(one.place), \(one.item): \(amount(one.figure)), \(cite(one.figure, basis: false))\(remark(one.figure.note))"
      )
    }
  }

  mutating func writeGaps() {
    guard !commodity.gaps.isEmpty else { return }
    head("What nobody knows", "数値のないもの")
    for gap in commodity.gaps { add(gap) }
  }
}
