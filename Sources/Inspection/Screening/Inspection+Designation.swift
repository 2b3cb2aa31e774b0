import Commodities
import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import RiskMetrics

extension Inspection {
  /// What is known of each designated product for a country, by the four criteria (LEVERS.md H).
  func designation(_ log: inout InspectionLog, country: String) throws -> Table {
    let screening = try Screening(self, country: country, &log)
    var rows: [ScreenRow] = []
    for subject in screening.subjects { rows += try screening.rows(of: subject) }
    rows += screening.plans(of: Bilingual("all designated products", "全特定重要物資"))
    return screen(
      "designation", Bilingual("Designated products", "特定重要物資"), rows,
      notes: [
        Bilingual(
          "Products are those of Japan's Economic Security Promotion Act, asked of \(country); the Act has no thresholds. A basis that names a threshold names whose it is. Export controls are those in force on \(Self.asOf).",
          "対象は日本の経済安全保障推進法の特定重要物資で、\(country)について示す。法に閾値はなく、閾値を挙げる場合は誰のものかを算定基準に記す。輸出管理は\(Self.asOf)時点で有効なもの。"
        )
      ])
  }
}

/// What a screen of designated products reads, for one country.
struct Screening {
  let inspection: Inspection
  let country: String
  /// The country's region in the table; nil if it has none of its own.
  let region: Int?
  let governance: Governance
  let materials: [MaterialAssessment]
  /// Nodes of the country's infrastructure and medical care.
  let infrastructure: Set<Int>
  let trade: TradeDependency
  /// The bundled subjects in order.
  let subjects: [DesignatedSubject]
  private let programmes: [DesignationFile]

  init(_ inspection: Inspection, country: String, _ log: inout InspectionLog) throws {
    self.inspection = inspection
    self.country = country
    let region = try inspection.screened(country)
    self.region = region
    governance = try Governance.bundled(Governance.latestYear)
    materials = try MaterialAssessment.bundled()
    let sectors = Set(try DesignationFile.rows("infrastructure.csv").map { $0["sector"] })
    infrastructure = Set(
      region.map { region in sectors.flatMap { inspection.nodes(of: $0, in: region) } } ?? [])
    trade = try inspection.tradeDependency(&log)
    subjects = try DesignatedSubject.bundled()
    programmes = try DesignationFile.rows("plans.csv")
  }

  /// The rows of one subject, criterion by criterion.
  func rows(of subject: DesignatedSubject) throws -> [ScreenRow] {
    let commodity =
      subject.commodity.isEmpty ? nil : try CommodityCatalogue.bundled(named: subject.commodity)
    let importer = commodity?.importers.first { $0.code == country }
    return essential(subject, importer) + outside(subject, commodity, importer)
      + cut(subject, commodity, importer) + measures(subject, commodity, importer)
      + (isFirst(subject) ? plans(of: subject.product) : [])
  }

  /// Whether a subject is the first of its product: plans are those of the product.
  private func isFirst(_ subject: DesignatedSubject) -> Bool {
    subjects.first { $0.product == subject.product }?.name == subject.name
  }

  /// Approved plans and budgets of a product; they are Japan's.
  func plans(of product: Bilingual) -> [ScreenRow] {
    let known = programmes.filter {
      $0["subject"] == product.en && $0["country"] == country
    }
    let approved = Bilingual("approved plans and budget", "認定計画と予算")
    guard !known.isEmpty else {
      return [
        .missing(product, .measures, approved, unit: "plans", because: "no programme was looked up")
      ]
    }
    return known.map { row in
      ScreenRow(
        subject: product, criterion: .measures, measure: Bilingual(same: row["measure"]),
        value: Double(row["value"]), unit: row["unit"], year: row["year"],
        basis: "of the whole product", source: row["source"], confidence: row["confidence"])
    }
  }

  /// The European Union's assessment of a subject's material: its processing stage where there is one.
  func assessment(of subject: DesignatedSubject) -> MaterialAssessment? {
    let known = materials.filter { $0.material == subject.material && !subject.material.isEmpty }
    let latest = known.map(\.year).max()
    return known.filter { $0.year == latest }.max {
      ($0.supplyRisk ?? -1) < ($1.supplyRisk ?? -1)
    }
  }

  /// A figure of the European Union's assessment.
  func assessed(
    _ subject: DesignatedSubject, _ criterion: ScreenRow.Criterion, _ measure: Bilingual,
    unit: String, threshold: String = "", _ value: (MaterialAssessment) -> Double?
  ) -> ScreenRow {
    guard let found = assessment(of: subject), let value = value(found) else {
      return .missing(
        subject.name, criterion, measure, unit: unit,
        because: "no assessment of the European Union")
    }
    let stage = found.stage.isEmpty ? "" : ", \(found.stage)"
    return ScreenRow(
      subject: subject.name, criterion: criterion, measure: measure, value: value, unit: unit,
      year: found.year, basis: "\(found.material)\(stage), European Union\(threshold)",
      source: found.source, confidence: Figure.Confidence.found.rawValue)
  }
}
