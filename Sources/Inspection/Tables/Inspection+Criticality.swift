import Diagnostics
import Files
import Reporting
import RiskMetrics
import Scenarios

/// The table of critical raw materials (INTERFACE.md section 5).
extension Inspection {
  /// Supply risk and economic importance of raw materials, bundled or from a file; nothing of the economy.
  static func criticality(from path: String? = nil, product: String? = nil) throws -> Table {
    let all =
      try path.map { try MaterialAssessment.read(Source.reading($0)) }
      ?? MaterialAssessment.bundled()
    let wanted = product?.lowercased()
    let chosen = all.filter { wanted == nil || $0.material.lowercased() == wanted }
    if let product, chosen.isEmpty {
      let known = Set(all.map(\.material)).sorted()
      throw refusal(.unknownMaterial(product, suggestion: nearest(product, in: known)))
    }
    return Table(
      name: "criticality", title: SectionWord.criticality.words, columns: columns,
      rows: chosen.map(row), notes: notes(chosen))
  }

  private static let columns = [
    words("material", "Material", "原材料"), words("stage", "Stage", "段階"),
    number("supply_risk", Bilingual("Supply risk", "供給リスク")),
    number("economic_importance", Bilingual("Economic importance", "経済的重要性")),
    number("hhi_global", Bilingual("HHI, global supply", "HHI（世界供給）")),
    number("hhi_sourcing", Bilingual("HHI, sourcing", "HHI（調達）")),
    share("import_reliance", Bilingual("Import reliance", "輸入依存度")),
    share("recycling", Bilingual("Recycling", "リサイクル投入率")),
    number("substitution", Bilingual("Substitution", "代替指数")),
    words("critical", "Critical", "重要原材料"),
    number("supply_risk_computed", Bilingual("Supply risk, computed", "供給リスク（計算値）")),
    words("year", SubjectWord.year.words), words("source", SubjectWord.source.words),
  ]

  private static func row(_ one: MaterialAssessment) -> [TableCell] {
    let critical = one.isCritical.map { TableCell.text($0 ? yes : no) }
    return [
      .name(one.material), .text(stage(one.stage)), .number(one.supplyRisk, or: .noFigure),
      .number(one.economicImportance, or: .noFigure),
      .number(one.globalConcentration, or: .noFigure),
      .number(one.sourcingConcentration, or: .noFigure),
      .number(one.importReliance, or: .noFigure), .number(one.recycling, or: .noFigure),
      .number(one.substitution, or: .noFigure), critical ?? .missing(.noFigure),
      .number(one.computedSupplyRisk, or: .noFigure), .name(one.year),
      .name(one.source),
    ]
  }

  private static let yes = Bilingual("yes", "該当")
  private static let no = Bilingual("no", "非該当")

  private static func stage(_ word: String) -> Bilingual {
    switch word {
    case "extraction": Bilingual("extraction", "採掘")
    case "processing": Bilingual("processing", "加工")
    default: Bilingual(same: "")
    }
  }

  private static func notes(_ chosen: [MaterialAssessment]) -> [Bilingual] {
    [
      Bilingual(
        """
        Method of the European Commission (2017, 2020, 2023), European Union, shares by weight: \
        SR = [HHI_GS·IR/2 + HHI_EU·(1 − IR/2)]·(1 − recycling)·substitution, HHI weighted by governance \
        (0 to 10) and trade factor. supply_risk is as published where it is, else computed.
        """,
        """
        欧州委員会の方法（2017、2020、2023年）、EU、数量ベース：\
        SR = [HHI_GS·IR/2 + HHI_EU·(1 − IR/2)]·(1 − リサイクル)·代替指数。HHIはガバナンス（0〜10）と貿易係数で加重。\
        supply_risk は公表値、なければ計算値。
        """),
      Bilingual(
        """
        Critical: supply risk of at least 1.0 and economic importance of at least 2.8, both rounded to \
        one decimal. The Commission's lists add some by judgement (coking coal 2017; copper and nickel 2023).
        """,
        """
        該当：供給リスク1.0以上かつ経済的重要性2.8以上（いずれも小数第1位に丸める）。\
        欧州委員会のリストには判断で加えたものがある（原料炭2017年、銅・ニッケル2023年）。
        """),
    ]
  }
}
