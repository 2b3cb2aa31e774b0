import ComparativeStatics
import Diagnostics
import InputOutputTables
import Reporting
import Scenarios

/// How nodes are tied to suppliers and users, and where they stand in the chain.
extension Inspection {
  static let linkageTables = [
    InspectionTable(
      "linkages", "Backward and forward linkages, dispersion, key sectors", "前方・後方連関と影響力・感応度"
    ) { try $0.linkages(&$1) },
    InspectionTable(
      "upstreamness", "Stages to final use, stages from primary inputs", "上流度・下流度"
    ) { try $0.upstreamness(&$1) },
  ]

  private func linkages(_ log: inout InspectionLog) throws -> Table {
    let found = Linkages(try leontief(&log))
    let power = found.powerOfDispersion
    let sensitivity = found.sensitivityOfDispersion
    let keys = found.keySectors
    return Table(
      name: "linkages", title: Bilingual("Linkages", "連関"),
      columns: [
        .node, .plain("backward", "Backward", "後方連関"), .plain("forward", "Forward", "前方連関"),
        .plain("power_of_dispersion", "Power of dispersion", "影響力係数"),
        .plain("sensitivity_of_dispersion", "Sensitivity of dispersion", "感応度係数"),
        .words("key_sector", "Key sector", "主要部門"),
      ],
      rows: table.nodeLabels.indices.map { i in
        [
          .name(table.nodeLabels[i]), .number(found.backward[i]), .number(found.forward[i]),
          .number(power[i]), .number(sensitivity[i]), .name(keys[i].rawValue),
        ]
      },
      notes: [
        Bilingual(
          """
          Backward: column sums of the Leontief inverse; forward: row sums of the Ghosh inverse; \
          dispersion (Rasmussen 1956): each over its mean over all nodes; key: both above 1. No unit.
          """,
          """
          後方連関：レオンチェフ逆行列の列和。前方連関：ゴーシュ逆行列の行和。\
          影響力・感応度係数（Rasmussen 1956）：全ノード平均に対する比。key：ともに1超。単位なし。
          """)
      ])
  }

  private func upstreamness(_ log: inout InspectionLog) throws -> Table {
    let found = ChainPosition(try leontief(&log))
    return Table(
      name: "upstreamness", title: Bilingual("Upstreamness and downstreamness", "上流度と下流度"),
      columns: [
        .node, .plain("upstreamness", "Upstreamness", "上流度"),
        .plain("downstreamness", "Downstreamness", "下流度"),
      ],
      rows: table.nodeLabels.indices.map { i in
        [
          .name(table.nodeLabels[i]), .number(found.upstreamness[i]),
          .number(found.downstreamness[i]),
        ]
      },
      notes: [
        Bilingual(
          """
          Mean number of stages, at least 1. Upstreamness: to final use, (I − B)⁻¹1 (Antràs, Chor, \
          Fally and Hillberry 2012); downstreamness: from primary inputs, 1'(I − A)⁻¹ (Fally 2012). \
          Inventory changes count as final use.
          """,
          """
          平均段階数（1以上）。上流度：最終需要まで (I − B)⁻¹1（Antràs, Chor, Fally and Hillberry 2012）。\
          下流度：本源投入から 1'(I − A)⁻¹（Fally 2012）。在庫変動は最終需要に含む。
          """)
      ])
  }
}
