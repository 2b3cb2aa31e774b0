import Quantities

/// Keys that several levers share, with paths from the lever's group on.
extension Key {
  /// When something is in force: `from`, `lead`, `ramp`, `for` and `recovery` (LEVERS.md 0.1); ramp and
  /// recovery yield to alternatives. `ramp`: its default, nil where the lever has a ramp of its own;
  /// `isEarly`: whether it may have begun before the first day.
  static func window(
    from: String = "from", isEarly: Bool = false, ramp: String? = "0 days",
    unless alternatives: String...
  ) -> [Key] {
    let growing = ramp.map {
      Key(
        "ramp", .quantity([.duration]), .standard($0), in: .notNegative, unless: alternatives,
        example: $0 == "0 days" ? "90 days" : $0,
        "days from then until it is in full force, in a straight line",
        "そこから全面的に効くまでの日数(直線的に増える)")
    }
    return [first(from, isEarly: isEarly), lead] + [growing].compactMap { $0 } + [
      Key(
        "for", .wholeDays, .standard("unlimited"), in: Key.Bounds(1, 36_500),
        words: ["unlimited"], example: "30 days",
        "number of days in force, those of a ramp among them", "効いている日数(増える間を含む)"),
      Key(
        "recovery", .recovery, .standard("immediate"), unless: alternatives,
        example: "linear over 60 days",
        "how it fades afterwards: `immediate`, or `linear`, `exponential` or `logistic` over a time",
        "その後の薄れ方。`immediate`、または `linear`・`exponential`・`logistic` と期間"),
    ]
  }

  /// The first day of something that takes some days to begin.
  static func first(_ name: String = "from", isEarly: Bool = false) -> Key {
    Key(
      name, .moment, .standard("day 0"), in: Key.Bounds(isEarly ? -36_500 : 0, 36_500),
      example: isEarly ? "day -365" : "day 5",
      "first day in force: `day 5`, or a date if `start` is given"
        + (isEarly ? "; a day before 0 for what began earlier" : ""),
      "最初の日。`day 5`、または `start` があれば日付" + (isEarly ? "。前からの施策は負の日" : ""))
  }

  /// Days until something that was begun takes effect.
  static let lead = Key(
    "lead", .wholeDays, .standard("0 days"), in: Key.Bounds(0, 36_500), example: "30 days",
    "whole days from then until it begins to act", "そこから効き始めるまでの日数")

  /// A trade link: exporter, importer and products.
  static let link: [Key] =
    [
      Key(
        "exporter", .name(.partner), .required, example: "CHN",
        "exporting region, country or group", "輸出する地域・国・グループ"),
      Key(
        "importer", .name(.partner), example: "JPN",
        "importing region or country; none: every other", "輸入する地域・国。なければ他のすべて"),
      Key(
        "products", .names(.product), .required, example: "[rare earths, 30t33]",
        "commodities or sectors", "重要物資または部門"),
    ]

  /// Producers that a loss hits.
  static let nodes =
    Key(
      "nodes", .names(.node), .required, example: "[JPN.34t35, KOR.*]",
      "producers: `REGION.SECTOR`, `REGION.*`, `*.SECTOR`",
      "生産者。`地域.部門`、`地域.*`、`*.部門`")

  /// The commodity that a lever acts on.
  static let commodity =
    Key(
      "commodity", .name(.commodity), .required, example: "crude oil",
      "the commodity", "対象の重要物資")

  /// The importer that a lever of supply acts for.
  static func importer(_ en: String = "the importer", _ ja: String = "輸入国") -> Key {
    Key("importer", .name(.partner), .required, example: "JPN", en, ja)
  }

  /// Whose sales fall.
  static let displaces =
    Key(
      "displaces", .name(.partner), .standard("largest"), words: ["largest", "pro rata"],
      example: "CHN",
      "origin whose sales fall: a country or group, the `largest` seller, or all `pro rata`",
      "販売が減る供給元。国・グループ、`largest`(最大の供給元)、または `pro rata`(比例)")

  /// Who pays for what a country does.
  static let paidBy =
    Key(
      "paid by", .choice, .standard("buyers"), words: ["buyers", "government"],
      example: "government", "who pays: users of the commodity, or the government",
      "負担者。使用者(buyers)または政府(government)")

  /// What something costs more than the base price.
  static func premium(_ standard: String, _ en: String, _ ja: String) -> Key {
    Key(
      "premium", .quantity([.share]), .standard(standard), in: Key.Bounds(-1, 10),
      example: standard, en, ja)
  }
}
