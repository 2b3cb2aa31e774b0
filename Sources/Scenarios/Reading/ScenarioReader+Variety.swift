import Diagnostics
import ScenarioText

extension ScenarioReader {
  /// Varieties, chain and adaptation; nil under a preset without them, or where a value is wrong.
  mutating func variety(_ group: Group, _ products: SectorDefaults.Model) -> VarietyParameters? {
    guard preset == .sonae else { return nil }
    let reach = reach(group["variety"], products)
    let cover = perProduct(
      group["variety cover"], base: products.coverOfAverage, word: ["bundled"])
    let chain = number(group["chain"])
    let adapt = self.group(group["adapt"])
    let replaceable = number(adapt?["max"])
    let over = perProduct(
      adapt?["over"],
      base: products.differentiated.map {
        // What cannot be stored has no varieties: its buyers turn to others as for homogeneous goods.
        VarietyParameters.adaptationDays(differentiated: $0 ?? 0)
      }, word: ["bundled"])
    guard let reach, let cover, let chain, let replaceable, let over else { return nil }
    if reach.allSatisfy({ $0 == 0 }) {
      for name in ["chain", "variety cover"] { remark(group[name], isIdleBy: "variety: off") }
    }
    return VarietyParameters(
      reach: reach, most: most(group["variety"]), cover: cover, chain: chain,
      replaceable: replaceable, adaptationDays: over)
  }

  /// k of every product: from one K for all, or by product over the usual K.
  private mutating func reach(
    _ field: Field?, _ products: SectorDefaults.Model
  ) -> [Double]? {
    guard let field else { return nil }
    if field.node.text == "off" { return products.differentiated.map { _ in 0 } }
    guard case .mapping(let entries) = field.node.content else {
      guard let most = number(field) else { return nil }
      guard most >= 1 else {
        report(
          ScenarioProblem.Amount.outOfRange(
            field.node.text ?? "", lowest: "1", highest: "100", isOpen: false),
          at: field.node.place)
        return nil
      }
      warnOfReach(most, at: field.node.place)
      return reaches(most, products)
    }
    for entry in entries { warnOfReach(entry) }
    guard
      let values = perProduct(field, base: reaches(Self.usualReach, products), word: ["off"]),
      entries.allSatisfy({ check($0, products) })
    else { return nil }
    return values
  }

  /// The one K that all products follow; nil if there is none.
  private func most(_ field: Field?) -> Double? { field?.node.text.flatMap(Double.init) }

  /// K where a scenario sets k of some products alone (MODEL2.md: set on the evidence named there).
  private static let usualReach = 2.5

  /// An unlimited or unstored product is never short, so that its varieties never count.
  private func reaches(_ most: Double, _ products: SectorDefaults.Model) -> [Double] {
    zip(products.differentiated, products.inventoryDays).map { share, days in
      share.map { days.isFinite ? VarietyParameters.reach(most, differentiated: $0) : 0 } ?? 0
    }
  }

  private mutating func warnOfReach(_ entry: Node.Entry) {
    if let text = entry.value.text, let value = Double(text) {
      warnOfReach(value, at: entry.value.place)
    }
  }

  private mutating func warnOfReach(_ value: Double, at place: Place) {
    if value > 4 { warn(ScenarioProblem.Remark.farReach(value), at: place) }
  }

  /// Whether k of a product is 0 or at least 1, and above 0 only where the product has an inventory.
  private mutating func check(_ entry: Node.Entry, _ products: SectorDefaults.Model) -> Bool {
    guard let text = entry.value.text, let value = Double(text), value > 0 else { return true }
    guard value >= 1 else {
      report(ScenarioProblem.Combination.convexReach(text), at: entry.value.place)
      return false
    }
    guard let sectors = try? names?.sectors(entry.key) else { return true }
    guard sectors.allSatisfy({ products.inventoryDays[$0].isFinite }) else {
      report(ScenarioProblem.Combination.reachWithoutStock(entry.key), at: entry.value.place)
      return false
    }
    return true
  }
}
