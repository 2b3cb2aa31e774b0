package import Diagnostics
internal import InputOutputTables
internal import Propagation
internal import Quantities
internal import RiskMetrics
internal import Scenarios

// Who pays for what, and what responses avoid and cost.
extension RiskReport {
  /// What a lever costs someone in a year, USD.
  struct BudgetRow: Hashable {
    let payer: String
    let lever: String
    let year: Int
    let cost: Double
  }

  /// The ledger of a result: payer, lever and year, in the levers' order; what nets to nothing is left out.
  static func budget(_ result: ScenarioResult) -> [BudgetRow] {
    struct Key: Hashable {
      let payer: String
      let entry: Int
      let year: Int
    }
    var order: [Key] = []
    var sums: [Key: Double] = [:]
    for line in result.assessment.ledger {
      let key = Key(payer: line.payer, entry: line.entry, year: line.year)
      if sums[key] == nil { order.append(key) }
      sums[key, default: 0] += line.cost
    }
    return order.filter { sums[$0] != 0 }.map {
      BudgetRow(
        payer: $0.payer, lever: result.scenario.levers[$0.entry].path, year: $0.year,
        cost: sums[$0] ?? 0)
    }
  }

  /// Money of the ledger as reports show it.
  static let money = Bilingual("million USD", "百万ドル")

  /// Who pays in a result, by the ledger's codes and in words, each once.
  package static func payers(_ result: ScenarioResult) -> [(code: String, name: Bilingual)] {
    var seen: Set<String> = []
    return budget(result).filter { seen.insert($0.payer).inserted }.map {
      ($0.payer, LeverWords.payer($0.payer))
    }
  }

  /// What levers cost whom, by year.
  static func budget(_ study: RiskStudy) -> Table {
    Table(
      name: "budget", title: Bilingual("Who pays", "負担者別の費用"),
      columns: [
        TableColumn("payer", Bilingual("Payer", "負担者"), kind: .text),
        TableColumn("lever", Bilingual("Measure", "施策"), kind: .text),
        TableColumn("year", Bilingual("Year", "年"), kind: .number(.days)),
        TableColumn(
          "cost", Bilingual("Cost", "費用"), unit: money, kind: .number(.significant)),
      ],
      rows: budget(study.base).map { row in
        let lever = study.base.scenario.levers.first { $0.path == row.lever }
        let kind = lever.map(LeverWords.kind) ?? Bilingual(same: row.lever)
        return [
          .coded(row.payer, LeverWords.payer(row.payer)),
          .coded(row.lever, Bilingual("\(kind.en), \(row.lever)", "\(kind.ja)、\(row.lever)")),
          .count(row.year), .number(row.cost / 1e6),
        ]
      },
      notes: [
        Bilingual(
          "A cost of less than 0 is a receipt. Stocks are bought once and keep their worth: what they cost a year is their capital and their keeping. Years are of the calendar, or of the run where it has no dates; years before the first day hold what was begun earlier.",
          "負の費用は収入。備蓄の購入は一度きりで価値が残り、年々の費用は資本費用と保管費用。年は暦年（日付がなければ計算の年）。初日より前の年は先に始めた施策の費用。")
      ])
  }

  /// What responses avoid and cost in the region that the report names first.
  static func policies(_ study: RiskStudy) -> Table {
    let name = study.name(of: study.shownRegions.first ?? 0)
    return Table(
      name: "policy", title: Bilingual("Policies: \(name.en)", "政策の比較：\(name.ja)"),
      columns: policyColumns,
      rows: study.policies.map { policy in
        [
          .coded(policy.name.en, LeverWords.policy(policy, study)),
          .number(policy.lossWithout, or: .notApplicable),
          .number(policy.lossWith, or: .notApplicable),
          .number(policy.avoidedShare, or: .notApplicable),
          .number(policy.avoidedMoney.map { $0 / 1e6 }, or: .notComputed),
          .number(policy.budgetCost / 1e6), .number(policy.buyersCost / 1e6),
          .number(policy.firstYear / 1e6), .number(policy.lastYear / 1e6),
          .number(policy.horizonCost / 1e6), .number(policy.benefitCost, or: .notComputed),
          .number(policy.probability, or: .notApplicable),
          breakEven(policy),
        ]
      }, folded: foldedDays(study), notes: policyNotes)
  }

  /// A day more of a stock that changes nothing of note in the region: a note says whose.
  private static func foldedDays(_ study: RiskStudy) -> Table.Folded? {
    let small = study.policies.indices.filter {
      study.policies[$0].isStockDay && abs(study.policies[$0].avoidedShare ?? 0) < 1e-5
    }
    guard !small.isEmpty, small.count < study.policies.count else { return nil }
    let names = small.map { LeverWords.policy(study.policies[$0], study) }
    return Table.Folded(
      rows: Set(small),
      note: Bilingual(
        "Changes the loss by less than 0.001% of GDP: \(names.map { $0.en }.joined(separator: "; ")).",
        "損失の変化がGDPの0.001%未満：\(names.map { $0.ja }.joined(separator: "、"))。"))
  }

  /// From which probability a policy pays; where it costs more in a year than it avoids in the event, not
  /// even an event in every year makes it pay.
  private static func breakEven(_ policy: PolicyResult) -> TableCell {
    guard let probability = policy.breakEven, probability > 1 else {
      return .number(policy.breakEven, or: .notApplicable)
    }
    return .said(Bilingual("never pays", "採算なし"), probability)
  }

  private static let policyColumns: [TableColumn] = {
    func amount(_ key: String, _ en: String, _ ja: String, isDetail: Bool = false) -> TableColumn {
      TableColumn(
        key, Bilingual(en, ja), unit: money, kind: .number(.significant), isDetail: isDetail)
    }
    func share(_ key: String, _ en: String, _ ja: String, isDetail: Bool = false) -> TableColumn {
      TableColumn(
        key, Bilingual(en, ja), unit: Words.ofGDP, kind: .number(.percent), isDetail: isDetail)
    }
    return [
      TableColumn("policy", Bilingual("Policy", "政策"), kind: .text),
      share("loss_without", "Loss without", "なしの損失", isDetail: true),
      share("loss_with", "Loss with", "ありの損失"),
      share("avoided_share_of_gdp", "Avoided", "回避損失"),
      amount("avoided_money", "Avoided", "回避損失"),
      amount("budget_cost", "Budget", "財政負担"), amount("buyers_cost", "Buyers", "使用者負担"),
      amount("first_year", "First year", "初年の費用", isDetail: true),
      amount("last_year", "Last year", "最終年の費用", isDetail: true),
      amount("horizon_cost", "Cost, discounted", "費用の現在価値", isDetail: true),
      TableColumn(
        "benefit_cost", Bilingual("Benefit over cost", "便益費用比"),
        kind: .number(.significant), isDetail: true),
      TableColumn(
        "at_probability", Bilingual("At probability", "想定確率"), unit: Bilingual("a year", "年"),
        kind: .number(.percent), isDetail: true),
      TableColumn(
        "break_even_probability", Bilingual("Pays from probability", "採算の確率"),
        unit: Bilingual("a year", "年"), kind: .number(.percent)),
    ]
  }()

  private static let policyNotes = [
    Bilingual(
      "Alone: against no response at all. Beside the others: against all of the others. What each avoids does not add up, for measures overlap: the truth lies between the two. Losses are of volumes.",
      "「のみ」は対応策がない場合との差、「他に加える」は他のすべてがある場合との差。効果は重なるため足し合わせられず、両者の間にある。損失は数量による。"),
    Bilingual(
      "Costs are of the horizon and of the years before it in which a measure was begun. A policy pays where the event is likelier, a year, than the break-even: what it costs a year over what it avoids in the event; “never pays” where that is more than once a year. Bought stocks cost their capital and their keeping, not their price.",
      "費用は計算期間と、先に始めた施策のそれ以前の年のもの。事象の年間確率が「採算の確率」（年間費用÷回避損失）を上回れば見合う。それが年1回を超えるものは「採算なし」。備蓄の費用は価額でなく資本・保管費用。"
    ),
  ]
}
