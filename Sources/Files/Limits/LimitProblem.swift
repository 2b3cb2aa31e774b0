package import Diagnostics

/// A file that claims more than any real one holds.
package enum LimitProblem: WordedProblem, Hashable {
  /// A line that does not end.
  case line(String, number: Int)
  /// A row with too many cells.
  case cells
  /// Blank lines or rows without end.
  case blankLines(String, number: Int)
  /// A table of text with too many rows.
  case textRows
  /// A number of a sheet's row that no sheet has.
  case sheetRow(last: Int)
  /// A packed file from which more comes out than its size can hold.
  case unpacked(String)
  /// A part of a workbook that does not end, or too many of them.
  case workbook(String)
  /// A file that is too large to be read at once.
  case size(String, most: Int)
  /// Too many nodes.
  case nodes(Int)
  /// A limit on the program's memory, such as `ulimit -v`, below these bytes.
  case addressSpace(Int)
  /// A table that does not fit into the machine's memory, bytes.
  case memory(nodes: Int, UInt64)

  package var wording: Wording {
    switch self {
    case .line(let path, let number):
      Wording(
        "endless-line", en: "line \(number) of `\(path)` is longer than any table's",
        ja: "`\(path)` の \(number) 行目は表としては長すぎます",
        helpEn: "a line has at most \(Limits.line >> 20) MB",
        helpJa: "1 行は \(Limits.line >> 20) MB までです")
    case .cells:
      Wording(
        "row-too-wide", en: "the row has more cells than any table's",
        ja: "行のセルが表としては多すぎます", helpEn: "a row has at most \(Limits.cells) cells",
        helpJa: "1 行は \(Limits.cells) セルまでです")
    case .blankLines(let path, let number):
      Wording(
        "blank-lines", en: "`\(path)` is blank for \(Limits.blankLines) lines up to line \(number)",
        ja: "`\(path)` は \(number) 行目まで \(Limits.blankLines) 行の空行が続いています")
    case .textRows:
      Wording(
        "list-too-long", en: "the list has more than \(Limits.textRows) rows",
        ja: "一覧が \(Limits.textRows) 行を超えています")
    case .sheetRow(let last):
      Wording(
        "sheet-row", en: "a sheet has no row of this number",
        ja: "シートにこの番号の行はありません", helpEn: "rows are numbered from 1 to \(last)",
        helpJa: "行の番号は 1 から \(last) までです")
    case .unpacked(let path):
      Wording(
        "unpacks-too-large",
        en: "`\(path)` unpacks to more than \(Limits.unpackedRatio) times its size",
        ja: "`\(path)` は展開すると元の \(Limits.unpackedRatio) 倍を超えます",
        helpEn: "no table does; if you trust it, unpack it yourself",
        helpJa: "表としてはありえません。信頼できるなら、自分で展開してください")
    case .workbook(let path):
      Wording(
        "endless-workbook", en: "`\(path)` has a part that is larger than any workbook's",
        ja: "`\(path)` にはブックとしては大きすぎる部分があります",
        helpEn: "open it in a spreadsheet program and save it anew",
        helpJa: "表計算ソフトで開き、保存し直してください")
    case .size(let path, let most):
      Wording(
        "too-large-file", en: "`\(path)` is no file of at most \(most >> 20) MB",
        ja: "`\(path)` は \(most >> 20) MB 以下のファイルではありません")
    case .nodes(let count):
      Wording(
        "too-many-nodes", en: "the table has \(count) nodes; at most \(Limits.nodes) are read",
        ja: "表の部門数が \(count) です。読めるのは \(Limits.nodes) までです",
        helpEn: "merge regions or sectors first", helpJa: "先に地域か部門を統合してください")
    case .addressSpace(let bytes):
      Wording(
        "no-memory", en: "the system gives this program less than \(bytes >> 20) MB of memory",
        ja: "このプログラムに使えるメモリーが \(bytes >> 20) MB 未満です",
        helpEn: "raise the limit, such as `ulimit -v`, to 1 GB or more",
        helpJa: "`ulimit -v` などの上限を 1 GB 以上にしてください")
    case .memory(let count, let memory):
      Wording(
        "out-of-memory",
        en:
          "a table of \(count) nodes takes \(count * count / 125_000_000) GB; this machine has \(memory >> 30)",
        ja:
          "\(count) 部門の表には \(count * count / 125_000_000) GB 要りますが、この計算機には \(memory >> 30) GB しかありません",
        helpEn: "merge regions or sectors first", helpJa: "先に地域か部門を統合してください")
    }
  }
}
