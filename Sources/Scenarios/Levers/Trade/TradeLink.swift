import Diagnostics

/// Exporter, importer and products, as several levers state them.
struct TradeLink {
  let exporter: Partner
  /// nil: every other.
  let importer: Partner?
  let products: [Product]

  /// Reads it; nil if something is wrong.
  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let exporter = reader.partner(group["exporter"])
    let importer = reader.importer(group["importer"])
    let products = reader.products(group["products"])
    if let exporter, let importer, exporter == importer, let field = group["importer"] {
      reader.report(
        ScenarioProblem.Combination.sameTwice("exporter", "importer", name: exporter.code),
        at: field.place)
      return nil
    }
    guard let exporter, let products else { return nil }
    if group["importer"] != nil, importer == nil { return nil }
    if products.contains(where: { $0.commodity == nil }) {
      TradeLink.remarkOnRegion(exporter, group["exporter"], &reader)
      if let importer { TradeLink.remarkOnRegion(importer, group["importer"], &reader) }
    }
    self.exporter = exporter
    self.importer = importer
    self.products = products
  }

  /// Warns that the table does not have a partner of a trade in sectors.
  private static func remarkOnRegion(
    _ partner: Partner, _ field: ScenarioReader.Field?, _ reader: inout ScenarioReader
  ) {
    guard partner.region == nil, let field else { return }
    reader.warn(
      ScenarioProblem.Remark.tableHasNoSuchRegion(partner.code), at: field.place)
  }
}
