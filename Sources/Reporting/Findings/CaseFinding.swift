import Commodities
import Diagnostics
import InputOutputTables
import RiskMetrics
import Scenarios

/// What the other cases of a study cost: what a dependency less bought, what responses did, how far the
/// assumptions reach.
enum CaseFinding {
  /// One sentence; none for a scenario without variants.
  static func list(_ study: RiskStudy, _ region: Int) -> [Bilingual] {
    guard study.results.count > 1,
      let own = study.compared[0].measures(of: region)?.wholeLossShare
    else { return [] }
    let bought = bought(study, region, own: own)
    let cases = CaseDifference.all(of: study).flatMap { kind, numbers -> [Bilingual] in
      clauses(kind, numbers, study, region)
    }
    let list = cases.prefix(3)
    let name = study.name(of: region).possessive
    let head =
      list.isEmpty
      ? nil
      : Bilingual(
        "\(FindingText.capitalised(name.en)) loss, volumes and incomes together, is \(FindingText.percent(own).en) as given, "
          + list.map { $0.en }.joined(separator: ", ") + ".",
        "\(name.ja)損失（数量と所得の計）は基本ケースで\(FindingText.percent(own).ja)、"
          + list.map { $0.ja }.joined(separator: "、") + "。")
    let sentences = [bought, head, opposed(study, region, own: own)].compactMap { $0 }
    guard !sentences.isEmpty else { return [] }
    return [
      Bilingual(
        sentences.map { $0.en }.joined(separator: " "), sentences.map { $0.ja }.joined())
    ]
  }

  /// Cases in which the region loses less and all regions together more, or the other way round: what all
  /// lose in volumes, so that a stock which is shared does not read as one that is lost.
  private static func opposed(_ study: RiskStudy, _ region: Int, own: Double) -> Bilingual? {
    let table = study.economy.table
    let days = Double(study.compared[0].assessment.days)
    let product = table.valueAdded.reduce(0, +) * days / 365
    guard product > 0 else { return nil }
    let whole = study.compared.map { result in
      result.assessment.regions.filter { result.isComputed($0.region) }
        .reduce(0) { $0 + $1.valueAddedLoss } / product
    }
    let cases = CaseDifference.all(of: study).filter { $0.0 != .model }.flatMap { $0.1 }
    let found = cases.filter { number in
      guard let loss = study.compared[number].measures(of: region)?.wholeLossShare else {
        return false
      }
      return (loss - own) * (whole[number] - whole[0]) < 0
        && FindingText.percent(whole[number]) != FindingText.percent(whole[0])
    }
    guard !found.isEmpty else { return nil }
    let list = FindingText.list(
      found.prefix(3).map { number in
        let share = FindingText.percent(whole[number])
        let name = study.name(of: study.compared[number])
        return Bilingual("\(share.en) with “\(name.en)”", "「\(name.ja)」で\(share.ja)")
      })
    let first = FindingText.percent(whole[0])
    return Bilingual(
      "All regions together lose \(first.en) of their GDP in volumes as given, \(list.en).",
      "全地域の数量の損失は合計で基本ケースで全地域GDPの\(first.ja)、\(list.ja)。")
  }

  /// The cases of one kind: each by name, or the span of those that set the model alone.
  private static func clauses(
    _ kind: CaseDifference, _ numbers: [Int], _ study: RiskStudy, _ region: Int
  ) -> [Bilingual] {
    let losses = numbers.compactMap { number in
      study.compared[number].measures(of: region)?.wholeLossShare.map { (number, $0) }
    }
    guard let low = losses.map({ $0.1 }).min(), let high = losses.map({ $0.1 }).max() else {
      return []
    }
    guard kind == .model, losses.count > 1 else {
      return losses.map { number, loss in
        let share = FindingText.percent(loss)
        let name = study.name(of: study.compared[number])
        return Bilingual("\(share.en) with “\(name.en)”", "「\(name.ja)」で\(share.ja)")
      }
    }
    let range = FindingText.range((low, high))
    return [
      Bilingual(
        "\(range.en) over the cases of the model's assumptions", "モデルの仮定を変えたケースで\(range.ja)")
    ]
  }

  /// What another dependency, all else the same, would cost.
  private static func bought(_ study: RiskStudy, _ region: Int, own: Double) -> Bilingual? {
    let context = LeverContext(commodities: study.commodities)
    let before = study.base.scenario.shares(context)
    for result in study.compared.dropFirst() {
      guard CaseDifference(study.base.scenario, result.scenario) == .dependency,
        let loss = result.measures(of: region)?.wholeLossShare
      else { continue }
      let after = result.scenario.shares(context)
      guard let (now, then) = zip(before, after).first(where: { $0 != $1 }) else { continue }
      let shares = (FindingText.percent(now.share).en, FindingText.percent(then.share).en)
      let losses = (FindingText.percent(own), FindingText.percent(loss))
      let commodity = study.commodities[now.commodity]
      let origin = PlaceName.words(now.origin.code)
      let difference = FindingText.percent(abs(loss - own))
      let verb =
        loss > own
        ? Bilingual("saves \(difference.en) of GDP", "GDPの\(difference.ja)の損失を防ぐ")
        : Bilingual("costs \(difference.en) of GDP", "GDPの\(difference.ja)の損失を増やす")
      return Bilingual(
        "With \(shares.1) of \(commodity.name) from \(origin.en) instead of \(shares.0) the loss would be \(losses.1.en) instead of \(losses.0.en): the change from \(shares.1) to \(shares.0) \(verb.en).",
        "\(commodity.nameJa)の\(origin.ja)依存度が\(shares.0)でなく\(shares.1)なら損失は\(losses.0.ja)でなく\(losses.1.ja)：\(shares.1)から\(shares.0)への変化は\(verb.ja)。"
      )
    }
    return nil
  }
}

/// In what alone a case differs from the scenario as written.
enum CaseDifference: Hashable, CaseIterable {
  /// Its responses.
  case responses
  /// Its shocks.
  case shocks
  /// A dependency before the shock.
  case dependency
  /// Something else of the world before the shock, such as stocks.
  case baseline
  /// The model's parameters.
  case model

  /// The difference of two scenarios; nil where they differ in more than one kind, or in none.
  init?(_ first: Scenario, _ second: Scenario) {
    var found: [CaseDifference] = []
    let levers = { (scenario: Scenario, list: LeverList) in scenario.levers(of: list) }
    let same = { (list: LeverList) in levers(first, list) == levers(second, list) }
    if !same(.responses) { found.append(.responses) }
    if !same(.shocks) { found.append(.shocks) }
    if !same(.baseline) {
      let before = levers(first, .baseline)
      let after = levers(second, .baseline)
      let changed = zip(before, after).filter { $0 != $1 }
      let isOne = before.count == after.count && changed.count == 1
      let isDependency = isOne && changed[0].0.as(BaselineDependency.self) != nil
      // Two changes at once say nothing of either.
      found += isDependency ? [.dependency] : isOne ? [.baseline] : [.baseline, .baseline]
    }
    if first.model != second.model { found.append(.model) }
    guard found.count == 1 else { return nil }
    self = found[0]
  }

  /// Numbers of the cases of each kind but dependency, which has its own sentence.
  static func all(of study: RiskStudy) -> [(CaseDifference, [Int])] {
    let kinds = study.results.map { CaseDifference(study.base.scenario, $0.scenario) }
    return allCases.filter { $0 != .dependency }.compactMap { kind in
      let numbers = kinds.indices.filter { kinds[$0] == kind }
      return numbers.isEmpty ? nil : (kind, numbers)
    }
  }
}

extension Scenario {
  /// Dependencies before the shock that the scenario sets, in the file's order.
  fileprivate func shares(_ context: LeverContext) -> [SupplyShare] {
    effects(in: context).compactMap { _, effect in
      if case .share(.set(let share)) = effect { share } else { nil }
    }
  }
}
