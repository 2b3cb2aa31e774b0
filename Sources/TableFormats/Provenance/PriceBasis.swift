/// Prices other than those of the table's own year, as its title, its sheet or its file's name says.
enum PriceBasis: Equatable {
  /// Prices of the year before.
  case previousYear
  /// Prices of one base year, or volumes chained to one.
  case constant

  /// Looks for the words that providers use; nil if they say nothing, which means current prices.
  init?(_ text: String) {
    let lower = text.lowercased().replacing("_", with: " ").replacing("-", with: " ")
    let words = Set(lower.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    let saysPrices = words.contains("prices") || words.contains("price")
    if words.contains(where: { $0.hasPrefix("pyp") })
      || (lower.contains("previous year") && saysPrices)
    {
      self = .previousYear
    } else if (words.contains("constant") && saysPrices) || lower.contains("chain linked")
      || ["固定価格", "不変価格", "実質表"].contains(where: { text.contains($0) })
    {
      self = .constant
    } else {
      return nil
    }
  }

  /// What a user should know.
  var remark: Remark {
    switch self {
    case .previousYear:
      Remark(
        .warning, "previous-year-prices",
        en:
          "the table is in previous year's prices: its money does not compare with tables in current prices",
        ja: "前年価格の表です。名目価格の表とは金額を比べられません")
    case .constant:
      Remark(
        .warning, "constant-prices",
        en:
          "the table is in constant prices: its money does not compare with tables in current prices",
        ja: "固定価格(実質)の表です。名目価格の表とは金額を比べられません")
    }
  }
}
