import ComparativeStatics
import Diagnostics
import InputOutputTables
import Reporting
import Scenarios

/// What changed between two years.
extension Inspection {
  static let decompositionTables = [
    InspectionTable(
      "decomposition", "Change of output to a second economy: technology, mix, level", "構造分解分析",
      needs: [.against]
    ) { try $0.decomposition(&$1) }
  ]

  private func decomposition(_ log: inout InspectionLog) throws -> Table {
    guard let second = request.against else {
      preconditionFailure("decomposition without a second economy")
    }
    let found = try StructuralDecomposition(from: try leontief(&log), to: try LeontiefModel(second))
    let columns = [
      found.before, found.after, zip(found.after, found.before).map { $0 - $1 },
      found.technology, found.mix, found.level, found.technologyPolar, found.finalDemandPolar,
    ]
    return Table(
      name: "decomposition", title: Bilingual("Structural decomposition", "構造分解"),
      columns: [
        .node, .money("output_before", "Output before", "前の産出", unit: money),
        .money("output_after", "Output after", "後の産出", unit: money),
        .money("change", "Change", "変化", unit: money),
        .money("technology", "Technology", "技術", unit: money),
        .money("final_demand_mix", "Mix of final demand", "最終需要の構成", unit: money),
        .money("final_demand_level", "Level of final demand", "最終需要の規模", unit: money),
        .money("technology_polar", "Technology, two factors", "技術（2要因）", unit: money),
        .money("final_demand_polar", "Final demand, two factors", "最終需要（2要因）", unit: money),
      ],
      rows: table.nodeLabels.indices.map { i in
        [.name(table.nodeLabels[i])] + columns.map { .number($0[i]) }
      },
      notes: [decompositionNote(second)] + unitNotes(second))
  }

  private func decompositionNote(_ second: InputOutputTable) -> Bilingual {
    let (from, to) = (table.description.name, second.description.name)
    return Bilingual(
      """
      From \(from) to \(to). x = L S g; technology, mix and level are means over all six orders of the \
      factors and add up to the change (Dietzenbacher and Los 1998); two factors: means of the two \
      polar forms of x = L y. Sourcing is part of technology and mix; current prices, so prices are in \
      all effects. \(money) a year.
      """,
      """
      \(from) から \(to) へ。x = L S g。技術・構成・規模は6通りの順序の平均で、和は変化に等しい\
      （Dietzenbacher and Los 1998）。2要因：x = L y の両極分解の平均。調達先の変化は技術と構成に、\
      価格変化は全項に含まれる。年額（\(money)）。
      """)
  }

  private func unitNotes(_ second: InputOutputTable) -> [Bilingual] {
    guard second.description.moneyUnit != money else { return [] }
    let other = second.description.moneyUnit
    return [
      Bilingual(
        "The second table is in \(other) and was converted to \(money).",
        "比較先の表（\(other)）は \(money) に換算した。")
    ]
  }
}
