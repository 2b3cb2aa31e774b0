import ComparativeStatics
import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import Scenarios

/// Supply chains into one product.
extension Inspection {
  static let pathTables = [
    InspectionTable(
      "paths", "The largest supply chains into a product", "主要な供給経路（構造経路分析）",
      needs: [.node], takes: [.cutoff, .top]
    ) { try $0.paths(&$1) },
    InspectionTable(
      "paths.tiers", "Value added in a product, tier by tier", "段階別の付加価値",
      needs: [.node]
    ) { try $0.pathTiers(&$1) },
  ]

  private func chains(cutoff: Double, _ log: inout InspectionLog) throws -> StructuralPaths {
    let nodes = try names.nodes(request.nodes)
    guard nodes.count == 1 else {
      throw DiagnosticList([Diagnostic(.error, InspectionProblem.oneNodeOnly("paths"))])
    }
    return StructuralPaths(
      try leontief(&log), into: nodes[0], weights: table.valueAddedCoefficients, cutoffShare: cutoff
    )
  }

  private func paths(_ log: inout InspectionLog) throws -> Table {
    let least = 1e-5
    let text = request.cutoff ?? Self.usualCutoff
    let cutoff = try InspectionNames.share(text, option: "--cutoff", within: 0...1)
    guard cutoff >= least else {
      let problem = InspectionProblem.shareOutOfRange(
        text, option: "--cutoff", range: "0.001% – 100%")
      throw DiagnosticList([Diagnostic(.error, problem)])
    }
    let found = try chains(cutoff: cutoff, &log)
    let shown = found.paths.prefix(request.top ?? Self.usualTop)
    return Table(
      name: "paths", title: Bilingual("Supply chains", "供給経路"),
      columns: [
        TableColumn("rank", Bilingual("Rank", "順位"), kind: .number(.count), csvHeading: "rank"),
        TableColumn("tier", Bilingual("Tier", "段階"), kind: .number(.count), csvHeading: "tier"),
        .words("path", "Chain", "経路"), .plain("value_added", "Value added", "付加価値"),
        .percent("share", "Share", "割合"),
      ],
      rows: shown.enumerated().map { rank, path in
        let chain = path.nodes.reversed().map { table.nodeLabels[$0] }.joined(separator: " > ")
        return [
          .count(rank + 1), .count(path.nodes.count - 1), .name(chain),
          .number(path.contribution),
          .number(found.total == 0 ? 0 : path.contribution / found.total),
        ]
      }, notes: [pathNote(found, cutoff: text)])
  }

  private static let usualCutoff = "0.1%"
  private static let usualTop = 25

  private func pathNote(_ found: StructuralPaths, cutoff: String) -> Bilingual {
    let top = min(request.top ?? Self.usualTop, found.paths.count)
    let covered = NumberFormat.rounded(found.coverage, as: .percent)
    return Bilingual(
      """
      Value added of the chain's first node per unit of final demand for its last: v_i a_ij … a_jk \
      (Defourny and Thorbecke 1984). All \(found.paths.count) chains of at least \(cutoff) of \
      the total v·L were found, the largest \(top) are shown; \
      together they are \(covered) of it.
      """,
      """
      経路の最終財への最終需要1単位に含まれる起点の付加価値 v_i a_ij … a_jk（Defourny and Thorbecke 1984）。\
      合計 v·L の \(cutoff) 以上の全 \(found.paths.count) 経路を探索し、\
      上位 \(top) を表示。経路の合計は \(covered)。
      """)
  }

  private func pathTiers(_ log: inout InspectionLog) throws -> Table {
    let found = try chains(cutoff: 1, &log)
    var sum = 0.0
    let tiers = found.tiers.enumerated().map { tier, value -> [TableCell] in
      sum += value
      return [
        .count(tier), .number(value), .number(found.total == 0 ? 0 : sum / found.total),
      ]
    }
    let left = NumberFormat.rounded(
      found.total == 0 ? 0 : found.remainder / found.total, as: .percent)
    return Table(
      name: "paths.tiers", title: Bilingual("Value added by tier", "段階別の付加価値"),
      columns: [
        TableColumn("tier", Bilingual("Tier", "段階"), kind: .number(.count), csvHeading: "tier"),
        .plain("value_added", "Value added", "付加価値"),
        .percent("cumulative_share", "Cumulative share", "累積割合"),
      ], rows: tiers,
      notes: [
        Bilingual(
          """
          v'Aᵗe_k: value added of all chains of t steps, per unit of final demand for \
          \(table.nodeLabels[found.product]); beyond the last tier lies \(left) of the total v·L.
          """,
          """
          v'Aᵗe_k：\(table.nodeLabels[found.product]) への最終需要1単位当たり、t 段階の全経路の付加価値。\
          以降の段階は合計 v·L の \(left)。
          """)
      ])
  }
}
