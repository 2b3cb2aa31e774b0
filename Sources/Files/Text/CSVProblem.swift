package import Diagnostics

/// What can be wrong with a table of text or numbers as such, before its labels mean anything.
package enum CSVProblem: Problem, Hashable {
  /// No row at all.
  case emptyFile
  /// Bytes that are not UTF-8.
  case notUTF8
  /// A quote that is never closed.
  case unclosedQuote
  /// A quote inside an unquoted cell, or text after a closing quote.
  case strayQuote
  /// A carriage return that no line feed follows.
  case carriageReturn
  /// A row of another width than the header.
  case wrongCellCount(found: Int, expected: Int)
  /// A column that is needed and absent.
  case missingColumn(String)
  /// A cell that is not a number, with the labels of its row and column.
  case notANumber(cell: String, row: String, column: String)
  /// A header of one cell that another character parts: semicolons or tabs.
  case otherSeparator(isSemicolon: Bool)
  /// NaN or an infinity.
  case notFinite(cell: String, row: String, column: String)
  /// A number beyond 1e100 in size.
  case tooLarge(cell: String, row: String, column: String)
  /// More problems than are shown.
  case more(Int)

  package var code: String {
    switch self {
    case .emptyFile: "empty-file"
    case .notUTF8: "not-utf8"
    case .unclosedQuote: "unclosed-quote"
    case .strayQuote: "stray-quote"
    case .carriageReturn: "carriage-return"
    case .wrongCellCount: "wrong-cell-count"
    case .missingColumn: "missing-column"
    case .notANumber: "not-a-number"
    case .otherSeparator: "not-commas"
    case .notFinite: "not-finite"
    case .tooLarge: "too-large"
    case .more: "more-problems"
    }
  }

  package func message(in language: Language) -> String { wording.message.text(in: language) }

  package func help(in language: Language) -> String? { wording.help?.text(in: language) }
}

extension CSVProblem {
  private var wording: (message: Bilingual, help: Bilingual?) {
    switch self {
    case .emptyFile:
      (Bilingual("the file is empty", "ファイルが空です"), nil)
    case .notUTF8:
      (Bilingual("the text is not UTF-8", "UTF-8 ではありません"), .saveAsUTF8)
    case .unclosedQuote:
      (Bilingual("this quote is never closed", "この引用符が閉じられていません"), nil)
    case .strayQuote:
      (Bilingual("a quote stands where none may", "ここに引用符は置けません"), .quoting)
    case .carriageReturn:
      (Bilingual("a line ends in CR alone", "行末が CR だけです"), .lineEnds)
    case .wrongCellCount(let found, let expected):
      (
        Bilingual(
          "the row has \(found) cells, the header \(expected)",
          "行のセル数は \(found)、見出しは \(expected) です"), nil
      )
    case .missingColumn(let name):
      (Bilingual("there is no column `\(name)`", "列 `\(name)` がありません"), nil)
    case .notANumber(let cell, let row, let column):
      (.cell(cell, row, column, "is not a number", "は数値ではありません"), .numbers)
    case .otherSeparator(let isSemicolon):
      (
        Bilingual(
          "cells are separated by commas; this file looks separated by \(isSemicolon ? "semicolons" : "tabs")",
          "セルはコンマで区切ります。このファイルは\(isSemicolon ? "セミコロン" : "タブ")区切りのようです"),
        .saveWithCommas
      )
    case .notFinite(let cell, let row, let column):
      (.cell(cell, row, column, "is not a finite number", "は有限の数ではありません"), .numbers)
    case .tooLarge(let cell, let row, let column):
      (.cell(cell, row, column, "is too large", "は大きすぎます"), nil)
    case .more(let count):
      (Bilingual("and \(count) more of this kind", "ほかに \(count) 件あります"), nil)
    }
  }
}

extension CSVProblem {
  /// The problem of a header of one cell that holds semicolons or tabs; nil if it holds none.
  package static func notCommas(inOnlyCell header: String) -> CSVProblem? {
    if header.utf8.contains(UInt8(ascii: ";")) { return .otherSeparator(isSemicolon: true) }
    return header.utf8.contains(UInt8(ascii: "\t")) ? .otherSeparator(isSemicolon: false) : nil
  }
}

extension Bilingual {
  fileprivate static let saveAsUTF8 = Bilingual(
    "save the file as UTF-8", "ファイルを UTF-8 で保存してください")
  fileprivate static let saveWithCommas = Bilingual(
    "save it as comma-separated CSV, with points in decimals",
    "コンマ区切り(小数点はピリオド)の CSV で保存してください")
  fileprivate static let quoting = Bilingual(
    "put the whole cell in quotes and double the quotes inside it",
    "セル全体を引用符で囲み、中の引用符は二重にしてください")
  fileprivate static let lineEnds = Bilingual(
    "lines end in LF or CRLF", "行末は LF か CRLF です")
  fileprivate static let numbers = Bilingual(
    "write digits with a point, such as `1234.5` or `1e-3`; an empty cell is 0",
    "`1234.5` や `1e-3` のように書きます。空のセルは 0 です")

  fileprivate static func cell(
    _ cell: String, _ row: String, _ column: String, _ en: String, _ ja: String
  ) -> Bilingual {
    Bilingual(
      "`\(cell)` \(en) (row `\(row)`, column `\(column)`)",
      "`\(cell)` \(ja)(行 `\(row)`、列 `\(column)`)")
  }
}
