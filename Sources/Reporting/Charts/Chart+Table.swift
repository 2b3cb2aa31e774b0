import Quantities
import Scenarios

extension Chart {
  /// The plotted values as a table, to be written beside the drawing.
  package var table: Table {
    let measures = series.map {
      TableColumn($0.key, $0.name, unit: unit, kind: .number(style))
    }
    return Table(
      name: name, title: title, columns: [leadingColumn] + measures,
      rows: leadingCells.enumerated().map { index, cell in
        [cell] + series.map { .number($0.values[index], or: .notComputed) }
      }, notes: notes)
  }

  private var leadingColumn: TableColumn {
    switch axis {
    case .days: TableColumn("day", SubjectWord.day.words, kind: .number(.days))
    case .categories: TableColumn("name", SubjectWord.name.words, kind: .text)
    }
  }

  private var leadingCells: [TableCell] {
    switch axis {
    case .days(let start):
      series[0].values.indices.map { TableCell.day($0, start: start, or: .notApplicable) }
    case .categories(let names): names.map { .text($0) }
    }
  }
}
