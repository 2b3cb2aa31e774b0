import Diagnostics
import Reporting
import RiskMetrics
import Scenarios

/// A sweep's results as tables: one row a point and region, and a matrix of one measure.
struct SweepTables {
  let sweep: Sweep
  /// Measure of the matrices, by its column in `regions`.
  let measure: String
  /// The report's table `regions` at each point, the shown regions down.
  private let points: [Table]

  /// Without a measure: the first that the grid changes, since a price alone moves incomes and no volume.
  init(sweep: Sweep, measure: String? = nil) {
    self.sweep = sweep
    let points = sweep.studies.map { RiskReport.regions($0, showing: sweep.shown) }
    self.points = points
    self.measure =
      measure ?? Self.measures.first { Self.changes($0, over: points) } ?? Self.measures[0]
  }

  /// Whether a measure of any region differs between points.
  private static func changes(_ measure: String, over points: [Table]) -> Bool {
    guard let column = points[0].columns.firstIndex(where: { $0.key == measure }) else {
      return false
    }
    return points.contains { table in
      zip(table.rows, points[0].rows).contains { $0[column] != $1[column] }
    }
  }

  /// Measures that a sweep shows, columns of the report's table `regions`.
  static let measures = [
    "value_added_loss_share_of_gdp", "income_loss_share_of_gdp", "output_loss_share",
    "final_demand_unmet_share",
    "worst_day_output_share", "import_bill_change_share_of_gdp", "consumer_price_change",
  ]

  /// Matrices where one or two keys vary, then the whole table.
  var all: [Table] { matrices + [table] }

  /// One row for each point and region: the values of the keys, then every measure.
  var table: Table {
    let columns = points[0].columns
    let kept = columns.indices.filter { Self.measures.contains(columns[$0].key) }
    let rows = points.enumerated().flatMap { number, table in
      table.rows.map { row in
        values(of: number) + [row[0]] + kept.map { row[$0] }
      }
    }
    return Table(
      name: "sweep", title: Bilingual("Every point of the grid", "全格子点の結果"),
      columns: sweep.axes.enumerated().map { axisColumn($1, key: "vary_\($0 + 1)") }
        + [columns[0]] + kept.map { columns[$0] },
      rows: rows, notes: notes)
  }

  /// One key: regions across. Two keys: a matrix for each region, the second key across.
  var matrices: [Table] {
    switch sweep.axes.count {
    case 1: [byRegion]
    case 2: sweep.shown.indices.map { matrix(region: $0) }
    default: []
    }
  }

  private var byRegion: Table {
    Table(
      name: "matrix", title: points[0].columns[column].standingAlone,
      columns: [axisColumn(sweep.axes[0], key: "vary_1")]
        + sweep.shown.indices.map {
          matrixColumn(points[0].rows[$0][0], number: $0, kind: points[0].columns[column].kind)
        },
      rows: points.enumerated().map { number, table in
        values(of: number) + sweep.shown.indices.map { table.rows[$0][column] }
      }, notes: notes)
  }

  private func matrix(region: Int) -> Table {
    let heading = points[0].columns[column].standingAlone
    let kind = points[0].columns[column].kind
    let across = sweep.axes[1]
    let width = across.values.count
    let name = Self.words(points[0].rows[region][0])
    return Table(
      name: region == 0 ? "matrix" : "matrix.\(region + 1)",
      title: Bilingual(
        "\(name.en): \(heading.en), by \(across.path) across",
        "\(name.ja)：\(heading.ja)（横：\(across.path)）"),
      columns: [axisColumn(sweep.axes[0], key: "vary_1")]
        + across.values.indices.map {
          TableColumn(
            "c\($0)", Bilingual(same: across.values[$0]), kind: kind,
            csvHeading: across.values[$0])
        },
      rows: sweep.axes[0].values.indices.map { row in
        [values(of: row * width)[0]]
          + (0..<width).map { points[row * width + $0].rows[region][column] }
      }, notes: notes)
  }

  private var column: Int { points[0].columns.firstIndex { $0.key == measure } ?? 1 }

  private func matrixColumn(
    _ cell: TableCell, number: Int, kind: TableColumn.Kind
  ) -> TableColumn {
    TableColumn("c\(number)", Self.words(cell), kind: kind, csvHeading: Self.words(cell).en)
  }

  private static func words(_ cell: TableCell) -> Bilingual {
    switch cell {
    case .text(let words), .coded(_, let words): words
    default: Bilingual(same: "")
    }
  }

  private func axisColumn(_ axis: SweepAxis, key: String) -> TableColumn {
    TableColumn(key, Bilingual(same: axis.path), kind: .text, csvHeading: axis.path)
  }

  /// The keys' values at a point, the last axis fastest.
  private func values(of number: Int) -> [TableCell] {
    var rest = number
    return sweep.axes.reversed().map { axis in
      defer { rest /= axis.values.count }
      return .name(axis.values[rest % axis.values.count])
    }.reversed()
  }

  private var notes: [Bilingual] {
    let days = sweep.studies.map(\.base.assessment.days)
    let (shortest, longest) = (days.min() ?? 0, days.max() ?? 0)
    let span =
      shortest == longest
      ? Bilingual("\(shortest) days of baseline", "\(shortest)日間の基準値")
      : Bilingual(
        "each row's own days of baseline, \(shortest) to \(longest)",
        "各行の日数（\(shortest)〜\(longest)日）の基準値")
    return [
      Bilingual(
        "\(points.count) scenarios; shares are of \(span.en), and a negative loss is a gain.",
        "シナリオ\(points.count)件。割合は\(span.ja)に対するもの。負の損失は増加を示す。")
    ]
  }
}

extension TableColumn {
  /// A measure's name where no other column stands beside it.
  var standingAlone: Bilingual {
    guard key == "value_added_loss_share_of_gdp" else {
      return unit.en.isEmpty
        ? heading : Bilingual("\(heading.en) [\(unit.en)]", "\(heading.ja) [\(unit.ja)]")
    }
    return Bilingual(heading.en, "付加価値損失（対GDP比）")
  }
}
