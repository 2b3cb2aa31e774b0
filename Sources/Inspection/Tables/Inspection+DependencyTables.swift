/// The group of dependence in the registry of tables.
extension Inspection {
  static let dependencyTables: [InspectionTable] = [
    InspectionTable(
      "dependency", "Dependence of importers on origins", "輸入国の供給元への依存度",
      takes: [.region, .product]
    ) { try $0.dependency(region: $0.request.region, product: $0.request.product) },
    InspectionTable(
      "lookthrough", "Origins in all input of nodes", "全投入に占める供給元",
      takes: [.region, .product]
    ) { try $0.lookThrough(region: $0.request.region, product: $0.request.product) },
    InspectionTable(
      "concentration", "Concentration of imports", "輸入の集中度", takes: [.region, .product]
    ) { try $0.concentration(region: $0.request.region, product: $0.request.product) },
    InspectionTable(
      "cover", "Days of cover of commodities", "物資の備蓄日数", takes: [.region, .product]
    ) { try Inspection.cover(region: $0.request.region, product: $0.request.product) },
    InspectionTable(
      "criticality", "Critical raw materials", "重要原材料", takes: [.product, .from]
    ) { try Inspection.criticality(from: $0.request.from, product: $0.request.product) },
    InspectionTable(
      "screens", "Screens of a table of trade", "貿易表の依存度スクリーニング",
      needs: [.from], takes: [.region, .product]
    ) {
      try Inspection.screens(
        from: $0.request.from, region: $0.request.region, product: $0.request.product)
    },
  ]
}
