import ComparativeStatics
import Diagnostics
import InputOutputTables
import LinearAlgebra
import Quantities
import Reporting
import Scenarios

/// What is lost without some nodes, or without some trade links.
extension Inspection {
  static let extractionTables = [
    InspectionTable(
      "extraction", "Output without a node's trade, or without trade links", "仮想的抽出",
      ways: [[.node, .type], [.link, .by, .replace]]
    ) { try $0.extraction(&$1) }
  ]

  private func extraction(_ log: inout InspectionLog) throws -> Table {
    switch (request.nodes.isEmpty, request.links.isEmpty) {
    case (false, true): return try extractionOfNodes(&log)
    case (true, false): return try extractionOfLinks(&log)
    default:
      let options = "\(InspectOption.node.rawValue), or \(InspectOption.link.rawValue),"
      throw DiagnosticList([
        Diagnostic(.error, InspectionProblem.missingOptions(table: "extraction", [options]))
      ])
    }
  }

  private func extractionOfNodes(_ log: inout InspectionLog) throws -> Table {
    let nodes = try names.nodes(request.nodes)
    let type = request.type ?? .complete
    let found = HypotheticalExtraction(try leontief(&log), of: nodes, type)
    let which = nodes.count == 1 ? table.nodeLabels[nodes[0]] : "\(nodes.count) nodes"
    let what: Bilingual =
      switch type {
      case .complete:
        Bilingual(
          "rows and columns of A and final demand of the nodes are 0; x − L_K L_KK⁻¹ x_K",
          "対象のAの行・列と最終需要を0とする。x − L_K L_KK⁻¹ x_K")
      case .backward:
        Bilingual(
          "columns of A are 0: the nodes buy nothing; x − (L_K − E_K) L_KK⁻¹ x_K",
          "Aの列を0とする（購入なし）。x − (L_K − E_K) L_KK⁻¹ x_K")
      case .forward:
        Bilingual(
          "rows of B are 0: the nodes sell nothing to producers (Ghosh model); x' − x_K' G_KK⁻¹ (G_K − E_K')",
          "Bの行を0とする（中間販売なし、ゴーシュ・モデル）。x' − x_K' G_KK⁻¹ (G_K − E_K')")
      }
    return extractionTable(
      before: found.before, losses: found.losses,
      notes: [
        Bilingual(
          """
          Hypothetical extraction of \(which), \(type.rawValue) (Dietzenbacher and van der \
          Linden 1997): \(what.en). \(money) a year.
          """,
          """
          \(which) の仮想的抽出（\(type.rawValue)、Dietzenbacher and van der Linden 1997）：\
          \(what.ja)。年額（\(money)）。
          """)
      ])
  }

  private func extractionOfLinks(_ log: inout InspectionLog) throws -> Table {
    let links = try names.links(request.links)
    let share = try InspectionNames.share(request.by ?? "100%", option: "--by", within: 0...1)
    let whatIf = PartialExtraction(links: links, share: share, isReplaced: request.isReplaced)
    let found = try PartialExtractions(try leontief(&log), [whatIf])
    let replaced =
      request.isReplaced
      ? Bilingual(
        "each buyer's remaining suppliers make up for it, pro rata",
        "各購入者の残る供給元が按分して代替する")
      : Bilingual("nobody makes up for it", "代替なし")
    return extractionTable(
      before: found.before, losses: found.losses.row(0),
      notes: [
        Bilingual(
          """
          Partial extraction: \(request.links.joined(separator: ", ")) scaled by \
          1 − \(NumberFormat.rounded(share, as: .percent)), in inputs and in final demand; \
          \(replaced.en). x = (I − A)⁻¹y before and after; \(money) a year.
          """,
          """
          部分抽出：\(request.links.joined(separator: "、")) を中間投入・最終需要とも \
          1 − \(NumberFormat.rounded(share, as: .percent)) 倍する。\(replaced.ja)。\
          前後とも x = (I − A)⁻¹y、年額（\(money)）。
          """)
      ])
  }

  private func extractionTable(
    before: [Double], losses: [Double], notes: [Bilingual]
  ) -> Table {
    Table(
      name: "extraction", title: Bilingual("Hypothetical extraction", "仮想的抽出"),
      columns: [
        .node, .money("output_before", "Output before", "抽出前の産出", unit: money),
        .money("output_after", "Output after", "抽出後の産出", unit: money),
        .money("loss", "Loss", "損失", unit: money),
      ],
      rows: table.nodeLabels.indices.map { i in
        [
          .name(table.nodeLabels[i]), .number(before[i]), .number(before[i] - losses[i]),
          .number(losses[i]),
        ]
      }, notes: notes)
  }
}
