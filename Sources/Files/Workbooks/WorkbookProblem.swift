package import Diagnostics

/// Why a workbook is not written.
package enum WorkbookProblem: WordedProblem, Hashable {
  /// The library's reason.
  case refused(String)

  package var wording: Wording {
    switch self {
    case .refused(let reason):
      Wording(
        "cannot-write-workbook", en: "the workbook cannot be written: \(reason)",
        ja: "ブックを書き出せません：\(reason)",
        helpEn: "check the space and the permissions of the folder for temporary files (TMPDIR)",
        helpJa: "一時ファイル用フォルダー（TMPDIR）の空きと権限を確かめてください")
    }
  }
}
