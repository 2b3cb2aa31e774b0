package import Diagnostics
internal import Scenarios

/// Why a cell holds no number.
package enum MissingReason: String, Sendable, Hashable, CaseIterable, Codable {
  /// The run did not compute it.
  case notComputed
  /// No source gives a figure.
  case noFigure
  /// It does not happen within the horizon.
  case notReached
  /// It has no meaning here.
  case notApplicable

  /// The reason in words.
  package var words: Bilingual {
    switch self {
    case .notComputed: Bilingual("not computed", "未計算")
    case .noFigure: Bilingual("no figure in the sources", "出典に数値なし")
    case .notReached: Bilingual("not within the horizon", "期間内に到達せず")
    case .notApplicable: Bilingual("not applicable", "該当なし")
    }
  }
}
