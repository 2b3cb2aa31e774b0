extension InputOutputTable {
  /// The table with regions and sectors joined as concordances say; nil leaves them as they are.
  ///
  /// Z, Y, value added and gross output are added up, so that totals and balances are kept. `name` is
  /// the new table's; its source tells what was done.
  package func aggregated(
    regions: Concordance? = nil, sectors: Concordance? = nil, name: String? = nil
  ) -> InputOutputTable {
    let byRegion = regions ?? .identity(.region, of: self)
    let bySector = sectors ?? .identity(.sector, of: self)
    precondition(byRegion.targets.count == self.regions.count, "aggregated: regions")
    precondition(bySector.targets.count == self.sectors.count, "aggregated: sectors")
    let regrouping = Regrouping(
      table: self, regionParts: byRegion.targets.map { [.init(code: $0, weight: 1)] },
      sectorParts: nodeSector.map { [.init(code: bySector.targets[$0], weight: 1)] },
      regions: byRegion.order.map { byRegion.region($0) },
      sectors: bySector.order.map { bySector.sector($0) })
    let change =
      "aggregated from \(self.regions.count) x \(self.sectors.count)"
      + " to \(byRegion.order.count) x \(bySector.order.count) regions x sectors"
    return regrouping.regrouped(description.after(change, name: name))
  }
}

extension Concordance {
  /// A region of the new table.
  func region(_ code: String) -> InputOutputTable.Region {
    let name = names[code] ?? Name(en: code, ja: code)
    return .init(code: code, name: name.en, nameJa: name.ja)
  }

  /// A sector of the new table.
  func sector(_ code: String) -> InputOutputTable.Sector {
    let name = names[code] ?? Name(en: code, ja: code)
    return .init(code: code, name: name.en, nameJa: name.ja)
  }
}

extension InputOutputTable.Description {
  /// The description of a table made from this one: its source tells the change, its digest is empty.
  ///
  /// Sums keep what the numbers are; what is spread or fitted is an estimate.
  func after(_ change: String, name: String?, isEstimated: Bool = false) -> Self {
    var new = self
    new.name = name ?? self.name
    new.nameJa = name ?? nameJa
    if isEstimated { new.basis = .estimate }
    let origin = source.isEmpty ? self.name : source
    new.source = "\(origin); \(change)"
    new.sha256 = ""
    return new
  }
}
