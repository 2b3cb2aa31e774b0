/// The group of dependence in the registry of tables.
extension Inspection {
  static let dependencyTables: [InspectionTable] = [
    InspectionTable(
      "dependency", "Dependence of importers on origins", "輸入国の供給元への依存度",
      takes: [.region, .product]
    ) { try $0.dependency(&$1, region: $0.request.region, product: $0.request.product) },
    InspectionTable(
      "lookthrough", "Origins in all input of nodes", "全投入に占める供給元",
      takes: [.region, .product]
    ) { try $0.lookThrough(&$1, region: $0.request.region, product: $0.request.product) },
    InspectionTable(
      "concentration", "Concentration of imports", "輸入の集中度", takes: [.region, .product]
    ) { try $0.concentration(&$1, region: $0.request.region, product: $0.request.product) },
    InspectionTable(
      "cover", "Days of cover of commodities", "物資の備蓄日数", takes: [.region, .product]
    ) { inspection, _ in
      try Inspection.cover(
        region: inspection.request.region, product: inspection.request.product)
    },
    InspectionTable(
      "criticality", "Critical raw materials", "重要原材料", takes: [.product, .from]
    ) { inspection, _ in
      try Inspection.criticality(
        from: inspection.request.from, product: inspection.request.product)
    },
    InspectionTable(
      "screens", "Screens of a table of trade", "貿易表の依存度スクリーニング",
      needs: [.from], takes: [.region, .product]
    ) { inspection, _ in
      try Inspection.screens(
        from: inspection.request.from ?? "", region: inspection.request.region,
        product: inspection.request.product)
    },
    InspectionTable(
      "designation", "Designated products by four criteria, for a country", "国別の特定重要物資（4基準）",
      needs: [.region]
    ) { try $0.designation(&$1, country: $0.request.region ?? "") },
    InspectionTable(
      "infrastructure", "What infrastructure buys abroad", "基幹インフラの国外投入", needs: [.region]
    ) { try $0.infrastructure(&$1, region: $0.request.region ?? "") },
  ]
}
