/// The share of imports in what is used at home of a product: one share for all users.
///
/// The assumption of proportional imports (United Nations, Handbook on Supply, Use and Input-Output
/// Tables, 2018, chapter 8): exports are made at home.
struct ImportShare {
  /// The share, 0 to 1.
  let share: Double
  /// Whether the figures ask for a share beyond 0 to 1.
  let isCut: Bool

  /// Imports and all use but exports, in one unit.
  init(imports: Double, domesticUse: Double) {
    let wanted = domesticUse > 0 ? imports / domesticUse : 0
    share = min(1, max(0, wanted))
    isCut = share != wanted || (domesticUse <= 0 && imports != 0)
  }

  /// What to tell of products whose shares were cut.
  static func remark(cut: [String]) -> Remark? {
    guard !cut.isEmpty else { return nil }
    return Remark(
      .warning, "import-share-cut",
      en: "import shares beyond 0 to 1 cut: \(cut.joined(separator: ", "))",
      ja: "0〜1 を外れる輸入割合を切り詰めました：\(cut.joined(separator: "、"))")
  }
}
