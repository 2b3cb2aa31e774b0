package import Diagnostics
import Quantities
package import Reporting
import RiskMetrics

extension Inspection {
  /// The designated minerals by supply risk across and economic importance up, as the European Union
  /// assessed them last, with its thresholds of 1 and 2.8 (CRITICALITY.md); nil where none has both.
  package static func criticalityChart() throws(DiagnosticList) -> Chart? {
    let materials = try MaterialAssessment.bundled()
    var seen: Set<String> = []
    let dots = try DesignatedSubject.bundled().compactMap { subject -> Dot? in
      let known = materials.filter { $0.material == subject.material && !subject.material.isEmpty }
      let latest = known.map(\.year).max()
      let worst = known.filter { $0.year == latest && $0.supplyRisk != nil }
        .max { ($0.supplyRisk ?? 0) < ($1.supplyRisk ?? 0) }
      guard let worst, let risk = worst.supplyRisk, let importance = worst.economicImportance,
        seen.insert(worst.material).inserted
      else { return nil }
      return Dot(
        name: subject.item.en.isEmpty ? subject.product : subject.item, risk: risk,
        importance: importance, year: worst.year, source: worst.source)
    }
    guard !dots.isEmpty else { return nil }
    let critical = dots.count { $0.risk >= 1 && $0.importance >= 2.8 }
    let years = Set(dots.map(\.year)).sorted().joined(separator: ", ")
    let sources = Set(dots.map(\.source)).sorted().joined(separator: "; ")
    return Chart(
      name: "criticality", before: "designation",
      title: Bilingual(
        "\(critical) of \(dots.count) designated minerals pass both thresholds of the European Union",
        "特定重要鉱物\(dots.count)品目のうち\(critical)品目がEUの両閾値を超える"),
      subtitle: Bilingual(
        "Supply risk (threshold 1) against economic importance (threshold 2.8), \(years); the Union's supply and economy",
        "供給リスク（閾値1）と経済的重要性（閾値2.8）、\(years)年。EUの供給と経済についての評価"),
      axis: .points(
        dots.map(\.name),
        across: Chart.Scale(unit: Bilingual(same: ""), style: .significant), hasFrontier: false,
        thresholds: Chart.Thresholds(across: 1, up: 2.8)),
      style: .significant,
      series: [
        Chart.Series(
          key: "supply_risk", name: Bilingual("Supply risk", "供給リスク"), values: dots.map(\.risk)),
        Chart.Series(
          key: "economic_importance", name: Bilingual("Economic importance", "経済的重要性"),
          values: dots.map(\.importance)),
      ],
      notes: [
        Bilingual("Source: \(sources)", "資料：\(sources)"),
        Bilingual(
          "Not an assessment of the country screened: nobody has published one by this method.",
          "対象国自身についての評価ではない（同手法による公表値はない）。"),
      ])
  }

  private struct Dot {
    let name: Bilingual
    let risk: Double
    let importance: Double
    let year: String
    let source: String
  }
}
