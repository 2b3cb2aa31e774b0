import Diagnostics
import InputOutputTables
import LinearAlgebra
import Quantities
import Reporting
import Scenarios

/// A table before and after a change, side by side.
enum EconomySummary {
  /// A number before and after; nil where there is none.
  struct Row {
    let what: Bilingual
    let before: Double?
    let after: Double?
    /// Whether they are whole numbers of something.
    var isCount = false

    fileprivate func cell(_ value: Double?) -> TableCell {
      isCount
        ? .count(value.map { Int($0) }, or: .notApplicable) : .number(value, or: .notApplicable)
    }
  }

  /// Sizes and totals; `extra` rows follow.
  static func table(
    _ old: InputOutputTable, _ new: InputOutputTable, _ extra: [Row] = []
  ) -> Table {
    let rows = zip(totals(old), totals(new)).map { before, after in
      Row(
        what: before.what, before: before.value, after: after.value, isCount: before.isCount)
    }
    return Table(
      name: "economy", title: Bilingual("Economy", "経済表"),
      columns: [
        TableColumn("what", Bilingual("", ""), kind: .text),
        TableColumn("before", Bilingual("Before", "変更前"), kind: .number(.significant)),
        TableColumn("after", Bilingual("After", "変更後"), kind: .number(.significant)),
      ],
      rows: (rows + extra).map { [.text($0.what), $0.cell($0.before), $0.cell($0.after)] },
      notes: [Bilingual("\(new.description.name): \(new.description.source)", new.description.name)]
    )
  }

  private static func totals(
    _ table: InputOutputTable
  ) -> [(what: Bilingual, value: Double, isCount: Bool)] {
    let unit = table.description.moneyUnit
    func money(_ en: String, _ ja: String) -> Bilingual {
      Bilingual("\(en) [\(unit)]", "\(ja) [\(unit)]")
    }
    return [
      (Bilingual("Regions", "地域"), Double(table.regions.count), true),
      (Bilingual("Sectors", "部門"), Double(table.sectors.count), true),
      (Bilingual("Nodes", "地域・部門"), Double(table.nodeCount), true),
      (money("Gross output", "産出額"), table.grossOutput.reduce(0, +), false),
      (money("Intermediate use", "中間投入"), table.intermediateUse.elements.reduce(0, +), false),
      (money("Final demand", "最終需要"), table.finalDemand.elements.reduce(0, +), false),
    ]
      + PrimaryInputKind.allCases.map { kind in
        let word = kind.word(in: .en)
        return (
          money(word.prefix(1).uppercased() + word.dropFirst(), kind.word(in: .ja)),
          table.primaryInputs(kind).reduce(0, +), false
        )
      }
  }
}
