package import Diagnostics

/// What can be wrong with `--vary`.
package enum SweepProblem: WordedProblem, Error, Hashable {
  /// No `=` between path and values.
  case noEquals(String)
  /// A path that would append to a list at every point.
  case appends(String)
  /// A key that a sweep cannot vary.
  case fixed(String)
  /// A path that leads to no key of a scenario.
  case unknownKey(String, suggestion: String?)
  /// Nothing where a value should be.
  case noValue(String, example: String)
  /// A range of a key that has no numbers or days.
  case noRange(String, path: String)
  /// A range without its step.
  case noStep(String, example: String)
  /// A range without a value in it.
  case emptyRange(String)
  /// More values than a sweep takes.
  case tooMany(String, most: Int)
  /// A value that the key does not take.
  case notAValue(String, path: String, units: [String], words: [String])
  /// An end of a range that is no day.
  case notADay(String, path: String)
  /// A step between days that is no whole number of them.
  case notWholeDays(String)
  /// A range from a date to a day of the run, or back.
  case mixedDays(String)
  /// A path on two axes.
  case twice(String)

  /// The problem's code and its sentences.
  package var wording: Wording {
    switch self {
    case .noEquals(let text): Self.noEquals(text)
    case .appends(let path): Self.appends(path)
    case .fixed(let path): Self.fixed(path)
    case .unknownKey(let path, let suggestion): Self.unknownKey(path, suggestion)
    case .twice(let path): Self.twice(path)
    case .tooMany(let text, let most): Self.tooMany(text, most)
    case .noValue(let text, let example): Self.noValue(text, example)
    case .notAValue(let text, let path, let units, let words):
      Self.notAValue(text, path, units, words)
    case .noRange(let text, let path): Self.noRange(text, path)
    case .noStep(let text, let example): Self.noStep(text, example)
    case .emptyRange(let text): Self.emptyRange(text)
    case .notADay(let text, let path): Self.notADay(text, path)
    case .notWholeDays(let text): Self.notWholeDays(text)
    case .mixedDays(let text): Self.mixedDays(text)
    }
  }
}

// MARK: - Paths

extension SweepProblem {
  private static func noEquals(_ text: String) -> Wording {
    Wording(
      "vary-no-equals", en: "`\(text)` names no values", ja: "`\(text)` に値がありません",
      helpEn: "write `path=one, two` or `path=from..to:step`",
      helpJa: "`パス=値, 値` または `パス=始まり..終わり:刻み` と書いてください")
  }

  private static func appends(_ path: String) -> Wording {
    Wording(
      "vary-appends", en: "`\(path)` is not in the file: `[+]` adds an item",
      ja: "`\(path)` はファイルにありません。`[+]` は項目を加えます",
      helpEn: "add the item with --set, and vary it by its position, which counts from 0",
      helpJa: "--set で項目を加え、0 から数えた番号で指定してください")
  }

  private static func fixed(_ path: String) -> Wording {
    Wording(
      "vary-fixed", en: "a sweep cannot vary `\(path)`", ja: "感度分析で `\(path)` は変えられません",
      helpEn: "to lay economies side by side use `sonae compare`",
      helpJa: "経済表を並べるには `sonae compare` を使ってください")
  }

  private static func unknownKey(_ path: String, _ suggestion: String?) -> Wording {
    let near = ScenarioProblem.didYouMean(suggestion)
    return Wording(
      "vary-unknown-key", en: "`\(path)` is no key of a scenario" + near.en,
      ja: "`\(path)` というキーはありません" + near.ja,
      helpEn: "`sonae explain` lists the keys; positions count from 0, as in shocks[0].closure.by",
      helpJa: "`sonae explain` でキーを確認してください。番号は0から数えます")
  }

  private static func twice(_ path: String) -> Wording {
    Wording(
      "vary-twice", en: "`\(path)` varies twice", ja: "`\(path)` が二度指定されています",
      helpEn: "put all its values into one --vary", helpJa: "値を一つの --vary にまとめてください")
  }
}

// MARK: - Values

extension SweepProblem {
  private static func tooMany(_ text: String, _ most: Int) -> Wording {
    Wording(
      "vary-too-many", en: "`\(text)` makes more than \(most) scenarios",
      ja: "`\(text)` のシナリオは\(most)件を超えます",
      helpEn: "take a larger step, or fewer values", helpJa: "刻みを大きくするか、値を減らしてください")
  }

  private static func noValue(_ text: String, _ example: String) -> Wording {
    Wording(
      "vary-no-value", en: "`\(text)` has a place without a value",
      ja: "`\(text)` に値のないところがあります", helpEn: "write `\(example)`",
      helpJa: "`\(example)` のように書いてください")
  }

  private static func notAValue(
    _ text: String, _ path: String, _ units: [String], _ words: [String]
  ) -> Wording {
    let en = units.map { $0.isEmpty ? "a plain number" : $0 } + words.map { "`\($0)`" }
    let ja = units.map { $0.isEmpty ? "単位のない数" : $0 } + words.map { "`\($0)`" }
    return Wording(
      "vary-value", en: "`\(text)` is no value of `\(path)`",
      ja: "`\(text)` は `\(path)` の値ではありません",
      helpEn: "it takes a number in \(en.joined(separator: ", "))",
      helpJa: "使える単位・語：\(ja.joined(separator: "、"))")
  }

  private static func noRange(_ text: String, _ path: String) -> Wording {
    Wording(
      "vary-no-range", en: "`\(path)` has no numbers or days to run through: `\(text)`",
      ja: "`\(path)` は数値や日付ではないため範囲にできません: `\(text)`",
      helpEn: "list the values, parted by `|`", helpJa: "値を `|` で区切って並べてください")
  }

  private static func noStep(_ text: String, _ example: String) -> Wording {
    Wording(
      "vary-no-step", en: "the range `\(text)` has no step", ja: "範囲 `\(text)` に刻みがありません",
      helpEn: "write the step after a colon, as in `\(example)`",
      helpJa: "`\(example)` のように、コロンの後に刻みを書いてください")
  }

  private static func emptyRange(_ text: String) -> Wording {
    Wording(
      "vary-empty", en: "the range `\(text)` holds no value", ja: "範囲 `\(text)` に値がありません",
      helpEn: "the end must not be below the start, and the step must be above 0",
      helpJa: "終わりは始まり以上、刻みは0より大きくしてください")
  }
}

// MARK: - Days

extension SweepProblem {
  private static func notADay(_ text: String, _ path: String) -> Wording {
    Wording(
      "vary-day", en: "`\(text)` is no day for `\(path)`", ja: "`\(text)` は `\(path)` の日ではありません",
      helpEn: "write `day 12` or `2026-03-02`", helpJa: "`day 12` または `2026-03-02` と書いてください")
  }

  private static func notWholeDays(_ text: String) -> Wording {
    Wording(
      "vary-step-of-days", en: "`\(text)` is no step between days",
      ja: "`\(text)` は日の刻みではありません",
      helpEn: "write whole days, such as `30 days`", helpJa: "`30 days` のように整数の日数で書いてください")
  }

  private static func mixedDays(_ text: String) -> Wording {
    Wording(
      "vary-mixed-days", en: "`\(text)` runs between a date and a day of the run",
      ja: "`\(text)` は日付と経過日が混在しています",
      helpEn: "write both ends as dates, or both as `day 12`",
      helpJa: "両端を日付、または `day 12` の形にそろえてください")
  }
}
