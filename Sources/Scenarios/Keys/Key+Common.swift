/// Keys that several levers share, with paths from the lever's group on.
extension Key {
  /// When something is in force: `from`, `for` and `recovery`; the last yields to alternatives.
  static func window(from: String = "from", unless alternatives: String...) -> [Key] {
    [
      Key(
        from, .moment, .standard("day 0"), in: Key.Bounds(0, 36_500),
        example: "day 5", "first day in force: `day 5`, or a date if `start` is given",
        "最初の日。`day 5`、または `start` があれば日付"),
      Key(
        "for", .wholeDays, .standard("unlimited"), in: Key.Bounds(1, 36_500),
        words: ["unlimited"], example: "30 days", "number of days in full force",
        "全面的に効く日数"),
      Key(
        "recovery", .recovery, .standard("immediate"), unless: alternatives,
        example: "linear over 60 days",
        "how it fades afterwards: `immediate`, or `linear`, `exponential` or `logistic` over a time",
        "その後の薄れ方。`immediate`、または `linear`・`exponential`・`logistic` と期間"),
    ]
  }

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
}
