import Diagnostics
import InputOutputTables
import Quantities
import RiskMetrics
import Scenarios

/// What is lost: volumes and incomes with their ranges, by quarter, which regions and industries.
enum LossFinding {
  /// One or two sentences; where nothing is lost, one that says so.
  static func list(_ study: RiskStudy, _ region: Int) -> [Bilingual] {
    let losers = losers(study)
    guard let m = study.base.measures(of: region), let volume = m.valueAddedLossShare else {
      return [hit(losers, study)].compactMap { $0 }
    }
    if losers.isEmpty, FindingText.isSmall(m.wholeLossShare ?? 0) { return [nothing(study)] }
    return [own(m, volume: volume, study), hit(losers, study)].compactMap { $0 }
  }

  /// Regions that lose more than a sentence leaves out, the largest first.
  private static func losers(_ study: RiskStudy) -> [(region: Int, loss: Double)] {
    study.base.assessment.regions.compactMap { m in
      guard study.base.isComputed(m.region), let loss = m.wholeLossShare else { return nil }
      return loss >= FindingText.least ? (m.region, loss) : nil
    }.sorted { ($1.loss, $0.region) < ($0.loss, $1.region) }
  }

  private static func nothing(_ study: RiskStudy) -> Bilingual {
    let lowest = study.base.assessment.regions.map { $0.worstDayOutputShare }.min() ?? 1
    let fall = within(1 - lowest)
    return Bilingual(
      "No region loses 0.01% of its GDP over \(study.base.assessment.days) days; output stays within \(fall) of its usual on every day.",
      "\(study.base.assessment.days)日間にGDPの0.01%以上を失う地域はない。産出は毎日、通常の\(fall)以内に収まる。")
  }

  /// The next of 0.1%, 1% and ten that a fall stays under.
  private static func within(_ fall: Double) -> String {
    fall < 0.001 ? "0.1%" : fall < 0.01 ? "1%" : NumberFormat.brief(fall, as: .percent)
  }

  /// What the leading region loses.
  private static func own(_ m: RegionMeasures, volume: Double, _ study: RiskStudy) -> Bilingual {
    let name = study.name(of: m.region).inSentence
    let days = study.base.assessment.days
    let lost = FindingText.percent(volume)
    let spread = spread(m.region, study)
    let output = output(m, study)
    let income = income(m, study)
    let quarters = quarters(m, of: days)
    return Bilingual(
      "Lost volumes cost \(name.en) \(lost.en) of GDP over \(days) days\(spread.en)\(quarters.en)\(income.en); \(output.en).",
      "数量減による\(name.ja)の損失は\(days)日間でGDPの\(lost.ja)\(spread.ja)\(quarters.ja)\(income.ja)。\(output.ja)。"
    )
  }

  /// The range of the volume loss over what was run.
  private static func spread(_ region: Int, _ study: RiskStudy) -> Bilingual {
    let parts =
      [LossRange.Assumption.variety, .dial].compactMap { assumption -> Bilingual? in
        guard let ends = study.range(of: region, over: assumption) else { return nil }
        let range = FindingText.range(ends)
        let words = assumption.words
        return Bilingual("\(range.en) \(words.en)", "\(words.ja)で\(range.ja)")
      } + [drawn(region, study)].compactMap { $0 }
    guard !parts.isEmpty else { return Bilingual(same: "") }
    let list = FindingText.list(parts)
    return Bilingual(" (\(list.en))", "（\(list.ja)）")
  }

  /// The range of the volume loss over draws.
  private static func drawn(_ region: Int, _ study: RiskStudy) -> Bilingual? {
    guard let drawn = study.drawn,
      let range = DrawnRange(drawn.own.map { $0.measures(of: region)?.valueAddedLossShare }),
      let low = range.low, let high = range.high
    else { return nil }
    let words = FindingText.range((low, high))
    return Bilingual(
      "\(words.en) in nine of ten of \(drawn.count) draws", "\(drawn.count)回の抽出の9割で\(words.ja)")
  }

  /// The loss of each whole quarter of the run, where there are several.
  private static func quarters(_ m: RegionMeasures, of days: Int) -> Bilingual {
    let shares = m.quarterLossShares.prefix(4 * days / 365)
    guard shares.count > 1, shares.contains(where: { $0 >= 10 * FindingText.least }) else {
      return Bilingual(same: "")
    }
    if shares.count > 4, let worst = shares.indices.max(by: { shares[$0] < shares[$1] }) {
      let loss = FindingText.percent(shares[worst])
      return Bilingual(
        ", at the worst \(loss.en) of a quarter's GDP (quarter \(worst + 1) of \(shares.count))",
        "、最悪の四半期（\(shares.count)期中の第\(worst + 1)期）は当期GDPの\(loss.ja)")
    }
    let list = FindingText.list(shares.map(FindingText.percent))
    return Bilingual(
      ", quarter by quarter \(list.en) of the quarter's GDP", "、四半期ごとに当期GDPの\(list.ja)")
  }

  private static func income(_ m: RegionMeasures, _ study: RiskStudy) -> Bilingual {
    // Exactly 0: no price moved.
    guard let loss = m.incomeLossShare, loss != 0 else { return Bilingual(same: "") }
    let share = FindingText.percent(loss)
    let ends = study.range(of: m.region, over: .propensity)
    let range = ends.map(FindingText.range)
    let propensity = LossRange.Assumption.propensity.words
    return Bilingual(
      ", and dearer imports another \(share.en) in income"
        + (range.map { " (\($0.en) \(propensity.en))" } ?? ""),
      "、輸入価格上昇による所得減が別に\(share.ja)" + (range.map { "（\(propensity.ja)で\($0.ja)）" } ?? ""))
  }

  /// How far output falls on the worst day, and when it is back.
  private static func output(_ m: RegionMeasures, _ study: RiskStudy) -> Bilingual {
    let fall = 1 - m.worstDayOutputShare
    guard fall >= 0.01, let worst = m.worstDay else {
      let bound = within(fall)
      return Bilingual(
        "output stays within \(bound) of its usual on every day", "産出は毎日、通常の\(bound)以内に収まる")
    }
    let share = FindingText.percent(fall)
    let day = FindingText.day(worst, of: study)
    let back = m.recoveryDay.map { FindingText.day($0, of: study) }
    return Bilingual(
      "output is \(share.en) down on the worst day, \(day.en), and "
        + (back.map { "stays above 99% from \($0.en) on" } ?? "is not back at 99% by the end"),
      "産出は最悪日の\(day.ja)に\(share.ja)減り、"
        + (back.map { "\($0.ja)以降は99%を上回る" } ?? "期末までに99%に戻らない"))
  }

  /// The other regions and the industries that lose most.
  private static func hit(_ losers: [(region: Int, loss: Double)], _ study: RiskStudy) -> Bilingual?
  {
    guard !losers.isEmpty else { return nil }
    let uncounted = UncountedExporters(study).regions
    let counted = losers.filter { !uncounted.contains($0.region) }
    let regions = FindingText.list(
      counted.prefix(4).map { region, loss in
        let name = study.name(of: region)
        let share = FindingText.percent(loss)
        return Bilingual("\(name.en) \(share.en)", "\(name.ja)\(share.ja)")
      })
    let all = study.economy.table.regions.count
    let industries = industries(study, besides: uncounted)
    let who =
      switch losers.count {
      case 1 where all == 1: "The table's one region loses"
      case 1: "One of \(all) regions loses"
      case all: "All \(all) regions lose"
      default: "\(losers.count) of \(all) regions lose"
      }
    return Bilingual(
      "\(who) 0.01% of GDP or more, volumes and incomes together: \(losers.count > counted.prefix(4).count ? "most " : "")\(regions.en)\(industries.en).",
      "数量と所得を合わせGDPの0.01%以上を失うのは\(all)地域中\(losers.count)地域：\(regions.ja)\(losers.count > counted.prefix(4).count ? "など" : "")\(industries.ja)。"
    )
  }

  private static func industries(_ study: RiskStudy, besides uncounted: Set<Int>) -> Bilingual {
    let nodeRegion = study.economy.table.nodeRegion
    let worst = study.base.assessment.nodes.filter {
      study.base.isComputed(nodeRegion[$0.node]) && $0.outputLossShare >= 0.001
        && !uncounted.contains(nodeRegion[$0.node])
    }.prefix(3)
    guard !worst.isEmpty else { return Bilingual(same: "") }
    let list = FindingText.list(
      worst.map { node in
        let name = study.industry(ofNode: node.node)
        let share = FindingText.percent(-node.outputLossShare).en
        return Bilingual("\(name.en) (\(share))", "\(name.ja)（\(share)）")
      })
    return Bilingual(
      "; most value is lost in \(list.en) of output", "。損失額の大きい部門は\(list.ja)（産出の変化）")
  }
}

extension LossRange.Assumption {
  /// What is varied, over which range.
  var words: Bilingual {
    let low = NumberFormat.brief(ends.lowerBound)
    let high = NumberFormat.brief(ends.upperBound)
    return switch self {
    case .propensity:
      Bilingual("for a propensity of \(low) to \(high)", "性向\(low)〜\(high)")
    case .variety: Bilingual("for a reach K of \(low) to \(high)", "波及度K \(low)〜\(high)")
    case .dial:
      Bilingual(
        "for a criticality dial of \(low) to \(high)", "重要度ダイヤル\(low)〜\(high)")
    }
  }
}

extension RiskStudy {
  /// Region and industry of a node in words, such as `Transport Equipment of Japan`.
  func industry(ofNode node: Int) -> Bilingual {
    let sector = economy.table.sectors[economy.table.nodeSector[node]]
    let region = name(of: economy.table.nodeRegion[node])
    let name = sector.name.replacing(",", with: ", ").replacing(",  ", with: ", ")
    return Bilingual("\(region.en): \(name)", "\(region.ja)の\(sector.nameJa)")
  }
}
