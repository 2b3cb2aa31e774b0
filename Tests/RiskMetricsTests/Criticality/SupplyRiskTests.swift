import Diagnostics
import Files
import RiskMetrics
import Testing

/// The Commission's figures of 2017, rounded to one decimal (shares to whole percent): a test by intervals.
@Suite struct SupplyRiskTests {
  typealias Form = @Sendable (SupplyRisk) -> Double?

  static func all() throws -> [(risk: SupplyRisk, published: Double)] {
    try MaterialAssessment.bundled().filter { $0.year == "2017" }.compactMap { one in
      guard let inputs = one.inputs, let published = one.publishedSupplyRisk else { return nil }
      return (inputs, published)
    }
  }

  /// Whether some inputs that round to the published ones give a result that rounds to the published.
  static func isInsideRounding(_ risk: SupplyRisk, _ published: Double, by form: Form) -> Bool {
    func ends(_ value: Double?, _ half: Double, _ top: Double = .infinity) -> [Double?] {
      value.map { [max(0, $0 - half), min(top, $0 + half)] } ?? [nil]
    }
    var lowest = Double.infinity
    var highest = -Double.infinity
    for global in ends(risk.global, 0.05) {
      for sourcing in ends(risk.sourcing, 0.05) {
        for reliance in ends(risk.importReliance, 0.005, 1) {
          for recycling in ends(risk.recycling, 0.005, 1) {
            for substitution in ends(risk.substitution, 0.05, 1) {
              let corner = SupplyRisk(
                global: global, sourcing: sourcing, importReliance: reliance,
                recycling: recycling ?? 0, substitution: substitution ?? 0, used: risk.used)
              guard let value = form(corner) else { continue }
              lowest = min(lowest, value)
              highest = max(highest, value)
            }
          }
        }
      }
    }
    return lowest <= published + 0.05 + 1e-9 && published - 0.05 - 1e-9 <= highest
  }

  /// The formula is monotonic in each input, so that its extremes lie at corners of the intervals.
  @Test func allMaterialsOf2017LieInsideRounding() throws {
    let all = try Self.all()
    #expect(all.count == 78)
    for (risk, published) in all {
      #expect(Self.isInsideRounding(risk, published) { $0.value }, "\(risk): \(published)")
    }
  }

  /// Wrong forms and how many of the 78 they get right: the test above has teeth.
  static let wrongForms: [(name: String, inside: Int, form: Form)] = [
    (
      "import reliance not halved", 41,
      { risk in
        weighed(risk) { $0 * $2 + $1 * (1 - $2) }
      }
    ),
    ("global alone", 31, { risk in weighed(risk) { global, _, _ in global } }),
    ("sourcing alone", 44, { risk in weighed(risk) { _, sourcing, _ in sourcing } }),
    (
      "plain mean", 59,
      { risk in weighed(risk) { global, sourcing, _ in (global + sourcing) / 2 } }
    ),
    (
      "no recycling", 52,
      { risk in risk.value.flatMap { risk.recycling < 1 ? $0 / (1 - risk.recycling) : nil } }
    ),
    (
      "no substitution", 61,
      { risk in risk.value.flatMap { risk.substitution > 0 ? $0 / risk.substitution : nil } }
    ),
  ]

  /// Another mean of both concentrations; rows with one of them as they are.
  static func weighed(
    _ risk: SupplyRisk, _ mean: (Double, Double, Double) -> Double
  ) -> Double? {
    guard risk.used == .both, let global = risk.global, let sourcing = risk.sourcing,
      let reliance = risk.importReliance
    else { return risk.value }
    return mean(global, sourcing, reliance) * (1 - risk.recycling) * risk.substitution
  }

  @Test(arguments: wrongForms.indices) func wrongFormsFail(_ index: Int) throws {
    let wrong = Self.wrongForms[index]
    let inside = try Self.all().count {
      Self.isInsideRounding($0.risk, $0.published, by: wrong.form)
    }
    #expect(inside == wrong.inside, "\(wrong.name)")
  }

  /// Supply risk of 2023 from the study's raw shares, trade factors and governance of 2016-2020.
  @Test(
    arguments: [
      ("Cobalt", "extraction", 2.77), ("Cobalt", "processing", 0.49),
      ("Erbium", "processing", 5.62), ("Gadolinium", "processing", 3.32),
      ("Dysprosium", "processing", 5.56), ("Cerium", "processing", 3.98),
      ("Gallium", "processing", 3.78), ("Fluorspar", "extraction", 1.12),
      ("Bismuth", "processing", 1.89), ("Aluminium", "processing", 0.50),
    ])
  func rawSharesOf2023GiveTheRisk(_ material: String, _ stage: String, _ risk: Double) throws {
    let known = try #require(
      try MaterialAssessment.bundled().first {
        $0.material == material && $0.stage == stage && $0.year == "2023"
      })
    let inputs = try #require(known.inputs)
    let computed = SupplyRisk(
      global: try concentration(material, stage, "global"),
      sourcing: try concentration(material, stage, "sourcing"),
      importReliance: inputs.importReliance, recycling: inputs.recycling,
      substitution: inputs.substitution, used: inputs.used)
    #expect(abs(try #require(computed.value) - risk) < 0.006)
    let published = try #require(known.publishedSupplyRisk)
    #expect(abs(try #require(computed.value) - published) < 0.15)
    #expect(abs(try #require(known.computedSupplyRisk) - risk) < 0.006)
  }

  private func concentration(
    _ material: String, _ stage: String, _ supply: String
  ) throws -> Double? {
    let table = try CSVTable(try fixture("eu-2023-supply-shares.csv"))
    let rows = table.rows.filter { $0[0] == material && $0[1] == stage && $0[2] == supply }
    guard !rows.isEmpty else { return nil }
    let shares = SupplyShares(
      rows.map { .init($0[3], Double($0[4]) ?? 0) },
      basis: Basis(
        .weight, supply == "global" ? .worldProduction : .domesticIncluded, year: "2016-2020",
        source: rows[0][6]))
    let factors = Dictionary(uniqueKeysWithValues: rows.map { ($0[3], Double($0[5]) ?? 0) })
    let found = shares.governanceWeighted(try Governance.bundled(), tradeFactors: factors)
    #expect(found.unratedShare == 0)
    return found.value
  }

  @Test func oneKnownConcentrationIsUsedAlone() {
    func risk(_ global: Double?, _ sourcing: Double?, _ reliance: Double?) -> Double? {
      SupplyRisk(
        global: global, sourcing: sourcing, importReliance: reliance, recycling: 0.5,
        substitution: 0.5
      ).value
    }
    #expect(risk(4, nil, nil) == 1 && risk(nil, 8, nil) == 2)
    #expect(risk(4, 8, 1) == 1.5 && risk(4, 8, 0) == 2)
    #expect(risk(4, 8, nil) == nil && risk(nil, nil, 1) == nil)
  }

  @Test func importRelianceIsFlooredAtZero() {
    #expect(SupplyRisk.importReliance(imports: 60, exports: 10, production: 50) == 0.5)
    #expect(SupplyRisk.importReliance(imports: 10, exports: 60, production: 90) == 0)
    #expect(SupplyRisk.importReliance(imports: 10, exports: 0, production: 0) == 1)
    #expect(SupplyRisk.importReliance(imports: 0, exports: 0, production: 0) == nil)
  }

  /// Coking coal of 2017 has a supply risk of 1.0, which counts; its importance of 2.3 does not.
  @Test(
    arguments: [
      (1.0, 2.8, true), (0.95, 2.75, true), (0.94, 9, false), (5, 2.74, false), (1.0, 2.3, false),
    ])
  func thresholdsAreComparedAfterRounding(_ risk: Double, _ importance: Double, _ isCritical: Bool)
  {
    #expect(SupplyRisk.isCritical(supplyRisk: risk, economicImportance: importance) == isCritical)
  }
}
