package import Diagnostics
internal import InputOutputTables

/// Why a static model cannot be made of a table, or of two.
package enum StaticsProblem: WordedProblem, Hashable {
  /// No final-demand column is household consumption.
  case noHouseholds
  /// Households spend so much of their income that each round is larger than the last.
  case explosiveSpending
  /// Two tables whose nodes differ; labels of one that the other does not have, at most five.
  case differentNodes(first: String, second: String, examples: [String])
  /// Two tables with the same nodes in another order.
  case differentOrder(first: String, second: String)
  /// Two tables in money that no unit converts.
  case differentMoney(first: String, second: String)
  /// A change after which the coefficients cannot be inverted.
  case singularChange

  /// The problem's code and its sentences.
  package var wording: Wording {
    switch self {
    case .noHouseholds:
      Wording(
        "no-households", en: "the table has no column of household consumption",
        ja: "家計消費の列がありません",
        helpEn: "type II closes the model by a column labelled such as `JPN_HFCE`",
        helpJa: "第II種乗数は `JPN_HFCE` のような列でモデルを閉じます")
    case .explosiveSpending:
      Wording(
        "explosive-spending",
        en: "households spend more than production can return to them as income",
        ja: "家計の支出が生産から戻る所得を上回り、波及が収束しません",
        helpEn: "check which value-added items are income and which columns are consumption",
        helpJa: "付加価値のどの項目が所得か、どの列が消費かを確認してください")
    case let .differentNodes(first, second, examples):
      Wording(
        "different-nodes",
        en: "`\(first)` and `\(second)` do not have the same nodes: \(quoted(examples))",
        ja: "`\(first)` と `\(second)` のノードが異なります：\(quoted(examples))",
        helpEn: "bring both tables to the same regions and sectors first",
        helpJa: "先に両方の表を同じ地域・部門にそろえてください")
    case let .differentOrder(first, second):
      Wording(
        "different-order", en: "`\(first)` and `\(second)` have their nodes in different orders",
        ja: "`\(first)` と `\(second)` ではノードの順序が異なります",
        helpEn: "order the rows and columns of one like the other's",
        helpJa: "一方の行と列を他方の順序にそろえてください")
    case let .differentMoney(first, second):
      Wording(
        "different-money", en: "the tables are in different money, `\(first)` and `\(second)`",
        ja: "貨幣単位が異なります：`\(first)` と `\(second)`",
        helpEn: "multiply one of them by the exchange rate and state its unit in economy.csv",
        helpJa: "一方の表を為替レートで換算し、economy.csv の unit に単位を書いてください")
    case .singularChange:
      Wording(
        "singular-change", en: "after the change the coefficients cannot be inverted",
        ja: "変更後の係数に逆行列がありません",
        helpEn: "change less, or fewer links at once",
        helpJa: "変更を小さくするか、対象を減らしてください")
    }
  }

  private func quoted(_ labels: [String]) -> String {
    labels.map { "`\($0)`" }.joined(separator: ", ")
  }
}
