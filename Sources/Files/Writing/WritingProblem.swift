package import Diagnostics

/// Why a file or a folder is not written.
package enum WritingProblem: WordedProblem, Hashable {
  /// No name at all.
  case nameless
  /// The system does not let us; the path and its reason.
  case refused(String, SystemError)
  /// Something other than a folder lies where a folder goes.
  case notAFolder(String)
  /// Something lies where something new goes.
  case exists(String)
  /// A folder that holds files of others: which.
  case foreign(String, files: [String])
  /// A folder that another run is writing.
  case busy(String)

  package var wording: Wording {
    switch self {
    case .nameless:
      Wording(
        "nameless-output", en: "the name of what to write is empty", ja: "書き出し先の名前が空です",
        helpEn: "name a folder or file that does not exist yet", helpJa: "まだ存在しない名前を指定してください")
    case .refused(let path, let error):
      Wording(
        "cannot-write", en: "`\(path)` cannot be written: \(error.reason(in: .en))",
        ja: "`\(path)` に書き込めません：\(error.reason(in: .ja))",
        helpEn:
          "choose another place, or check its folder, its permissions and the space on the disk",
        helpJa: "別の場所にするか、フォルダー・権限・ディスクの空きを確かめてください")
    case .notAFolder(let path):
      Wording(
        "not-a-folder", en: "`\(path)` is not a folder", ja: "`\(path)` はフォルダーではありません",
        helpEn: "name a folder that does not exist yet", helpJa: "まだ存在しないフォルダー名を指定してください")
    case .exists(let path):
      Wording(
        "output-exists", en: "`\(path)` is already there", ja: "`\(path)` はすでに存在します",
        helpEn: "choose another name, or remove it first", helpJa: "別の名前にするか、先に削除してください")
    case .foreign(let path, let files):
      Wording(
        "foreign-files",
        en: "`\(path)` is not a whole folder of results alone: \(Self.listed(files))",
        ja: "`\(path)` は完全な結果フォルダーではないか、ほかのファイルがあります：\(Self.listed(files))",
        helpEn: "only such a folder is replaced; choose another, or move or remove what is there",
        helpJa: "置き換えるのは完全な結果フォルダーだけです。別のフォルダーにするか、中身を移すか削除してください")
    case .busy(let path):
      Wording(
        "output-busy", en: "another run is writing `\(path)`", ja: "別の処理が `\(path)` に書き込み中です",
        helpEn: "wait for it, or choose another folder", helpJa: "終わるのを待つか、別のフォルダーにしてください")
    }
  }

  private static func listed(_ files: [String]) -> String {
    files.prefix(3).map { "`\($0)`" }.joined(separator: ", ") + (files.count > 3 ? ", …" : "")
  }
}

extension DiagnosticList {
  /// The error of a file or folder that is not written.
  package static func unwritten(_ problem: WritingProblem) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, problem)])
  }
}
