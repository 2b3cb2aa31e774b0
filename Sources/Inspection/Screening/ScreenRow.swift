import Commodities
import Diagnostics
import Quantities
import Reporting
import RiskMetrics

/// One figure of a screen: about what, which criterion, and where it comes from.
struct ScreenRow {
  /// What a measure tells; the criteria of Japan's Act, and what infrastructure buys.
  enum Criterion {
    /// How much rests on it.
    case essential
    /// How far it comes from outside.
    case outside
    /// Whether it may be cut.
    case cut
    /// What there is against it.
    case measures
    /// What a field of infrastructure buys abroad.
    case inputs

    var words: Bilingual {
      switch self {
      case .essential: Bilingual("1 essential", "1 重要性")
      case .outside: Bilingual("2 dependent outside", "2 外部依存")
      case .cut: Bilingual("3 may be cut", "3 途絶のおそれ")
      case .measures: Bilingual("4 measures", "4 措置")
      case .inputs: Bilingual("inputs", "投入")
      }
    }
  }

  let subject: Bilingual
  let criterion: Criterion
  let measure: Bilingual
  let value: Double?
  let unit: String
  let year: String
  let basis: String
  let source: String
  let confidence: String

  /// A row of a figure; shares stay 0 to 1.
  static func figure(
    _ subject: Bilingual, _ criterion: Criterion, _ measure: Bilingual, _ figure: Figure
  ) -> ScreenRow {
    let basis = [figure.basis, figure.note].filter { !$0.isEmpty }.joined(separator: "; ")
    return ScreenRow(
      subject: subject, criterion: criterion, measure: measure, value: figure.value,
      unit: figure.unit, year: figure.year, basis: basis, source: figure.source,
      confidence: figure.confidence.rawValue)
  }

  /// A row without a figure, and why there is none.
  static func missing(
    _ subject: Bilingual, _ criterion: Criterion, _ measure: Bilingual, unit: String,
    because reason: String
  ) -> ScreenRow {
    ScreenRow(
      subject: subject, criterion: criterion, measure: measure, value: nil, unit: unit, year: "",
      basis: reason, source: "", confidence: Figure.Confidence.missing.rawValue)
  }

  /// The cells in the order of `columns`.
  var cells: [TableCell] {
    [
      .coded(subject.en, subject), .text(Bilingual(same: subject.ja)),
      .text(criterion.words), .text(measure), .number(value, or: .noFigure), .name(unit),
      .name(year), .name(basis), .name(source), .name(confidence),
    ]
  }

  /// The columns of every screen.
  static let columns = [
    Inspection.words("subject", "Subject", "対象"),
    Inspection.words("subject_ja", "Subject (Japanese)", "対象（日本語）", isDetail: true),
    Inspection.words("criterion", "Criterion", "基準"),
    Inspection.words("measure", "Measure", "項目"),
    Inspection.number("value", SubjectWord.value.words),
    Inspection.words("unit", SubjectWord.unit.words),
    Inspection.words("year", SubjectWord.year.words),
    Inspection.words("basis", SubjectWord.basis.words),
    Inspection.words("source", SubjectWord.source.words, isDetail: true),
    Inspection.words("confidence", SubjectWord.confidence.words, isDetail: true),
  ]
}
