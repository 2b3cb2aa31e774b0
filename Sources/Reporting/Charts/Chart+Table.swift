import Diagnostics
import Quantities
import Scenarios

extension Chart {
  /// The plotted values as a table, to be written beside the drawing.
  package var plotted: Table {
    let measures = series.enumerated().map { index, series in
      let scale = scale(of: index)
      return TableColumn(
        series.key, series.name, unit: scale.unit, kind: .number(scale.style))
    }
    return Table(
      name: name, title: title, columns: leadingColumns + measures,
      rows: leadingCells.enumerated().map { index, cells in
        cells + series.map { .number($0.values[index], or: .notComputed) }
      }, notes: notes)
  }

  /// What a series measures: dots have a scale across and another up.
  func scale(of index: Int) -> Scale {
    if case .points(_, let across, _, _) = axis, index == 0 { return across }
    return Scale(unit: unit, style: style)
  }

  private var leadingColumns: [TableColumn] {
    switch axis {
    case .days, .fan: [TableColumn("day", SubjectWord.day.words, kind: .number(.days))]
    case .places:
      [
        TableColumn("code", Bilingual("Code", "コード"), kind: .text),
        TableColumn("name", SubjectWord.name.words, kind: .text),
      ]
    case .flows:
      [
        TableColumn("source", Bilingual("From", "供給元"), kind: .text),
        TableColumn("target", Bilingual("To", "供給先"), kind: .text),
      ]
    default: [TableColumn("name", SubjectWord.name.words, kind: .text)]
    }
  }

  private var leadingCells: [[TableCell]] {
    switch axis {
    case .days(let start):
      series[0].values.indices.map { [TableCell.day($0, start: start, or: .notApplicable)] }
    case .fan(let start, let days):
      days.map { [TableCell.day($0, start: start, or: .notApplicable)] }
    case .places(let places): places.map { [.name($0.code), .text($0.name)] }
    case .flows(let flows): flows.map { [.text($0.source), .text($0.target)] }
    default: (rowNames ?? []).map { [.text($0)] }
    }
  }
}
