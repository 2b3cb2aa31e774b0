internal import Commodities
internal import Diagnostics
internal import Quantities

/// Why a stock that may be given is not.
enum UnusedReason: Hashable {
  /// Nothing is in it.
  case empty
  /// Nobody who may have it is short while it is open.
  case nobodyShort
  /// The price does not rise as far as it asks for; shares above the base.
  case priceBelow(above: Double, peak: Double)
  /// What it waits for does not happen, or nobody is short from then on.
  case closed
  /// What it gives is on its way when the run ends.
  case late(horizon: Int)
  /// Nobody who is short has a part of it in time.
  case reachesNobody

  /// One reason for all cases of a file, true in each of them; nil without any.
  init?(_ cases: [UnusedReason]) {
    guard let first = cases.first else { return nil }
    let all = Set(cases)
    if all.count == 1 {
      self = first
    } else if let price = UnusedReason.price(of: cases) {
      self = price
    } else {
      self = all.isSubset(of: [.nobodyShort, .closed]) ? .closed : .reachesNobody
    }
  }

  /// The highest price of all cases, where that is the reason in each and what is asked for is the same.
  private static func price(of cases: [UnusedReason]) -> UnusedReason? {
    var peaks: [Double] = []
    var asked: Set<Double> = []
    for reason in cases {
      guard case .priceBelow(let above, let peak) = reason else { return nil }
      peaks.append(peak)
      asked.insert(above)
    }
    guard asked.count == 1, let above = asked.first, let peak = peaks.max() else { return nil }
    return .priceBelow(above: above, peak: peak)
  }

  /// The reason in words.
  func words(of commodity: Commodity, _ holders: [String]) -> Bilingual {
    let places = holders.map { "`\($0)`" }.joined(separator: ", ")
    let (name, nameJa) = (commodity.name, commodity.nameJa)
    switch self {
    case .empty: return Bilingual("its volume is 0", "放出量が0です")
    case .nobodyShort:
      return Bilingual(
        "no more is given than is short, and of `\(name)` nothing is while it lasts in \(places)",
        "放出は不足分までで、その期間に \(places) で`\(nameJa)`は不足しません")
    case .priceBelow(let above, let peak):
      let (asked, highest) = (
        NumberFormat.brief(above, as: .percent), NumberFormat.brief(peak, as: .percent)
      )
      return Bilingual(
        "it waits for a price of `\(name)` of more than \(asked) above the base, and the highest is \(highest) above",
        "`\(nameJa)`の価格が基準を\(asked)超上回ると始まる設定ですが、最高でも\(highest)高です")
    case .closed:
      return Bilingual(
        "what its `when` asks for does not happen for as long as that, or of `\(name)` nothing is short in \(places) while it is open",
        "`when` の条件がその日数続かないか、放出できる期間に \(places) で`\(nameJa)`が不足しません")
    case .late(let horizon):
      return Bilingual(
        "what it gives would arrive after the last of \(horizon) days",
        "放出分の到着は計算期間(\(horizon)日)より後です")
    case .reachesNobody:
      return Bilingual(
        "nothing of it reaches anyone who is short of `\(name)` in \(places) within the run",
        "計算期間内に \(places) の`\(nameJa)`の不足に届く放出がありません")
    }
  }
}
