import Quantities

/// Members tell each other what they have in store, and hoard less.
package struct ShareInformation: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Members.
  package let members: [Partner]
  /// Share of their hoarding that it removes, 0 to 1.
  package let share: Double
  /// When.
  package let window: Window

  /// Makes an exchange of information.
  package init(commodity: Int, members: [Partner], share: Double, window: Window) {
    self.commodity = commodity
    self.members = members
    self.share = share
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    members.map {
      .stock(
        .inform(
          StockInformation(commodity: commodity, importer: $0, share: share, window: window)))
    }
  }
}

extension ShareInformation: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "share information", .group,
    example: "{commodity: crude oil, members: [JPN, KOR, CHN], share: 50%}",
    "members tell each other their stocks and hoard less", "備蓄情報の共有")

  static let keys =
    [
      Key.commodity,
      Key(
        "members", .names(.partner), .required, example: "[JPN, KOR]", "members", "参加国"),
      Key(
        "share", .quantity([.share]), .required, in: .share, example: "50%",
        "share of their hoarding that it removes", "買いだめが減る割合"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let members = reader.partners(group["members"])
    let share = reader.number(group["share"])
    let window = reader.window(group)
    guard let commodity, let members, let share, let window else { return nil }
    self.init(commodity: commodity, members: members, share: share, window: window)
  }
}
