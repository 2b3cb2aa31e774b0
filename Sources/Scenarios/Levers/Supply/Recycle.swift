package import Commodities
package import Diagnostics
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Recycled supply at home takes the place of purchases.
package struct Recycle: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who recycles.
  package let importer: Partner
  /// Share of use that comes back, 0 to 1.
  package let rate: Double
  /// Whose sales fall.
  package let displaces: Displaced
  /// Years until what is used comes back.
  package let lag: Double
  /// Growth of use a year: what comes back is of use as it was.
  package let growth: Double
  /// What it costs above the base price, a share of it.
  package let premium: Double
  /// Share of that which the government pays, 0 to 1.
  package let subsidy: Double
  /// When.
  package let window: Window

  /// Makes a recycling.
  package init(
    commodity: Int, importer: Partner, rate: Double, displaces: Displaced, lag: Double = 1,
    growth: Double = 0, premium: Double = 0, subsidy: Double = 0, window: Window
  ) {
    self.commodity = commodity
    self.importer = importer
    self.rate = rate
    self.displaces = displaces
    self.lag = lag
    self.growth = growth
    self.premium = premium
    self.subsidy = subsidy
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    let move = SupplyMove(
      commodity: commodity, importer: importer, from: displaces,
      to: [SupplyMove.Target(origin: importer, part: 1)],
      extent: .share(min(1, rate * pow(1 + growth, -lag))), hasSpare: false, window: window)
    let parts: [(Payment.Payer, Double)] = [
      (.buyers(importer), premium * (1 - subsidy)), (.government(importer), premium * subsidy),
    ]
    return [.share(.move(move))]
      + parts.filter { $0.1 != 0 }.map { payer, premium in
        .money(
          .cost(
            Payment(
              commodity: commodity, payer: payer,
              basis: .moved(premium: premium, isAbroad: false), importer: importer,
              window: window)))
      }
  }

  package func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] {
    guard index == self.commodity else { return [] }
    let share = NumberFormat.brief(rate, as: .percent)
    let whom = displaces.words
    return [
      Bilingual(
        "\(commodity.name): \(importer.code) recycles \(share) of its use at home, instead of purchases from \(whom.en); no ban stops it.",
        "\(commodity.nameJa)：\(importer.code)は使用量の\(share)を国内で再生し、\(whom.ja)からの購入に代える。禁輸の影響を受けない。"
      )
    ]
  }
}

extension Recycle: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "recycle", .group,
    example: "{commodity: rare earths, importer: JPN, rate: 10%, displaces: CHN}",
    "recycled supply grows", "リサイクル供給の拡大")

  static let keys =
    [
      Key.commodity,
      Key(
        "importer", .name(.partner), .required, example: "JPN", "who recycles", "再生する国"),
      Key(
        "rate", .quantity([.share]), .required, in: .share, example: "10%",
        "share of use that comes back", "使用量に対する再生の割合"),
      Key.displaces,
      Key(
        "lag", .quantity([.duration]), .standard("1 years"), in: .notNegative, example: "12 years",
        "years until what is used comes back: 1 for scrap, 12 for products at their end of life",
        "使用から再生までの年数。工程くずは1年、使用済み製品は12年"),
      Key(
        "growth", .quantity([.share, .sharePerYear]), .standard("0%"), in: Key.Bounds(-0.5, 1),
        example: "3% a year",
        "growth of use a year: what comes back is of use as it was", "使用量の年成長率(再生されるのは過去の使用分)"),
      Key.premium(
        "50%", "what it costs above the base price; an assumption", "基準価格に対する上乗せ(仮定)"),
      Key(
        "processing subsidy", .quantity([.share]), .standard("0%"), in: .share, example: "50%",
        "share of the premium that the government pays", "上乗せ分のうち政府が負担する割合"),
    ] + Key.window(isEarly: true)

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importer = reader.importer(group["importer"])
    let rate = reader.number(group["rate"])
    let displaces = reader.displaced(group["displaces"], importer: importer)
    let lag = reader.number(group["lag"])
    let growth = reader.number(group["growth"])
    let premium = reader.number(group["premium"])
    let subsidy = reader.number(group["processing subsidy"])
    if growth == 0 { reader.remark(group["lag"], isIdleBy: "growth: 0%") }
    if premium == 0 { reader.remark(group["processing subsidy"], isIdleBy: "premium: 0%") }
    let window = reader.window(group)
    guard let commodity, let importer, let rate, let displaces, let lag, let growth, let premium,
      let subsidy, let window
    else { return nil }
    self.init(
      commodity: commodity, importer: importer, rate: rate, displaces: displaces,
      lag: lag / 365, growth: growth, premium: premium, subsidy: subsidy, window: window)
  }
}
