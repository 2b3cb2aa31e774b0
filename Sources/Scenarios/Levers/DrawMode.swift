/// How something that may or may not happen counts in a run.
enum DrawMode: String, CaseIterable {
  /// By its probability.
  case expected
  /// All of it or nothing, drawn with a seed.
  case drawn

  /// Its key and that of the seed.
  static func keys(_ en: String, _ ja: String) -> [Key] {
    [
      Key(
        "mode", .choice, .standard("expected"), words: KeyTable.words(DrawMode.self),
        example: "drawn", en, ja),
      Key(
        "seed", .wholeNumber, in: Key.Bounds(0, 9_007_199_254_740_991), example: "1",
        "seed of what is drawn; vary it in an ensemble", "抽選の種。アンサンブルではこれを変える"),
    ]
  }

  /// The seed, which a drawn one needs and an expected one has no use for; nil inside of an expected one,
  /// nil where it is wrong.
  static func seed(
    _ group: ScenarioReader.Group, _ reader: inout ScenarioReader
  ) -> (seed: Int?, Void)? {
    let mode: DrawMode? = reader.choice(group["mode"])
    switch mode {
    case .expected:
      reader.remark(group["seed"], isIdleBy: "mode: expected")
      return (nil, ())
    case .drawn:
      guard let field = group["seed"] else {
        reader.report(
          ScenarioProblem.Combination.needsSeed, at: group["mode"]?.place ?? group.place)
        return nil
      }
      return reader.wholeNumber(field).map { ($0, ()) }
    case nil: return nil
    }
  }
}
