import ComparativeStatics
import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import Scenarios

/// What a unit of final demand sets in motion.
extension Inspection {
  static let multiplierTables = [
    InspectionTable(
      "multipliers", "Output and value added per unit of final demand", "産出・付加価値乗数"
    ) { try $0.multipliers(&$1) },
    InspectionTable(
      "multipliers.type2", "Income multipliers; all of them with households' spending (type II)",
      "所得乗数と第II種乗数"
    ) { try $0.typeTwoMultipliers(&$1) },
    InspectionTable(
      "multipliers.employment", "Jobs per unit of final demand", "雇用乗数", needs: [.employment]
    ) { try $0.employmentMultipliers(&$1) },
  ]

  private func multipliers(_ log: inout InspectionLog) throws -> Table {
    let model = try leontief(&log)
    let found = Multipliers(model)
    let imports =
      table.hasImportedInputs ? model.throughEveryTier(table.coefficients(.imports)) : nil
    return Table(
      name: "multipliers", title: Bilingual("Multipliers", "乗数"),
      columns: [
        .node, .plain("output", "Output", "産出"), .plain("value_added", "Value added", "付加価値"),
      ] + (imports == nil ? [] : [.plain("imports", "Imports", "輸入")]),
      rows: table.nodeLabels.indices.map { i in
        [.name(table.nodeLabels[i]), .number(found.output[i]), .number(found.valueAdded[i])]
          + (imports.map { [.number($0[i])] } ?? [])
      },
      notes: [
        Bilingual(
          """
          Type I, per unit of final demand for the node's product. Output: column sums of the \
          Leontief inverse L; value added: v·L, v = value added / output\
          \(imports == nil ? "" : "; imports: m·L, inputs from outside the table").
          """,
          """
          第I種、最終需要1単位当たり。産出：レオンチェフ逆行列Lの列和。付加価値：v·L（v＝付加価値／産出）\
          \(imports == nil ? "" : "、輸入：m·L（表の外からの投入）")。
          """)
      ])
  }

  private func typeTwoMultipliers(_ log: inout InspectionLog) throws -> Table {
    let closure = try HouseholdClosure(try leontief(&log))
    let output = closure.multipliers(
      ofWeights: [Double](repeating: 1, count: table.nodeCount))
    let valueAdded = closure.multipliers(ofWeights: table.valueAddedCoefficients)
    return Table(
      name: "multipliers.type2", title: Bilingual("Multipliers with households", "第II種乗数"),
      columns: [
        .node, .plain("income", "Income, type I", "所得（第I種）"),
        .plain("income_type2", "Income, type II", "所得（第II種）"),
        .plain("output_type2", "Output, type II", "産出（第II種）"),
        .plain("value_added_type2", "Value added, type II", "付加価値（第II種）"),
      ],
      rows: table.nodeLabels.indices.map {
        [
          .name(table.nodeLabels[$0]), .number(closure.incomeTypeI[$0]),
          .number(closure.incomeTypeII[$0]), .number(output[$0]), .number(valueAdded[$0]),
        ]
      },
      notes: [
        Bilingual(
          """
          Per unit of final demand. Type II closes the model for households (Miller and Blair 2009, \
          sections 2.5, 6.2): a region's income is spent on its household columns. Output is that of \
          industries; households' turnover is not counted.
          """,
          """
          最終需要1単位当たり。第II種は家計を内生化する（Miller and Blair 2009、2.5節・6.2節）：\
          各地域の所得を家計消費列に従い支出する。産出は産業のみで家計の取引を含まない。
          """), incomeNote(closure),
      ])
  }

  private func incomeNote(_ closure: HouseholdClosure) -> Bilingual {
    let highest = closure.consumptionPerIncome.max() ?? 0
    let spent = NumberFormat.rounded(highest, as: .percent)
    switch closure.income.basis {
    case .compensation(let labels):
      let names = labels.joined(separator: ", ")
      return Bilingual(
        "Income: \(names). Consumption per unit of it: up to \(spent).",
        "所得：\(names)。所得に対する消費の比率は最大 \(spent)。")
    case .allValueAdded:
      return Bilingual(
        """
        Income: all value added, since no item of the table names compensation or wages; profits and \
        taxes count as spent like wages. Consumption per unit of it: up to \(spent).
        """,
        """
        所得：雇用者報酬の項目がないため付加価値の全額とする（利潤・税も賃金と同様に支出するとみなす）。所得に対する消費の比率は最大 \(spent)。
        """)
    }
  }

  private func employmentMultipliers(_ log: inout InspectionLog) throws -> Table {
    guard let source = request.jobs else {
      preconditionFailure("multipliers.employment without a file")
    }
    let jobs = try NodeFigures.read(source, for: table)
    let model = try leontief(&log)
    let found = EmploymentMultipliers(model, jobs: jobs)
    let closure = try? HouseholdClosure(model)
    let typeTwo = closure?.multipliers(ofWeights: found.coefficients)
    return Table(
      name: "multipliers.employment", title: Bilingual("Employment multipliers", "雇用乗数"),
      columns: [
        .node, .plain("jobs", "Jobs", "従業者数"), .plain("direct", "Direct", "直接"),
        .plain("employment", "Type I", "第I種"), .plain("employment_type2", "Type II", "第II種"),
      ],
      rows: table.nodeLabels.indices.map { i in
        [
          .name(table.nodeLabels[i]), .number(jobs[i]), .number(found.coefficients[i]),
          .number(found.typeI[i]), .number(typeTwo.map { $0[i] }, or: .notComputed),
        ]
      },
      notes: [
        Bilingual(
          """
          e·L, e = jobs / output, from \(source.name): jobs per unit of final demand (one unit is \
          one \(money)). Direct: e itself. Type II as in multipliers.type2.
          """,
          """
          e·L（e＝従業者数／産出）、出典 \(source.name)：最終需要1単位（1 \(money)）当たりの従業者数。\
          直接：e。第II種は multipliers.type2 と同じ。
          """)
      ])
  }
}
