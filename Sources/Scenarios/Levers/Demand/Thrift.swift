import Diagnostics
import Quantities

/// Users need less of a commodity per unit of output, year after year.
package struct Thrift: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who saves.
  package let importers: [Partner]
  /// Sectors that save, in the table's order; nil: all users.
  package let sectors: [Int]?
  /// Share of use per unit that goes a year, 0 to less than 1.
  package let perYear: Double
  /// Share that goes at once `after` days.
  package let step: Double
  /// Days until the step; infinite: none.
  package let after: Double
  /// Whose sales had fallen on the first day by what was saved before it.
  package let displaces: Displaced
  /// First day.
  package let from: Int

  /// Makes a saving.
  package init(
    commodity: Int, importers: [Partner], sectors: [Int]?, perYear: Double, step: Double,
    after: Double, displaces: Displaced = .largest, from: Int
  ) {
    self.commodity = commodity
    self.importers = importers
    self.sectors = sectors
    self.perYear = perYear
    self.step = step
    self.after = after
    self.displaces = displaces
    self.from = from
  }

  package func effects(in context: LeverContext) -> [Effect] {
    importers.map {
      .use(
        UseSaving(
          commodity: commodity, importer: $0, sectors: sectors,
          course: .yearly(rate: perYear, step: step, after: after), isForgone: false,
          displaced: displaces, window: .since(from)))
    }
  }
}

extension Thrift: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "thrift", .group, example: "{commodity: rare earths, importers: [JPN], by: 6.7% a year}",
    "use per unit of output falls", "製品あたり使用量の削減")

  static let keys = [
    Key.commodity,
    Key(
      "importers", .names(.partner), .required, example: "[JPN]", "who saves", "削減する国"),
    Key(
      "sectors", .names(.sector), example: "[34t35]", "using sectors that save; none: all",
      "削減する使用部門。なければすべて"),
    Key(
      "by", .quantity([.share, .sharePerYear]), .standard("6.7%"), in: Key.Bounds(0, 0.99),
      example: "6.7% a year",
      "share of use per unit of output that goes a year; the default is dysprosium per magnet, halved in ten years (METI)",
      "製品あたり使用量が一年に減る割合。既定は磁石あたりジスプロシウムの十年での半減(経産省)"),
    Key(
      "step", .quantity([.share]), .standard("0%"), in: Key.Bounds(0, 1), example: "20%",
      "share that goes at once with a new technology", "新技術で一度に減る割合"),
    Key(
      "step after", .quantity([.duration]), .standard("2 years"), in: .notNegative,
      example: "2 years", "when it goes, counted from the first day", "その時期(開始からの期間)"),
    Key.displaces, Key.first(isEarly: true), Key.lead,
  ]

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importers = reader.partners(group["importers"])
    let sectors = reader.users(group["sectors"])
    let rate = reader.number(group["by"])
    let step = reader.number(group["step"])
    let after = reader.number(group["step after"])
    let displaces = reader.displaced(group["displaces"], importer: importers?.first)
    let from = reader.beginning(group)
    guard let commodity, let importers, let sectors, let rate, let step, let after, let displaces,
      let from
    else { return nil }
    if from >= 0 {
      reader.remark(group["displaces"], isIdleBy: "from: \(group["from"]?.node.text ?? "")")
    }
    if step == 0 { reader.remark(group["step after"], isIdleBy: "step: 0%") }
    self.init(
      commodity: commodity, importers: importers, sectors: sectors.isEmpty ? nil : sectors,
      perYear: rate, step: step, after: step > 0 ? after : .infinity, displaces: displaces,
      from: from)
  }
}
