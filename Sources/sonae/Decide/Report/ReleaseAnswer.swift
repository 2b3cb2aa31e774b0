import Commodities
import Decisions
import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import Scenarios

/// When and how fast a stock is released, as a report.
enum ReleaseAnswer {
  static func answer(_ request: DecideRequest) async throws -> DecideAnswer {
    let base = request.file.decoded.base
    let code = request.file.table.countryCodes[request.region]
    let task = ReleaseTask(
      base, response: request.options.response, holder: code,
      commodities: request.file.commodities)
    guard let task else { throw request.nothing }
    let cases = try request.cases()
    let found: ReleaseDecision?
    do throws(LinearProgrammeFault) {
      found = try await ReleaseDecision.find(
        task, over: cases, region: request.region, on: request.model
      ) { Terminal.progress("\($0) runs played") }
    } catch {
      throw DiagnosticList([Diagnostic(.error, DecideProblem.solver("\(error)"))])
    }
    guard let found else { throw request.noProduct }
    let words = ReleaseWords(task, request)
    let members = try await MemberWords.found(words, cases)
    return DecideAnswer(
      request, title: Bilingual("how to release", "放出計画"),
      findings: words.findings(found, cases) + (members?.findings ?? []),
      tables: [
        words.plans(found, cases), words.stages(found), words.byState(found), words.worth(found),
      ] + (members?.tables ?? []),
      assumptions: words.assumptions(found, cases)
        + (members?.assumptions ?? MemberWords.missing(words)),
      isDoubtful: found.isDoubtful || members?.found.isDoubtful == true)
  }
}

/// A release decision in words.
struct ReleaseWords {
  let task: ReleaseTask
  let request: DecideRequest
  let commodity: Commodity
  /// Days of the run as dates where it has any.
  private var start: CalendarDate? { request.file.decoded.base.start }
  private var isBarrels: Bool { commodity.unit == "bbl" }

  init(_ task: ReleaseTask, _ request: DecideRequest) {
    self.task = task
    self.request = request
    commodity = request.file.commodities[task.release.commodity]
  }

  /// A volume, in millions of barrels or in tonnes.
  func volume(_ units: Double) -> String {
    isBarrels
      ? "\(NumberFormat.brief(units / 1e6)) Mbbl" : "\(NumberFormat.brief(units)) \(commodity.unit)"
  }

  func rate(_ units: Double) -> String {
    isBarrels
      ? "\(NumberFormat.brief(units / 1e6)) mb/d"
      : "\(NumberFormat.brief(units)) \(commodity.unit)/d"
  }

  func day(_ index: Int) -> String {
    start.map { $0.adding(days: index).description } ?? "day \(index)"
  }

  /// A plan in one line.
  func words(_ plan: ReleasePlan?) -> Bilingual {
    guard let plan else { return Bilingual("no release", "放出なし") }
    let parts = plan.stages.prefix(3).map { stage in
      let size = volume(stage.share * task.volume)
      let total = stage.rate.map { $0 * Double(task.holders.count) }
      return Bilingual(
        "\(size) from \(day(stage.from)) at \(total.map { "up to \(rate($0))" } ?? "as much as is short")",
        "\(day(stage.from))から\(size)を\(total.map { "最大\(rate($0))" } ?? "不足分すべて")")
    }
    let more = plan.stages.count - parts.count
    return Bilingual(
      parts.map(\.en).joined(separator: ", then ") + (more > 0 ? " and \(more) stages more" : ""),
      parts.map(\.ja).joined(separator: "、次に") + (more > 0 ? "、ほか\(more)段階" : ""))
  }

  func findings(_ found: ReleaseDecision, _ cases: [DecisionCase]) -> [Bilingual] {
    let best = words(found.best.plan)
    let names = cases.map(\.name)
    let loss = DecideTables.text(found.best.expected)
    let none = DecideTables.text(found.without.expected)
    let written = DecideTables.text(found.asWritten.expected)
    let gap = DecideTables.text(max(0, found.gap))
    let bound = DecideTables.text(found.bound)
    // One case is no choice between several.
    let over =
      names.count > 1
      ? Bilingual(
        ", expected over \(names.map(\.en).joined(separator: ", "))",
        "（\(names.map(\.ja).joined(separator: "、"))の期待値）")
      : Bilingual(same: "")
    let holders = task.holders.map(\.holder.code).joined(separator: ", ")
    return [
      Bilingual(
        "Release \(best.en) (\(holders)): \(request.regionName.inSentence.en) then loses \(loss) of GDP\(over.en); \(none) without the release, \(written) as the file has it.",
        "\(best.ja)放出する（\(holders)）。\(request.regionName.ja)の損失はGDPの\(loss)\(over.ja)。放出なしで\(none)、ファイルの計画で\(written)。"
      ),
      Bilingual(
        "No plan that was played loses less than \(bound), even one that knows the case in advance: at most \(gap) of GDP could still be gained.",
        "事前に場合が分かる計画でも、計算した中で損失は\(bound)を下回らない。改善の余地は最大でGDPの\(gap)。"),
    ] + equals(found)
  }

  /// Said where the choice hardly matters.
  private func equals(_ found: ReleaseDecision) -> [Bilingual] {
    let limit = found.best.expected + 1e-6
    let alike = found.plans.count { $0.expected <= limit }
    guard alike > 1 else { return [] }
    return [
      Bilingual(
        "\(alike) of \(found.plans.count) plans lose the same to 0.0001% of GDP: the earliest of them is named.",
        "\(found.plans.count)通り中\(alike)通りの計画は損失が0.0001%以内で同じ。うち最も早いものを示した。")
    ]
  }

  func assumptions(_ found: ReleaseDecision, _ cases: [DecisionCase]) -> [Bilingual] {
    let chances = cases.map { "\($0.name.en) \(DecideTables.text($0.probability))" }
      .joined(separator: ", ")
    let chancesJa = cases.map { "\($0.name.ja) \(DecideTables.text($0.probability))" }
      .joined(separator: "、")
    let (unmet, least) = (volume(found.programme.unmet), volume(found.programme.bound))
    return [
      Bilingual(
        "Chances: \(chances). A plan does not know which case it is in; it gives no more than is short, so that it ends with the shortage.",
        "確率：\(chancesJa)。計画はどの場合かを知らない。不足分を超えて放出せず、不足が終われば止まる。"),
      Bilingual(
        "\(found.runs) scenarios were played on the full model: plans of one and two rates, the plan of a linear programme on the chain alone, and those around the best.",
        "モデルで\(found.runs)通りを計算した（1段階・2段階の計画、供給網だけの線形計画の解、最良案の近傍）。"),
      Bilingual(
        "On the chain alone the best plan leaves \(unmet) of use unmet, expected, and \(least) if each case were known in advance (linear programme, periods of \(found.programme.period) days, users' stock drawn first).",
        "供給網だけの線形計画（\(found.programme.period)日単位、使用者の在庫を先に取り崩す）では、期待不足量は最小\(unmet)、事前に場合が分かれば\(least)。"
      ),
      Bilingual(
        "The bound holds for what was played: the model's answer to the date of a release is not monotone, so that no proof covers every plan. Who holds what is as in the file.",
        "下限は計算した計画についてのもの。放出日に対して結果は単調でないため、全計画についての証明ではない。保有者はファイルのまま。"),
    ]
  }
}
