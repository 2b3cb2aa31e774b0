extension InputOutputTable {
  /// The table with regions or sectors split by weights.
  ///
  /// Each part sells, buys, earns and makes its weight of the whole, and parts trade with each other
  /// likewise: every part has the whole's coefficients, and joining the parts again gives the table.
  /// No information is added; better weights come from other statistics, then `update`.
  package func disaggregated(
    by weights: SplitWeights, name: String? = nil
  ) -> InputOutputTable {
    let regionParts = regions.map { region in
      weights.subject == .region ? weights.shares(of: region.code, in: "") : [.whole(region.code)]
    }
    let sectorParts = (0..<nodeCount).map { i -> [Regrouping.Part] in
      let sector = sectors[nodeSector[i]].code
      guard weights.subject == .sector else { return [.whole(sector)] }
      return weights.shares(of: sector, in: regions[nodeRegion[i]].code)
    }
    let names = Concordance(targets: [], order: [], names: weights.names)
    let newRegions = weights.codes(replacing: regions.map { $0.code })
    let newSectors = weights.codes(replacing: sectors.map { $0.code })
    let regrouping = Regrouping(
      table: self, regionParts: regionParts, sectorParts: sectorParts,
      regions: weights.subject == .region ? newRegions.map(names.region) : regions,
      sectors: weights.subject == .sector ? newSectors.map(names.sector) : sectors)
    let split = weights.order.sorted { $0.key < $1.key }.map { whole, parts in
      "\(whole) into \(parts.joined(separator: ", "))"
    }
    let change = "split by weights: \(split.joined(separator: "; "))"
    return regrouping.regrouped(description.after(change, name: name, isEstimated: true))
  }
}

extension Regrouping.Part {
  /// A region or sector that stays whole.
  static func whole(_ code: String) -> Regrouping.Part { .init(code: code, weight: 1) }
}

extension SplitWeights {
  /// Parts as regrouping takes them.
  func shares(of code: String, in region: String) -> [Regrouping.Part] {
    parts(of: code, in: region).map { .init(code: $0.code, weight: $0.weight) }
  }

  /// Codes with the parts of each whole in its place.
  func codes(replacing codes: [String]) -> [String] { codes.flatMap { order[$0] ?? [$0] } }
}
