import Diagnostics
import InputOutputTables
import LinearAlgebra
import Reporting
import Scenarios

/// Static results of a table, as tables (INTERFACE.md section 5).
struct Inspection {
  let table: InputOutputTable

  init(_ table: InputOutputTable) { self.table = table }

  /// Names of the tables.
  static let names = [
    "balance", "coefficients", "leontief", "ghosh", "multipliers", "linkages", "prices",
    "prices.consumer", "dependency", "lookthrough", "criticality", "concentration", "cover",
    "screens",
  ]

  /// The table of a name; `node` and `by` serve prices, `region` and `product` dependence.
  func table(
    _ name: String, node: String? = nil, by: String? = nil, region: String? = nil,
    product: String? = nil, from file: String? = nil
  ) throws -> Table {
    switch name {
    case "dependency": return try dependency(region: region, product: product)
    case "lookthrough": return try lookThrough(region: region, product: product)
    case "concentration": return try concentration(region: region, product: product)
    case "cover": return try Inspection.cover(region: region, product: product)
    case "screens":
      return try Inspection.screens(from: file, region: region, product: product)
    case "criticality": return try Inspection.criticality(from: file, product: product)
    case "balance": return balance()
    case "coefficients":
      return matrix(name, "Technical coefficients A", "投入係数 A", table.technicalCoefficients)
    case "leontief":
      return matrix(
        name, "Leontief inverse", "レオンチェフ逆行列", try LeontiefModel(table).leontiefInverse())
    case "ghosh":
      return matrix(name, "Ghosh inverse", "ゴーシュ逆行列", try GhoshModel(table).ghoshInverse())
    case "multipliers": return try multipliers()
    case "linkages": return try linkages()
    case "prices": return try prices(node, by: by)
    case "prices.consumer": return try consumerPrices(node, by: by)
    default:
      throw DiagnosticList([
        Diagnostic(
          .error,
          FileProblem.unknownTable(
            name, known: Inspection.names, suggestion: nearest(name, in: Inspection.names)))
      ])
    }
  }

  private static let node = TableColumn("node", Bilingual("Node", "地域・部門"), kind: .text)

  private func column(_ key: String, _ en: String, _ ja: String, unit: String = "") -> TableColumn {
    TableColumn(
      key, Bilingual(en, ja), unit: Bilingual(same: unit), kind: .number(.significant))
  }

  private func balance() -> Table {
    let unit = table.description.moneyUnit
    return Table(
      name: "balance", title: Bilingual("Balance", "バランス"),
      columns: [
        Inspection.node, column("gross_output", "Gross output", "産出額", unit: unit),
        column("row_gap", "Row gap", "行の誤差"), column("column_gap", "Column gap", "列の誤差"),
        column("value_added", "Value added", "付加価値", unit: unit),
        TableColumn("note", Bilingual("Note", "備考"), kind: .text),
      ],
      rows: TableAudit(table).nodes.map {
        [
          .name($0.label), .number($0.grossOutput), .number($0.rowGap), .number($0.columnGap),
          .number($0.valueAdded), .name($0.note),
        ]
      },
      notes: [
        Bilingual(
          "Gaps are relative: |sum of uses - x| / max(x, 1e-6 of all output).",
          "誤差は相対値。")
      ])
  }

  private func matrix(_ name: String, _ en: String, _ ja: String, _ values: Matrix) -> Table {
    let columns =
      [TableColumn("node", Bilingual(same: "node"), kind: .text, csvHeading: "")]
      + table.nodeLabels.indices.map { index in
        TableColumn(
          "c\(index)", Bilingual(same: table.nodeLabels[index]), kind: .number(.significant),
          csvHeading: table.nodeLabels[index])
      }
    return Table(
      name: name, title: Bilingual(en, ja), columns: columns,
      rows: table.nodeLabels.indices.map { i in
        [.name(table.nodeLabels[i])]
          + (0..<values.columns).map { .number(values[i, $0]) }
      })
  }

  private func multipliers() throws -> Table {
    let found = Multipliers(try LeontiefModel(table))
    return Table(
      name: "multipliers", title: Bilingual("Multipliers", "乗数"),
      columns: [
        Inspection.node, column("output", "Output", "産出"),
        column("value_added", "Value added", "付加価値"),
      ],
      rows: table.nodeLabels.indices.map {
        [.name(table.nodeLabels[$0]), .number(found.output[$0]), .number(found.valueAdded[$0])]
      },
      notes: [
        Bilingual(
          "Output: column sums of the Leontief inverse L; value added: v·L, per unit of final demand.",
          "産出：レオンチェフ逆行列Lの列和。付加価値：v·L（最終需要1単位当たり）。")
      ])
  }

  private func linkages() throws -> Table {
    let found = Linkages(try LeontiefModel(table), try GhoshModel(table))
    let power = found.powerOfDispersion
    let sensitivity = found.sensitivityOfDispersion
    let keys = found.keySectors
    return Table(
      name: "linkages", title: Bilingual("Linkages", "連関"),
      columns: [
        Inspection.node, column("backward", "Backward", "後方連関"),
        column("forward", "Forward", "前方連関"),
        column("power_of_dispersion", "Power of dispersion", "影響力係数"),
        column("sensitivity_of_dispersion", "Sensitivity of dispersion", "感応度係数"),
        TableColumn("key_sector", Bilingual("Key sector", "主要部門"), kind: .text),
      ],
      rows: table.nodeLabels.indices.map { i in
        [
          .name(table.nodeLabels[i]), .number(found.backward[i]), .number(found.forward[i]),
          .number(power[i]), .number(sensitivity[i]), .name(keys[i].rawValue),
        ]
      })
  }

  private func priceChange(_ node: String?, by: String?) throws -> [Double] {
    guard let name = node, let share = by.flatMap(Inspection.share) else {
      throw DiagnosticList([
        Diagnostic(.error, FileProblem.failed("prices needs --node REGION.SECTOR and --by 10%"))
      ])
    }
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let label = parts.count == 2 ? parts[0] + table.separator + parts[1] : name
    guard
      let index = table.nodeLabels.firstIndex(of: label) ?? table.nodeLabels.firstIndex(of: name)
    else {
      let near = nearest(label, in: table.nodeLabels)
      throw DiagnosticList([
        Diagnostic(.error, FileProblem.unknownNode(name, suggestion: near))
      ])
    }
    return PriceModel(try LeontiefModel(table)).priceChange(holding: [index], at: [share])
  }

  private func prices(_ node: String?, by: String?) throws -> Table {
    let change = try priceChange(node, by: by)
    return Table(
      name: "prices", title: Bilingual("Price changes", "価格変化"),
      columns: [
        Inspection.node,
        TableColumn(
          "price_change", Bilingual("Price change", "価格変化"), kind: .number(.percent)),
      ], rows: table.nodeLabels.indices.map { [.name(table.nodeLabels[$0]), .number(change[$0])] })
  }

  private func consumerPrices(_ node: String?, by: String?) throws -> Table {
    let change = try priceChange(node, by: by)
    let consumer = ConsumerPrices(priceChange: change, in: table)
    return Table(
      name: "prices.consumer", title: Bilingual("Consumer prices", "消費者物価"),
      columns: [
        TableColumn("region", Bilingual("Region", "地域"), kind: .text),
        TableColumn(
          "consumer_price_change", Bilingual("Consumer prices", "消費者物価"),
          kind: .number(.percent)),
      ],
      rows: table.regions.indices.map { index in
        [.name(table.regions[index].code), .number(consumer.change[index])]
      })
  }

  /// `10%` as 0.1.
  private static func share(_ text: String) -> Double? {
    guard text.hasSuffix("%"), let value = Double(text.dropLast()), value.isFinite else {
      return nil
    }
    return value / 100
  }
}
