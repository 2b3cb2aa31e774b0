package import Diagnostics
internal import InputOutputTables

extension ScenarioProblem {
  /// Dates, recoveries and triggers.
  package enum Moment: WordedProblem, Error, Hashable {
    /// No date in the form `2026-03-02`.
    case notADate(String)
    /// A date that no calendar has.
    case noSuchDay(String)
    /// Neither `day 12` nor a date.
    case notAMoment(String)
    /// A date although the scenario has no start.
    case needsStart(String)
    /// A date before the start.
    case beforeStart(String, start: String)
    /// No recovery path.
    case notARecovery(String, suggestion: String?)
    /// A recovery too short for its path.
    case recoveryTooShort(String, least: String, isOpen: Bool)
    /// A day counted from an entry that is not there, or has no first day.
    case afterNothing(String)
    /// A moment that counts from an entry which is off, or could not be read.
    case afterMissing(String)
    /// The same where an entry before that one stands in: the day that it counts from.
    case afterAnother(String, day: Int)
    /// No trigger.
    case notATrigger(String)

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .notADate(let text):
        Wording(
          "not-a-date", en: "`\(text)` is not a date", ja: "`\(text)` は日付ではありません",
          helpEn: "write year, month and day as `2026-03-02`",
          helpJa: "`2026-03-02` のように年月日を書いてください")
      case .noSuchDay(let text):
        Wording(
          "no-such-day", en: "there is no day `\(text)`", ja: "`\(text)` という日はありません")
      case .notAMoment(let text):
        Wording(
          "not-a-moment", en: "`\(text)` is not a day of the run",
          ja: "`\(text)` は計算上の日ではありません",
          helpEn: "write `day 12`, `2026-03-02`, or `after 30 days` to count from the entry before",
          helpJa: "`day 12`、`2026-03-02`、または前の項目から数える `after 30 days` と書いてください")
      case .needsStart(let text):
        Wording(
          "needs-start", en: "`\(text)` is a date, and the scenario has no `start`",
          ja: "日付 `\(text)` がありますが、`start` がありません",
          helpEn: "add `start: 2026-03-02`, or write `day 12`",
          helpJa: "`start: 2026-03-02` を加えるか、`day 12` と書いてください")
      case .beforeStart(let text, let start):
        Wording(
          "before-start", en: "`\(text)` lies before the start, \(start)",
          ja: "`\(text)` は開始日 \(start) より前です")
      case .notARecovery(let text, let suggestion): notARecovery(text, suggestion)
      case .recoveryTooShort(let path, let least, let isOpen):
        Wording(
          "recovery-too-short",
          en: "`\(path)` takes \(isOpen ? "more than \(least)" : "\(least) or more")",
          ja: "`\(path)` の期間は \(least) \(isOpen ? "より長く" : "以上に")してください")
      case .afterMissing(let text):
        Wording(
          "after-missing",
          en: "`\(text)` counts from an entry that is off, or that has a mistake",
          ja: "`\(text)` の起点となる項目が off か、誤りがあります",
          helpEn: "write a date or a day instead", helpJa: "日付か日数で書いてください")
      case .afterAnother(let text, let day):
        Wording(
          "after-another",
          en:
            "the entry before it is off: `\(text)` counts from day \(day), of the one before that",
          ja: "直前の項目が off のため、`\(text)` はさらに前の項目の\(day)日目から数えます",
          helpEn: "write a date to keep its day", helpJa: "日を変えないときは日付で書いてください")
      case .afterNothing(let text):
        Wording(
          "after-nothing", en: "there is no entry before it for `\(text)` to count from",
          ja: "`\(text)` の起点となる前の項目がありません",
          helpEn: "put it after the entry that it follows, or write `day 12`",
          helpJa: "起点となる項目の後に置くか、`day 12` のように書いてください")
      case .notATrigger(let text):
        Wording(
          "not-a-trigger", en: "`\(text)` does not say when to start",
          ja: "`\(text)` は開始の条件ではありません",
          helpEn: "write `shortfall above 5% for 3 days`",
          helpJa: "`shortfall above 5% for 3 days` のように書いてください")
      }
    }

    private func notARecovery(_ text: String, _ suggestion: String?) -> Wording {
      let near = ScenarioProblem.didYouMean(suggestion)
      return Wording(
        "not-a-recovery", en: "`\(text)` is not a recovery" + near.en,
        ja: "`\(text)` は回復の書き方ではありません" + near.ja,
        helpEn:
          "write `immediate`, or `linear`, `exponential` or `logistic` and a time, as `linear over 30 days`",
        helpJa:
          "`immediate`、または `linear over 30 days` のように `linear`・`exponential`・`logistic` と期間")
    }
  }
}
