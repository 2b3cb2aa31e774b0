import ComparativeStatics
import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import Scenarios

/// Cost-push prices.
extension Inspection {
  static let priceTables = [
    InspectionTable(
      "prices", "Every price when a node's own is held at 1 + by", "価格変化",
      needs: [.node, .by]
    ) { try $0.prices(&$1) },
    InspectionTable(
      "prices.consumer", "What that does to consumer prices by region", "消費者物価",
      needs: [.node, .by]
    ) { try $0.consumerPrices(&$1) },
  ]

  private func priceChange(_ log: inout InspectionLog) throws -> [Double] {
    let nodes = try names.nodes(request.nodes)
    let share = try InspectionNames.share(request.by ?? "", option: "--by", within: -1...1e4)
    let change = PriceModel(try leontief(&log))
      .priceChange(holding: nodes, at: nodes.map { _ in share })
    let negative = change.indices.filter { change[$0] < -1 }
    if !negative.isEmpty { log.warn(.negativePrices(negative.map { table.nodeLabels[$0] })) }
    return change
  }

  private var priceNote: Bilingual {
    let held = request.nodes.joined(separator: ", ")
    let imports =
      table.hasImportedInputs
      ? Bilingual(" Inputs from outside the table keep their price.", "表の外からの投入の価格は一定。")
      : Bilingual("", "")
    return Bilingual(
      """
      Cost-push model p' = v'(I − A)⁻¹, p = 1 in the base year; the price of \(held) is held at \
      1 + \(request.by ?? ""), all others cover their costs. Relative changes.\(imports.en)
      """,
      """
      費用積上げ型 p' = v'(I − A)⁻¹（基準年 p = 1）。\(held) の価格を 1 + \(request.by ?? "") に固定し、\
      他は費用に応じて決まる。変化率。\(imports.ja)
      """)
  }

  private func prices(_ log: inout InspectionLog) throws -> Table {
    let change = try priceChange(&log)
    return Table(
      name: "prices", title: Bilingual("Price changes", "価格変化"),
      columns: [.node, .percent("price_change", "Price change", "価格変化")],
      rows: table.nodeLabels.indices.map { [.name(table.nodeLabels[$0]), .number(change[$0])] },
      notes: [priceNote])
  }

  private func consumerPrices(_ log: inout InspectionLog) throws -> Table {
    let consumer = ConsumerPrices(priceChange: try priceChange(&log), in: table)
    return Table(
      name: "prices.consumer", title: Bilingual("Consumer prices", "消費者物価"),
      columns: [
        .words("region", "Region", "地域"),
        .percent("consumer_price_change", "Consumer prices", "消費者物価"),
        .words("basis", "Weighted by", "ウエイト"),
      ],
      rows: table.regions.indices.map { index in
        [
          .name(table.regions[index].code), .number(consumer.change[index]),
          .name(consumer.basis[index].rawValue),
        ]
      },
      notes: [
        priceNote,
        Bilingual(
          "Weights: positive final demand of the region's households, or of all its columns where none is theirs.",
          "ウエイト：各地域の家計消費（家計の列がなければ全最終需要）の正の値。"),
      ])
  }
}
