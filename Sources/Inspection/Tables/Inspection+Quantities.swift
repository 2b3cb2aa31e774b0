import ComparativeStatics
import Diagnostics
import InputOutputTables
import LinearAlgebra
import Quantities
import Reporting
import Scenarios

/// Constrained supply and inoperability.
extension Inspection {
  static let quantityTables = [
    InspectionTable(
      "mixed", "Outputs of some nodes held by below, all others solved", "混合モデル（産出制約）",
      needs: [.node, .by]
    ) { try $0.mixed(&$1) },
    InspectionTable(
      "inoperability", "Inoperability when final users ask for by less", "不稼働率（静学）",
      needs: [.node, .by]
    ) { try $0.inoperability(&$1) },
    InspectionTable(
      "inoperability.path", "Inoperability day by day as struck nodes recover", "不稼働率（動学）",
      needs: [.node, .by], takes: [.days]
    ) { try $0.inoperabilityPath(&$1) },
  ]

  private func nodesAndShare() throws -> ([Int], Double) {
    let nodes = try names.nodes(request.nodes)
    return (nodes, try InspectionNames.share(request.by ?? "", option: "--by", within: 0...1))
  }

  private func mixed(_ log: inout InspectionLog) throws -> Table {
    let (nodes, share) = try nodesAndShare()
    let found = MixedModel(
      try leontief(&log), fixing: nodes, atShares: nodes.map { _ in 1 - share })
    let negative = nodes.filter {
      found.finalDemandAfter[$0] < 0 && found.finalDemandBefore[$0] >= 0
    }
    if !negative.isEmpty { log.warn(.negativeFinalDemand(negative.map { table.nodeLabels[$0] })) }
    return Table(
      name: "mixed", title: Bilingual("Mixed model", "混合モデル"),
      columns: [
        .node, .money("output_before", "Output before", "制約前の産出", unit: money),
        .money("output_after", "Output after", "制約後の産出", unit: money),
        .money("change", "Change", "変化", unit: money),
        .money("final_demand_before", "Final demand before", "制約前の最終需要", unit: money),
        .money("final_demand_after", "Final demand after", "制約後の最終需要", unit: money),
      ],
      rows: table.nodeLabels.indices.map { i in
        [
          .name(table.nodeLabels[i]), .number(found.before[i]), .number(found.after[i]),
          .number(found.after[i] - found.before[i]), .number(found.finalDemandBefore[i]),
          .number(found.finalDemandAfter[i]),
        ]
      },
      notes: [
        Bilingual(
          """
          Output of \(request.nodes.joined(separator: ", ")) is fixed \(request.by ?? "") below; final \
          demand of all other nodes stays: x_N = (I − A_NN)⁻¹(y_N + A_NK x_K) (Miller and Blair 2009, \
          section 13.2). Demand-side: users of the fixed nodes are not cut. \(money) a year.
          """,
          """
          \(request.nodes.joined(separator: "、")) の産出を \(request.by ?? "") 減に固定、他の最終需要は一定：\
          x_N = (I − A_NN)⁻¹(y_N + A_NK x_K)（Miller and Blair 2009、13.2節）。需要側の波及のみ。年額（\(money)）。
          """)
      ])
  }

  private func inoperability(_ log: inout InspectionLog) throws -> Table {
    let (nodes, share) = try nodesAndShare()
    var lost = [Double](repeating: 0, count: table.nodeCount)
    for node in nodes { lost[node] = share }
    let q = InoperabilityModel(try leontief(&log)).inoperability(demandLoss: lost)
    warnOfInoperability(q, nodes, share, &log)
    return Table(
      name: "inoperability", title: Bilingual("Inoperability", "不稼働率"),
      columns: [
        .node, .percent("inoperability", "Inoperability", "不稼働率"),
        .money("output_loss", "Output loss", "産出損失", unit: money),
      ],
      rows: table.nodeLabels.indices.map { i in
        [
          .name(table.nodeLabels[i]), .number(q[i]), .number(q[i] * max(0, table.grossOutput[i])),
        ]
      },
      notes: [
        Bilingual(
          """
          q = A*q + c*, A* = x̂⁻¹Ax̂ (Santos and Haimes 2004): shares of planned output. c*: final users \
          ask for \(request.by ?? "") of the output of \(request.nodes.joined(separator: ", ")) less. \
          Loss: q·x, \(money) a year.
          """,
          """
          q = A*q + c*、A* = x̂⁻¹Ax̂（Santos and Haimes 2004）：計画産出に対する比率。\
          c*：\(request.nodes.joined(separator: "、")) の産出の \(request.by ?? "") に当たる最終需要の減少。\
          損失：q·x、年額（\(money)）。
          """)
      ])
  }

  /// Warns of losses beyond what final users buy, and of nodes that lose more than they make.
  private func warnOfInoperability(
    _ q: [Double], _ nodes: [Int], _ share: Double, _ log: inout InspectionLog
  ) {
    let demand = table.totalFinalDemand
    for node in nodes where table.grossOutput[node] > 0 {
      let most = max(0, demand[node] / table.grossOutput[node])
      guard share > most * (1 + 1e-9) else { continue }
      log.warn(
        .demandLossBeyondDemand(
          table.nodeLabels[node], share: request.by ?? "",
          buys: NumberFormat.rounded(most, as: .percent)))
    }
    let beyond = q.indices.filter { q[$0] > 1 + 1e-9 }.sorted { (q[$1], $0) < (q[$0], $1) }
    if !beyond.isEmpty { log.warn(.inoperableBeyondOutput(beyond.map { table.nodeLabels[$0] })) }
  }

  private func inoperabilityPath(_ log: inout InspectionLog) throws -> Table {
    let (nodes, share) = try nodesAndShare()
    let n = table.nodeCount
    let days = request.days ?? 30
    let model = InoperabilityModel(try leontief(&log))
    var start = [Double](repeating: 0, count: n)
    for node in nodes { start[node] = share }
    let nothing = [Double](repeating: 0, count: n)
    let path = model.path(
      from: start, resilience: model.resilience(recoveringIn: Double(days)),
      steps: 2 * days
    ) { _ in nothing }
    let beyond = (0..<n).filter { i in (0..<path.rows).contains { path[$0, i] > 1 + 1e-9 } }
    if !beyond.isEmpty { log.warn(.inoperableBeyondOutput(beyond.map { table.nodeLabels[$0] })) }
    let output = table.grossOutput.map { max(0, $0) }
    let mean = { (q: [Double], over: [Int]) -> Double in
      let all = over.reduce(0.0) { $0 + output[$1] }
      return all > 0 ? over.reduce(0.0) { $0 + q[$1] * output[$1] } / all : 0
    }
    var total = 0.0
    let rows = (0..<path.rows).map { day -> [TableCell] in
      let q = path.row(day)
      let loss = zip(q, output).reduce(0) { $0 + $1.0 * $1.1 } / 365
      total += loss
      return [
        .count(day), .number(mean(q, nodes)), .number(mean(q, Array(0..<n))), .number(loss),
        .number(total),
      ]
    }
    return pathTable(rows, days)
  }

  private func pathTable(_ rows: [[TableCell]], _ days: Int) -> Table {
    Table(
      name: "inoperability.path", title: Bilingual("Inoperability, day by day", "不稼働率の推移"),
      columns: [
        TableColumn("day", Bilingual("Day", "日"), kind: .number(.days), csvHeading: "day"),
        .percent("inoperability_struck", "Struck nodes", "被災ノード"),
        .percent("inoperability_all", "All nodes", "全ノード"),
        .money("output_loss", "Output loss that day", "当日の産出損失", unit: money),
        .money("output_loss_so_far", "Output loss so far", "累計の産出損失", unit: money),
      ], rows: rows,
      notes: [
        Bilingual(
          """
          q(t+1) = q(t) + K(A*q(t) − q(t)) from \(request.by ?? "") at \
          \(request.nodes.joined(separator: ", ")) on day 0 (Lian and Haimes 2006). K: a node alone \
          recovers all but 1% in \(days) days, ln 100 / (\(days)(1 − a*_ii)), at most 1; \
          an assumption. Means weighted by output; losses in \(money).
          """,
          """
          q(t+1) = q(t) + K(A*q(t) − q(t))、0日目に \(request.nodes.joined(separator: "、")) が \
          \(request.by ?? "")（Lian and Haimes 2006）。K：単独で\(days)日に99%回復、\
          ln 100 / (\(days)(1 − a*_ii))、上限1（仮定）。平均は産出加重、損失は \(money)。
          """)
      ])
  }
}
