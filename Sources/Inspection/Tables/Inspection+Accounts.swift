import ComparativeStatics
import Diagnostics
import InputOutputTables
import LinearAlgebra
import Quantities
import Reporting
import Scenarios

/// The table itself: its balance, its coefficients, and the two inverses in full.
extension Inspection {
  static let accountTables = [
    InspectionTable(
      "balance", "How rows and columns add up to output", "行・列と産出額の整合"
    ) { inspection, _ in inspection.balance() },
    InspectionTable(
      "coefficients", "Technical coefficients A", "投入係数 A"
    ) { inspection, _ in inspection.coefficients() },
    InspectionTable(
      "leontief", "Leontief inverse (I − A)⁻¹ in full", "レオンチェフ逆行列"
    ) { try $0.leontiefInverse(&$1) },
    InspectionTable(
      "ghosh", "Ghosh inverse (I − B)⁻¹ in full", "ゴーシュ逆行列"
    ) { try $0.ghoshInverse(&$1) },
  ]

  private func balance() -> Table {
    Table(
      name: "balance", title: Bilingual("Balance", "バランス"),
      columns: [
        .node, .money("gross_output", "Gross output", "産出額", unit: money),
        .plain("row_gap", "Row gap", "行の誤差"), .plain("column_gap", "Column gap", "列の誤差"),
        .money("value_added", "Value added", "付加価値", unit: money),
        .words("note", "Note", "備考"), .money("imports", "Imports", "輸入", unit: money),
        .money("product_taxes", "Product taxes", "生産物税", unit: money),
        .money("margins", "Margins", "マージン", unit: money),
      ],
      rows: TableAudit(table).nodes.map { node in
        [
          .name(node.label), .number(node.grossOutput), .number(node.rowGap),
          .number(node.columnGap), .number(node.valueAdded), .name(node.note),
        ] + [.imports, .productTaxes, .margins].map { .number(node.primaryInputs[$0] ?? 0) }
      },
      notes: [
        Bilingual(
          """
          Row gap: |ΣZ + ΣY − x| / max(x, 1e-6·Σx); column gap: the same with ΣZ and all rows under the \
          table over the column; shares. Money: \(money) a year; only value added is GDP (at basic \
          prices), imports are inputs from outside the table's regions.
          """,
          """
          行の誤差：|ΣZ + ΣY − x| / max(x, 1e-6·Σx)。列の誤差：列のΣZと表の下の全行で同様（比率）。\
          金額は年額（\(money)）。GDP（基本価格）は付加価値のみ、輸入は表の地域外からの投入。
          """)
      ])
  }

  private func coefficients() -> Table {
    matrix(
      "coefficients", "Technical coefficients A", "投入係数 A", table.technicalCoefficients,
      note: Bilingual(
        "A[i,j] = Z[i,j]/x[j]: input of the row's product per unit of the column's output; 0 where x is not above 0.",
        "A[i,j] = Z[i,j]/x[j]：列の産出1単位に要する行の財。x が正でない列は0。"))
  }

  private func leontiefInverse(_ log: inout InspectionLog) throws -> Table {
    matrix(
      "leontief", "Leontief inverse", "レオンチェフ逆行列", try leontief(&log).leontiefInverse(),
      note: Bilingual(
        "L = (I − A)⁻¹ (Leontief 1936): output of the row per unit of final demand for the column's product.",
        "L = (I − A)⁻¹（Leontief 1936）：列の財への最終需要1単位が誘発する行の産出。"))
  }

  private func ghoshInverse(_ log: inout InspectionLog) throws -> Table {
    matrix(
      "ghosh", "Ghosh inverse", "ゴーシュ逆行列", GhoshModel(try leontief(&log)).ghoshInverse(),
      note: Bilingual(
        "G = (I − B)⁻¹, B[i,j] = Z[i,j]/x[i] (Ghosh 1958): output of the column per unit of the row's primary input.",
        "G = (I − B)⁻¹、B[i,j] = Z[i,j]/x[i]（Ghosh 1958）：行の本源投入1単位が支える列の産出。"))
  }

  private func matrix(
    _ name: String, _ en: String, _ ja: String, _ values: Matrix, note: Bilingual
  ) -> Table {
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
        [.name(table.nodeLabels[i])] + (0..<values.columns).map { .number(values[i, $0]) }
      }, notes: [note])
  }
}
