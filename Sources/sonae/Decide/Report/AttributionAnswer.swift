import Decisions
import Diagnostics
import Quantities
import Reporting
import Scenarios

/// What each shock and response contributes, as a report.
enum AttributionAnswer {
  static func answer(_ request: DecideRequest) async throws -> DecideAnswer {
    let base = request.file.decoded.base
    guard base.levers.contains(where: { $0.list == .shocks }) else { throw request.nothing }
    let count = base.levers.count { $0.list != .baseline }
    if count <= Attribution.mostExact, request.options.orders != nil {
      throw DiagnosticList([Diagnostic(.error, DecideProblem.ordersOfFew(count))])
    }
    let found = await Attribution(
      base, region: request.region, on: request.model, orders: request.options.orders ?? 50)
    guard let found else { throw request.noProduct }
    return DecideAnswer(
      request, title: Bilingual("who contributes what", "要因分解"),
      findings: findings(found, request), tables: [table(found, request)],
      assumptions: [method(found)], isDoubtful: found.isDoubtful)
  }

  private static func findings(
    _ found: Attribution, _ request: DecideRequest
  ) -> [Bilingual] {
    let after = DecideTables.text(found.after)
    let before = DecideTables.text(found.before)
    var sentences = [
      Bilingual(
        "\(request.regionName.startingSentence) loses \(after) of GDP with all shocks and responses, \(before) with none of them.",
        "\(request.regionName.ja)の損失は、全ショック・対応策ありでGDPの\(after)、いずれもなしで\(before)。")
    ]
    let words = words(request)
    let strongest = found.parts.sorted { abs($0.contribution) > abs($1.contribution) }
    for part in strongest.prefix(3) where abs(part.contribution) > 1e-7 {
      let size = DecideTables.text(abs(part.contribution))
      let isWorse = part.contribution > 0
      let name = words.name(of: part.entry)
      let (head, rest) = (name.en.prefix(1).uppercased(), name.en.dropFirst())
      sentences.append(
        Bilingual(
          "\(head)\(rest) (`\(part.entry.path)`) \(isWorse ? "adds" : "takes away") \(size) of GDP\(error(part.standardError)).",
          "\(name.ja)（`\(part.entry.path)`）の寄与はGDPの\(isWorse ? "" : "−")\(size)\(error(part.standardError))。"
        ))
    }
    return sentences
  }

  private static func words(_ request: DecideRequest) -> AssumptionWords {
    AssumptionWords(request.file.decoded.base, commodities: request.file.commodities)
  }

  private static func error(_ value: Double?) -> String {
    value.map { " (±\(DecideTables.text(1.96 * $0)))" } ?? ""
  }

  private static func table(_ found: Attribution, _ request: DecideRequest) -> Table {
    let words = words(request)
    // Only a sample has errors.
    let isSampled = found.orders != nil
    return Table(
      name: "attribution", title: Bilingual("What each entry contributes", "各項目の寄与"),
      columns: [
        TableColumn("entry", Bilingual("entry", "項目"), kind: .text),
        DecideTables.change("contribution", "contribution", "寄与"),
      ] + (isSampled ? [DecideTables.change("standard_error", "standard error", "標準誤差")] : []) + [
        DecideTables.change("alone", "alone", "単独"),
        DecideTables.change("last", "beside all others", "他の全てに追加"),
      ],
      rows: found.parts.map { part in
        let (path, name) = (part.entry.path, words.name(of: part.entry))
        return [
          .coded(path, Bilingual("\(name.en) (\(path))", "\(name.ja)（\(path)）")),
          .number(part.contribution),
        ]
          + (isSampled ? [.number(part.standardError, or: .notApplicable)] : [])
          + [.number(part.alone), .number(part.last)]
      },
      notes: [
        Bilingual(
          "Contributions add up to \(DecideTables.text(found.after)) − \(DecideTables.text(found.before)); what is alone or last does not, where entries overlap or strengthen each other.",
          "寄与の合計は\(DecideTables.text(found.after))−\(DecideTables.text(found.before))に一致する。重なり合う項目では「単独」や「他の全てに追加」の合計は一致しない。"
        )
      ])
  }

  private static func method(_ found: Attribution) -> Bilingual {
    guard let orders = found.orders else {
      return Bilingual(
        "A contribution is the Shapley value: the mean of what the entry adds over all orders of joining; all \(found.runs) groups were played on the full model.",
        "寄与はシャープレイ値（全ての加わる順序での追加分の平均）。\(found.runs)通りの組み合わせすべてをモデルで計算した。")
    }
    return Bilingual(
      "A contribution is the Shapley value, estimated from \(orders) random orders and their reverses: \(found.runs) groups were played on the full model.",
      "寄与はシャープレイ値の推定。無作為な順序\(orders)通りとその逆順により、\(found.runs)通りの組み合わせをモデルで計算した。")
  }
}
