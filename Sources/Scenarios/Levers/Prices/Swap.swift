package import Diagnostics
import Quantities

/// A line of foreign currency holds a depreciation while it lasts.
package struct Swap: Lever {
  /// The line.
  package let line: CurrencySwap

  /// Makes a swap.
  package init(_ line: CurrencySwap) { self.line = line }

  package func effects(in context: LeverContext) -> [Effect] { [.money(.swap(line))] }
}

extension Swap {
  package func missing(among levers: [AnyLever]) -> Bilingual? {
    levers.contains { $0.as(Currency.self)?.region == line.region }
      ? nil
      : Bilingual(
        "no `currency` of this region loses value: there is nothing to hold",
        "この地域の `currency`(通貨の減価)がないため、抑えるものがありません")
  }
}

extension Swap: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "swap", .group, example: "{region: JPN, cap: 5%, line: 100 billion USD}",
    "a currency swap", "通貨スワップ")

  static let keys =
    [
      Key(
        "region", .name(.region), .required, example: "JPN", "whose currency", "通貨の地域"),
      Key(
        "cap", .quantity([.share]), .required, in: .share, example: "5%",
        "depreciation that it holds while the line lasts", "枠が続く間に抑える減価率"),
      Key(
        "line", .quantity([.money]), .required, in: .notNegative, example: "100 billion USD",
        "the line", "枠"),
      Key(
        "drain", .quantity([.number]), .standard("1"), in: Key.Bounds(0, 10), example: "1",
        "what is drawn a day, as a multiple of imports times the depreciation held off; an assumption, 0.3 to 3",
        "一日の引出し。抑えた減価率と輸入額の積に対する倍率(仮定、0.3〜3)"),
      Key(
        "spread", .quantity([.share, .sharePerYear]), .standard("0.5%"), in: .share,
        example: "0.5% a year",
        "cost of what is drawn, a year; an assumption", "引き出した額の年間費用(仮定)"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let region = reader.region(group["region"])
    let cap = reader.number(group["cap"])
    let line = reader.number(group["line"])
    let drain = reader.number(group["drain"])
    let spread = reader.number(group["spread"])
    let window = reader.window(group)
    guard let region, let cap, let line, let drain, let spread, let window else { return nil }
    self.init(
      CurrencySwap(
        region: region, cap: cap, line: line, drain: drain, spread: spread, window: window))
  }
}
