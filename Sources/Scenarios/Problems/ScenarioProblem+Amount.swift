package import Diagnostics
internal import InputOutputTables

extension ScenarioProblem {
  /// Numbers, units and words.
  package enum Amount: WordedProblem, Hashable {
    /// No number, and what is accepted.
    case notANumber(String, accepted: [String])
    /// NaN, an infinity, or too large.
    case notFinite(String)
    /// Grouped digits, and the text without.
    case thousandsSeparator(String, write: String)
    /// A decimal comma, and the text with a point.
    case decimalComma(String, write: String)
    /// Full-width characters, and the text without.
    case wideCharacters(String, write: String)
    /// A number without its unit.
    case missingUnit(String, accepted: [String])
    /// A unit that is unknown or of another dimension.
    case wrongUnit(String, accepted: [String], suggestion: String?)
    /// Beyond the bounds, which are given as text.
    case outOfRange(String, lowest: String, highest: String?, isOpen: Bool)
    /// An amount beyond anything that there is.
    case tooLarge(String)
    /// A fraction where whole days or whole numbers are needed.
    case notWhole(String, days: Bool)
    /// A step that does not fill a day a whole number of times, and the nearest that does.
    case notPartOfADay(String, nearest: String)
    /// Money in another currency than the table's.
    case otherCurrency(String, table: String)
    /// A word that the key does not take.
    case notAChoice(String, key: String, accepted: [String], suggestion: String?)

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .notANumber(let text, let accepted):
        accept(
          accepted, "not-a-number", "`\(text)` is not a number", "`\(text)` は数値ではありません")
      case .notFinite(let text):
        Wording(
          "not-finite", en: "`\(text)` is not a finite number",
          ja: "`\(text)` は有限の数ではありません")
      case .thousandsSeparator(let text, let write):
        instead("thousands-separator", text, write, "groups digits", "は桁区切りを含みます")
      case .decimalComma(let text, let write):
        instead("decimal-comma", text, write, "has a decimal comma", "は小数点がコンマです")
      case .wideCharacters(let text, let write):
        instead("full-width", text, write, "has full-width characters", "は全角文字を含みます")
      case .missingUnit(let text, let accepted):
        accept(accepted, "missing-unit", "`\(text)` has no unit", "`\(text)` に単位がありません")
      case .wrongUnit(let unit, let accepted, let suggestion):
        accept(
          accepted, "wrong-unit", "the unit `\(unit)` does not fit", "単位 `\(unit)` は使えません",
          near: suggestion)
      case .outOfRange(let text, let lowest, let highest, let isOpen):
        range(text, lowest, highest, isOpen)
      case .tooLarge(let text):
        Wording(
          "too-large", en: "`\(text)` is too large", ja: "`\(text)` は大きすぎます",
          helpEn: "an amount is at most 1e30 in its base unit", helpJa: "量は基本単位で 1e30 までです")
      case .notWhole(let text, let days):
        Wording(
          "not-whole", en: "`\(text)` is not a whole number\(days ? " of days" : "")",
          ja: "`\(text)` は\(days ? "整数の日数" : "整数")ではありません")
      case .notPartOfADay(let text, let nearest):
        Wording(
          "not-part-of-a-day", en: "steps of `\(text)` do not add up to a day",
          ja: "刻み `\(text)` では一日がちょうど割り切れません",
          helpEn:
            "days are recorded whole: write `1 day`, `0.5 days`, `0.25 days`, or the nearest, `\(nearest)`",
          helpJa: "結果は一日単位です。`1 day`、`0.5 days`、`0.25 days`、または最も近い `\(nearest)` と書いてください")
      case .otherCurrency(let text, let table): otherCurrency(text, table)
      case .notAChoice(let text, let key, let accepted, let suggestion):
        accept(
          accepted, "not-a-choice", "`\(key)` cannot be `\(text)`",
          "`\(key)` に `\(text)` は使えません", near: suggestion)
      }
    }

    private func accept(
      _ accepted: [String], _ code: String, _ en: String, _ ja: String,
      near suggestion: String? = nil
    ) -> Wording {
      let near = ScenarioProblem.didYouMean(suggestion)
      let list = ScenarioProblem.list(accepted)
      return Wording(
        code, en: en + near.en, ja: ja + near.ja, helpEn: "accepted: \(list)",
        helpJa: "書けるもの: \(list)")
    }

    private func otherCurrency(_ text: String, _ table: String) -> Wording {
      Wording(
        "other-currency", en: "`\(text)` is not in the table's money, \(table)",
        ja: "`\(text)` は経済表の通貨(\(table))ではありません",
        helpEn: "no exchange rate is assumed: convert it first",
        helpJa: "為替レートは仮定しません。換算して書いてください")
    }

    private func instead(
      _ code: String, _ text: String, _ write: String, _ en: String, _ ja: String
    ) -> Wording {
      Wording(
        code, en: "`\(text)` \(en)", ja: "`\(text)` \(ja)", helpEn: "write `\(write)`",
        helpJa: "`\(write)` と書いてください")
    }

    private func range(
      _ text: String, _ lowest: String, _ highest: String?, _ isOpen: Bool
    ) -> Wording {
      let low = isOpen ? ("more than `\(lowest)`", "`\(lowest)` より大きい値") : nil
      let help =
        highest.map { ("from `\(lowest)` to `\($0)`", "`\(lowest)` から `\($0)` まで") }
        ?? ("`\(lowest)` or more", "`\(lowest)` 以上")
      return Wording(
        "out-of-range", en: "`\(text)` is out of range", ja: "`\(text)` は範囲の外です",
        helpEn: "accepted: \((low ?? help).0)", helpJa: "範囲: \((low ?? help).1)")
    }
  }
}
