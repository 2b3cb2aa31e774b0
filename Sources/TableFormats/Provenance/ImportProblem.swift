package import Diagnostics
internal import InputOutputTables

/// What can be wrong with a provider's files as such; wrong cells are `CSVProblem`s.
package enum ImportProblem: WordedProblem, Hashable {
  /// A format that is not known.
  case unknownFormat(String, suggestion: String?)
  /// Neither a file nor a folder.
  case noSuchPath(String)
  /// A zip, gzip or workbook that is damaged or cut short.
  case damaged(String)
  /// A workbook of the format before 2007.
  case closedWorkbook(String)
  /// A workbook inside a zip archive.
  case packedWorkbook(String)
  /// A workbook without the sheet that is needed.
  case noSheet(String, found: [String])
  /// A file of the delivery that is needed and absent.
  case missingFile(String, path: String, seen: [String])
  /// Several files where one is needed; their years, where each has one of its own.
  case severalFiles(String, path: String, found: [String], years: [Int])
  /// A file of another layout than the format's.
  case wrongLayout(format: String, expected: String, guess: String?)
  /// A row label that is neither a node, nor value added, nor a total.
  case unknownRow(String, suggestion: String?)
  /// Nodes of the header that have no row.
  case missingRows(count: Int, examples: [String])
  /// A list of labels of another length than its table.
  case labelCount(what: String, labels: Int, found: Int)
  /// A label that should stand here and does not.
  case labelMismatch(found: String, expected: String)
  /// A year that the file does not hold.
  case noYear(Int, found: [Int])
  /// A file in long form that mixes tables: a dimension has several values where one is needed.
  case mixedDimension(String, found: [String])
  /// A file in long form with more cells than any table has.
  case tooManyCells(Int)
  /// A line that is not in the Shift JIS of the lines before it.
  case notShiftJIS
  /// A table without a column of final demand.
  case noFinalDemand(String)
  /// Coefficients whose Leontief system has no solution of outputs.
  case notProductive(String)
  /// A supply or use table where one of like rows and columns is needed.
  case notSymmetric(String)
  /// A file without a number.
  case noNumbers(String)
  /// Several countries in a file of which one is needed.
  case severalRegions([String])
  /// A country that the file does not hold.
  case noRegion(String, found: [String])
  /// A region asked for of a table that is imported whole.
  case wholeTable(String)
  /// A table of imports without what is made at home.
  case importsAlone(String)
  /// A table that mixes home products and imports and does not say how much is imported.
  case importsUnknown(String)
  /// A make and a use table whose codes differ.
  case mismatchedTables(Bilingual, codes: [String])

  package var wording: Wording {
    switch self {
    case .unknownFormat, .noSuchPath, .missingFile, .severalFiles, .wrongLayout, .noYear,
      .mixedDimension:
      choiceWording
    case .damaged, .closedWorkbook, .packedWorkbook, .noSheet, .tooManyCells, .notShiftJIS:
      fileWording
    case .unknownRow, .missingRows, .labelCount, .labelMismatch, .noFinalDemand, .notProductive:
      labelWording
    case .severalRegions, .noRegion, .wholeTable:
      regionWording
    case .notSymmetric, .noNumbers, .importsAlone, .importsUnknown, .mismatchedTables:
      contentsWording
    }
  }
}

extension ImportProblem {
  /// Problems of what was chosen.
  private var choiceWording: Wording {
    switch self {
    case .unknownFormat(let name, let near):
      Wording(
        "unknown-format", en: "there is no format `\(name)`", ja: "形式 `\(name)` はありません",
        helpEn: near.map { "did you mean `\($0)`?" } ?? "`sonae list formats` lists them",
        helpJa: near.map { "`\($0)` ではありませんか" } ?? "`sonae list formats` で一覧できます")
    case .noSuchPath(let path):
      Wording(
        "no-such-path", en: "there is no file or folder `\(path)`",
        ja: "ファイルもフォルダー `\(path)` もありません",
        helpEn: "give the file or folder as it was downloaded",
        helpJa: "ダウンロードしたままのファイルかフォルダーを指定してください")
    case .missingFile(let what, let path, let seen):
      Wording(
        "missing-file", en: "there is no \(what) in `\(path)`", ja: "`\(path)` に \(what) がありません",
        helpEn: seen.isEmpty ? "it is empty" : "it holds \(Self.quoted(seen))",
        helpJa: seen.isEmpty ? "空です" : "あるのは \(Self.quoted(seen)) です")
    case .severalFiles(let what, let path, let found, let years):
      Wording(
        "several-files", en: "`\(path)` holds more than one \(what): \(Self.quoted(found))",
        ja: "`\(path)` に \(what) が複数あります：\(Self.quoted(found))",
        helpEn: "name the one file instead, as it stands here"
          + (years.isEmpty ? "" : ", or pick a year: \(Self.optionYears(years))"),
        helpJa: "この通りにファイル自体を指定してください"
          + (years.isEmpty ? "" : "。年でも選べます：\(Self.optionYears(years))"))
    case .wrongLayout(let format, let expected, let guess):
      Wording(
        "wrong-layout", en: "this is not a table of format `\(format)`: \(expected)",
        ja: "形式 `\(format)` の表ではありません：\(expected)",
        helpEn: guess.map { "it looks like `\($0)`" }
          ?? "`sonae list formats` says what to download",
        helpJa: guess.map { "`\($0)` のようです" } ?? "`sonae list formats` に入手すべきファイルがあります")
    case .noYear(let year, let found):
      Wording(
        "no-year", en: "the file has no year \(year)", ja: "\(year) 年はファイルにありません",
        helpEn: "it has \(found.map(String.init).joined(separator: ", "))",
        helpJa: "あるのは \(found.map(String.init).joined(separator: "、")) です")
    case .mixedDimension(let name, let found):
      Wording(
        "mixed-dimension",
        en: "the file mixes tables: `\(name)` is \(Self.quoted(found)) and perhaps more",
        ja: "表が混ざっています：`\(name)` が \(Self.quoted(found)) などです",
        helpEn: "download one of them only", helpJa: "一つだけを選んでダウンロードしてください")
    default: preconditionFailure("no choice")
    }
  }

  /// Problems of a file as such.
  private var fileWording: Wording {
    switch self {
    case .damaged(let path):
      Wording(
        "damaged-file", en: "`\(path)` is damaged or cut short", ja: "`\(path)` は壊れているか途中で切れています",
        helpEn: "download it again; `unzip -t` or `gzip -t` tests it",
        helpJa: "もう一度ダウンロードしてください。`unzip -t` や `gzip -t` で確かめられます")
    case .closedWorkbook(let path):
      Wording(
        "closed-workbook",
        en: "`\(path)` is a workbook of the old format .xls, which Sonae does not read",
        ja: "`\(path)` は古い .xls 形式のブックで、読めません",
        helpEn: "open it in a spreadsheet program and save it as .xlsx or .csv",
        helpJa: "表計算ソフトで開き、.xlsx か .csv で保存してください")
    case .packedWorkbook(let path):
      Wording(
        "packed-workbook", en: "the workbook `\(path)` is inside a zip archive",
        ja: "ブック `\(path)` は zip の中にあります", helpEn: "unpack the archive and name the workbook",
        helpJa: "zip を展開し、ブックを指定してください")
    case .noSheet(let path, let found):
      Wording(
        "no-sheet", en: "`\(path)` has no sheet with the table", ja: "`\(path)` に表のシートがありません",
        helpEn: "its sheets are \(Self.quoted(found))", helpJa: "シートは \(Self.quoted(found)) です")
    case .tooManyCells(let most):
      Wording(
        "too-many-cells",
        en: "the file has more than \(most) cells, which no table of this kind has",
        ja: "セルが \(most) 個を超えています。この種の表ではありません")
    case .notShiftJIS:
      Wording(
        "not-shift-jis", en: "this line is not in Shift JIS as the lines before it are",
        ja: "この行だけ Shift JIS ではありません", helpEn: "save the file as UTF-8",
        helpJa: "UTF-8 で保存し直してください")
    default: preconditionFailure("no file problem")
    }
  }

  /// Problems of labels and of what the table holds.
  private var labelWording: Wording {
    switch self {
    case .unknownRow(let label, let near):
      Wording(
        "unknown-row", en: "the row `\(label)` is no node of the header, no value added, no total",
        ja: "行 `\(label)` は見出しの部門でも付加価値でも合計でもありません",
        helpEn: near.map { "did you mean `\($0)`?" } ?? "compare it with the file's header",
        helpJa: near.map { "`\($0)` ではありませんか" } ?? "ファイルの見出しと比べてください")
    case .missingRows(let count, let examples):
      Wording(
        "missing-rows", en: "\(count) nodes of the header have no row: \(Self.quoted(examples))",
        ja: "見出しの \(count) 部門に行がありません：\(Self.quoted(examples))",
        helpEn: "the file may be cut short; download it again",
        helpJa: "ファイルが途中で切れている可能性があります。もう一度ダウンロードしてください")
    case .labelCount(let what, let labels, let found):
      Wording(
        "label-count", en: "there are \(labels) labels for \(found) \(what)",
        ja: "\(what) は \(found) ですが、ラベルは \(labels) です",
        helpEn: "the labels and the table must be of one edition", helpJa: "ラベルと表は同じ版のものを使ってください")
    case .labelMismatch(let found, let expected):
      Wording(
        "label-mismatch", en: "`\(found)` stands where `\(expected)` should",
        ja: "`\(expected)` のあるべき場所に `\(found)` があります")
    case .noFinalDemand(let examples):
      Wording(
        "no-final-demand", en: "the table has no column of final demand, such as \(examples)",
        ja: "\(examples) のような最終需要の列がありません",
        helpEn: "it may be an excerpt; give the whole table as it was downloaded",
        helpJa: "抜粋ではありませんか。ダウンロードしたままの表全体を指定してください")
    case .notProductive(let file):
      Wording(
        "not-productive",
        en: "`\(file)` has no output x, and x = (I - A)^-1 y has no solution of outputs",
        ja: "`\(file)` に産出額 x がなく、x = (I - A)^-1 y も産出額として解けません",
        helpEn: "add x.txt, or check that A holds coefficients and not flows",
        helpJa: "x.txt を加えるか、A が取引額でなく投入係数であるかを確かめてください")
    default: preconditionFailure("no label problem")
    }
  }

  private static func optionYears(_ years: [Int]) -> String {
    years.sorted().prefix(40).map { "`--year \($0)`" }.joined(separator: ", ")
  }

  private static func quoted(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
