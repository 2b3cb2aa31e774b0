import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import RiskMetrics
import Scenarios

/// What `run` would do with files, and does not: how many runs on which economies.
struct RunPlan {
  private let rows: [[TableCell]]

  /// Plans the runs of files that are read; throws what would be refused before the first.
  init(_ files: [ScenarioFile], names: [String], comparesPolicies: Bool) throws {
    var rows: [[TableCell]] = []
    for (file, name) in zip(files, names) {
      let runs = try Self.count(file, comparesPolicies: comparesPolicies)
      rows.append(Self.row(name, file, runs: runs, days: file.decoded.base.horizon))
      for case .other(_, let other) in file.economies {
        let runs = try Self.count(other, isRanged: false, comparesPolicies: false)
        rows.append(Self.row(name, other, runs: runs, days: other.decoded.base.horizon))
      }
    }
    self.rows = rows
  }

  /// Runs of a file on one economy, second ones for the income effect among them.
  private static func count(
    _ file: ScenarioFile, isRanged: Bool = true, comparesPolicies: Bool
  ) throws -> Int {
    try SideBySide(
      [file], draws: [try RangeDraws(file)], on: Economy(file.table),
      prices: PriceBase(file.table),
      SideBySide.Extent(isRanged: isRanged, comparesPolicies: comparesPolicies)
    ).scenarios.count
  }

  private static func row(
    _ name: String, _ file: ScenarioFile, runs: Int, days: Int
  ) -> [TableCell] {
    let about = file.table.description
    return [
      .name(name), .text(Bilingual(about.name, about.nameJa)), .count(days),
      .count(file.runs.count), .count(runs),
    ]
  }

  /// A row for each file and economy.
  var table: Table {
    func count(_ key: String, _ en: String, _ ja: String) -> TableColumn {
      TableColumn(key, Bilingual(en, ja), kind: .number(.count))
    }
    return Table(
      name: "plan", title: Bilingual("What would run", "実行される計算"),
      columns: [
        TableColumn("scenario", Bilingual("Scenario", "シナリオ"), kind: .text),
        TableColumn("economy", Bilingual("Economy", "経済表"), kind: .text),
        count("days", "Days", "日数"), count("cases", "Cases", "ケース数"),
        count("runs", "Runs", "計算回数"),
      ],
      rows: rows,
      notes: [
        Bilingual(
          "Nothing was run or written. Runs are the cases, the ends of the headline's assumptions, responses one by one where they are asked for, draws of `uncertainty`, and a second run of each case, response and draw that moves a price and shows what that does to incomes. `sonae check` prints the file with every default.",
          "計算も書き出しもしていない。計算回数は、各ケース、主要な前提の上下限、求めに応じた対応策ごとの計算、`uncertainty`の抽出、価格が動くケース・対応策・抽出の所得効果のための2回目の合計。既定値をすべて補ったファイルは`sonae check`で表示する。"
        )
      ])
  }
}
