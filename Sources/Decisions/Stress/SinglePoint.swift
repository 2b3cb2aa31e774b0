package import Commodities
package import InputOutputTables
internal import LinearAlgebra
internal import Quantities
package import Scenarios

/// Something of the world's supply that can fail on its own.
package enum SinglePoint: Sendable, Hashable {
  /// A producer of the table, by node of the table.
  case node(Int)
  /// A seller of a commodity, by index into the catalogue: an origin of importers, or of a stage before.
  case origin(Partner, commodity: Int, stage: StageChoice = .last)
  /// A chokepoint, and the days more at sea of the way around it that ships then take; nil: there is none.
  case gate(String, around: Int?)
  /// A trade link of the table, by region and sector.
  case link(exporter: Int, importer: Int, sector: Int)

  /// Whether it is a producer of the table.
  package var isProducer: Bool { if case .node = self { true } else { false } }

  /// The shock that stops it wholly; what a chokepoint blocks is late where ships have another way.
  package func lever(_ window: Window, in economy: Economy) -> any Lever {
    switch self {
    case .node(let node): Capacity(nodes: [node], by: 1, window: window)
    case .origin(let partner, let commodity, let stage):
      Capacity(.origins([partner], commodity: commodity, stage: stage), by: 1, window: window)
    case .gate(let name, let days):
      Closure(
        chokepoint: name, by: 1,
        detour: days.map { Detour(days: $0, share: 1, capacity: WayCapacity(.infinity)) },
        window: window)
    case .link(let exporter, let importer, let sector):
      Ban(
        exporter: economy.table.partner(exporter), importer: economy.table.partner(importer),
        products: [.sector(sector)], by: 1, leak: 0, window: window)
    }
  }
}

extension SinglePoint {
  /// Everything that can fail: producers with output, origins of commodities, chokepoints, and the
  /// `links` largest trade links by value, those into a region first.
  package static func all(
    in economy: Economy, commodities: [Commodity], region: Int, links: Int
  ) -> [SinglePoint] {
    let table = economy.table
    let nodes = (0..<table.nodeCount).filter { economy.output[economy.position[$0]] > 0 }
    return nodes.map { .node($0) } + origins(of: commodities, table)
      + gates(of: commodities)
      + largestLinks(economy, into: region, count: links)
  }

  private static func gates(of commodities: [Commodity]) -> [SinglePoint] {
    let all = commodities.flatMap(\.chokepoints)
    var seen: Set<String> = []
    return all.map(\.name).filter { seen.insert($0).inserted }.map { name in
      let days = all.filter { $0.name == name }.compactMap { $0.detourDays?.value }.max()
      return .gate(name, around: days.map { Int($0.rounded(.up)) })
    }
  }

  private static func origins(
    of commodities: [Commodity], _ table: InputOutputTable
  ) -> [SinglePoint] {
    commodities.enumerated().flatMap { index, commodity -> [SinglePoint] in
      guard commodity.importers.contains(where: \.isRunnable) else { return [] }
      let last = Set(commodity.importers.filter(\.isRunnable).flatMap(\.origins).map(\.origin))
      let before = commodity.chain.stages.indices.dropLast().map { stage in
        (stage: StageChoice.one(stage), sellers: commodity.chain.sellers(of: stage))
      }
      return ([(stage: StageChoice.last, sellers: last.sorted())] + before).flatMap { sold in
        sold.sellers.map { code in
          let seller = Partner(code: code, region: table.region(ofCountry: code))
          return .origin(seller, commodity: index, stage: sold.stage)
        }
      }
    }
  }

  /// Trade links by value, yearly flows to all users of the importer: those into the region, then others.
  private static func largestLinks(
    _ economy: Economy, into region: Int, count: Int
  ) -> [SinglePoint] {
    let flows = economy.tradeValues
    let found = flows.enumerated().flatMap { index, row in
      row.enumerated().compactMap { importer, value -> (Double, SinglePoint)? in
        let exporter = economy.region[index]
        guard exporter != importer, value > 0 else { return nil }
        return (
          value, .link(exporter: exporter, importer: importer, sector: economy.product[index])
        )
      }
    }
    let isInto = { (point: SinglePoint) in
      if case .link(_, region, _) = point { true } else { false }
    }
    let ordered = found.sorted { $0.0 > $1.0 }
    let own = ordered.filter { isInto($0.1) }
    let others = ordered.filter { !isInto($0.1) }
    return (own + others).prefix(count).map(\.1)
  }
}

extension Economy {
  /// What each node ships to each region a day, all users there, [node][region].
  fileprivate var tradeValues: [[Double]] {
    var values = (0..<nodeCount).map { i in
      (0..<regionCount).map { regionalFinalDemand[i, $0] }
    }
    for i in 0..<nodeCount {
      for j in 0..<nodeCount {
        values[i][region[j]] +=
          supplierShares[i, j] * requirements[product[i], j] * output[j]
      }
    }
    return values
  }
}

extension InputOutputTable {
  /// A region as scenarios name who trades.
  fileprivate func partner(_ index: Int) -> Partner {
    let country = countryCodes[index]
    let isOne = region(ofCountry: country) == index
    return Partner(code: isOne ? country : regions[index].code, region: index)
  }
}
