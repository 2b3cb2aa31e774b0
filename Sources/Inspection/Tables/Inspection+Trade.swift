import ComparativeStatics
import Diagnostics
import InputOutputTables
import LinearAlgebra
import Quantities
import Reporting
import Scenarios

/// Whose value added is traded.
extension Inspection {
  static let tradeTables = [
    InspectionTable(
      "trade", "Exports, their domestic and foreign value added, VAX", "付加価値貿易"
    ) { try $0.trade(&$1) },
    InspectionTable(
      "trade.kww", "The nine terms of Koopman, Wang and Wei", "輸出の9項分解（KWW）"
    ) { try $0.tradeInNineTerms(&$1) },
    InspectionTable(
      "trade.bm", "Value added and double counting by Borin and Mancini", "輸出の分解（BM）"
    ) { try $0.tradeCountedTwice(&$1) },
  ]

  private static let exporter = TableColumn.words("exporter", "Exporter", "輸出国")

  private func column(_ key: String, _ en: String, _ ja: String) -> TableColumn {
    .money(key, en, ja, unit: money)
  }

  private func trade(_ log: inout InspectionLog) throws -> Table {
    let found = TradeInValueAdded(try homeModel(&log).model)
    return Table(
      name: "trade", title: Bilingual("Trade in value added", "付加価値貿易"),
      columns: [
        Inspection.exporter, column("exports", "Exports", "輸出"),
        column("domestic_value_added", "Domestic value added", "国内付加価値"),
        column("foreign_value_added", "Foreign value added", "国外付加価値"),
        column("vax", "Value added absorbed abroad", "国外で吸収される付加価値"),
      ],
      rows: table.regions.indices.map { s in
        [
          .name(table.regions[s].code), .number(found.exports[s]), .number(found.domestic[s]),
          .number(found.foreign[s]), .number(found.vax[s]),
        ]
      },
      notes: [
        Bilingual(
          """
          Domestic: v_s L_ss E_s; foreign: Σ_t≠s v_t L_ts E_s (as OECD TiVA); both hold what crosses a \
          border twice, which trade.kww and trade.bm set apart. VAX: v_s Σ_r≠s (L Y)_sr (Johnson and \
          Noguera 2012). Exports count sales out of the table, foreign value added what comes into it \
          from outside. \(money) a year.
          """,
          """
          国内：v_s L_ss E_s。国外：Σ_t≠s v_t L_ts E_s（OECD TiVAと同じ）。二重計上を含み、trade.kww と \
          trade.bm で分離する。VAX：v_s Σ_r≠s (L Y)_sr（Johnson and Noguera 2012）。輸出は表の外への販売を、\
          国外付加価値は表の外からの投入を含む。年額（\(money)）。
          """)
      ] + gapNotes(found.exports, zip(found.domestic, found.foreign).map { $0 + $1 }))
  }

  private func tradeInNineTerms(_ log: inout InspectionLog) throws -> Table {
    let found = ExportDecomposition(try homeModel(&log).model)
    let terms = (0..<9).map { column("t\($0 + 1)", "T\($0 + 1)", "T\($0 + 1)") }
    return Table(
      name: "trade.kww", title: Bilingual("Exports in nine terms", "輸出の9項分解"),
      columns: [
        Inspection.exporter, column("exports", "Exports", "輸出"),
        column("domestic_value_added", "Domestic value added", "国内付加価値"),
        column("vax", "VAX", "VAX"), column("returned", "Returned home", "還流分"),
        column("foreign_value_added", "Foreign value added", "国外付加価値"),
        column("double_counted", "Double counted", "二重計上"),
      ] + terms,
      rows: table.regions.indices.map { s in
        let t = found.terms.row(s)
        let sums = [
          found.exports[s], found.domestic[s], found.vax[s], t[3] + t[4], found.foreign[s],
          found.doubleCounted[s],
        ]
        return [.name(table.regions[s].code)] + (sums + t).map { .number($0) }
      },
      notes: [
        Bilingual(
          """
          Koopman, Wang and Wei (2014), equation 36; domestic = T1–T5, VAX = T1–T3, returned = T4 + T5, \
          foreign = T7 + T8, double counted = T6 + T9; domestic + foreign + double counted = exports. \
          \(money) a year.
          """,
          """
          Koopman, Wang and Wei (2014) 式36。国内＝T1–T5、VAX＝T1–T3、還流＝T4＋T5、国外＝T7＋T8、\
          二重計上＝T6＋T9。国内＋国外＋二重計上＝輸出。年額（\(money)）。
          """)
      ] + gapNotes(found.exports, found.terms.rowSums))
  }

  private func tradeCountedTwice(_ log: inout InspectionLog) throws -> Table {
    let found = BorinMancini(try homeModel(&log).model)
    let parts = [
      found.domestic, found.domesticDoubleCounted, found.foreign, found.foreignDoubleCounted,
    ]
    return Table(
      name: "trade.bm", title: Bilingual("Exports by Borin and Mancini", "輸出の分解（BM）"),
      columns: [
        Inspection.exporter, column("exports", "Exports", "輸出"),
        column("domestic_value_added", "Domestic value added", "国内付加価値"),
        column("domestic_double_counted", "Domestic double counted", "国内分の二重計上"),
        column("foreign_value_added", "Foreign value added", "国外付加価値"),
        column("foreign_double_counted", "Foreign double counted", "国外分の二重計上"),
      ],
      rows: table.regions.indices.map { s in
        [.name(table.regions[s].code), .number(found.exports[s])] + parts.map { .number($0[s]) }
      },
      notes: [
        Bilingual(
          """
          Borin and Mancini (2019), exporter's perspective: domestic v_s (I − A_ss)⁻¹E_s, equal to T1–T5 \
          of trade.kww; foreign value added counts what enters the exporter once. The four parts add up \
          to exports. \(money) a year.
          """,
          """
          Borin and Mancini (2019)、輸出国の視点：国内 v_s (I − A_ss)⁻¹E_s は trade.kww のT1–T5に等しい。\
          国外付加価値は輸出国に初めて入る分。4項の和は輸出。年額（\(money)）。
          """)
      ] + gapNotes(found.exports, parts[0].indices.map { s in parts.reduce(0) { $0 + $1[s] } }))
  }

  /// What a reader must know where parts miss the whole, or where there is no trade.
  private func gapNotes(_ exports: [Double], _ sums: [Double]) -> [Bilingual] {
    let total = exports.reduce(0, +)
    guard total > 0 else {
      return [
        Bilingual(
          "The table has no trade between regions and no column of exports.",
          "表に地域間貿易も輸出の列もない。")
      ]
    }
    let gap = zip(exports, sums).reduce(0) { $0 + abs($1.0 - $1.1) } / total
    guard gap > 1e-6 else { return [] }
    let shown = NumberFormat.rounded(gap, as: .percent)
    return [
      Bilingual(
        "The parts miss exports by \(shown): product taxes and margins on inputs, and where the table's columns miss its output.",
        "投入にかかる生産物税・マージンと、列和と産出のずれのため、内訳の和は輸出と \(shown) ずれる。")
    ]
  }
}
