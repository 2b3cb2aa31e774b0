import RiskMetrics
import Testing

@Suite struct EconomicImportanceTests {
  /// Value added of manufacturing sectors, million EUR, European Commission (2023), appendix 6.
  static let valueAdded = [
    "C20": 132361.0, "C23": 64990, "C24": 64561, "C25": 163568, "C26": 77000, "C27": 89422,
    "C28": 204200, "C29": 194448, "C30": 55777,
  ]

  /// End-use shares in percent and SI_EI of the same study, and its result.
  @Test(
    arguments: [
      ("cobalt", ["C20": 36.0, "C25": 57, "C27": 3], 0.97, 6.8),
      ("antimony", ["C20": 49, "C23": 5, "C25": 14, "C27": 32], 0.92, 5.4),
      ("bismuth", ["C20": 84, "C24": 16], 0.95, 5.7),
      ("arsenic", ["C20": 7, "C23": 18, "C24": 74, "C26": 1], 0.86, 2.9),
      ("chromium", ["C20": 3, "C23": 1, "C24": 3, "C25": 93], 0.93, 7.2),
      ("beryllium", ["C24": 1, "C26": 28, "C28": 23, "C29": 17, "C30": 17], 0.99, 5.4),
    ] as [(String, [String: Double], Double, Double)])
  func publishedResultsOf2023(
    _ known: (String, [String: Double], Double, Double)
  ) throws {
    let (_, shares, substitution, published) = known
    let uses = try shares.sorted { $0.key < $1.key }.map { sector, percent in
      EconomicImportance.Use(
        share: percent / 100, valueAdded: try #require(Self.valueAdded[sector]))
    }
    let largest = try #require(Self.valueAdded.values.max())
    let found = EconomicImportance(uses: uses, largest: largest, substitution: substitution)
    #expect(abs(found.value - published) <= 0.05)
  }

  @Test func allUseInTheLargestSectorWithoutSubstitutesIsTen() {
    let use = EconomicImportance.Use(share: 1, valueAdded: 7)
    #expect(EconomicImportance(uses: [use], largest: 7, substitution: 1).value == 10)
    #expect(EconomicImportance(uses: [], largest: 7, substitution: 1).value == 0)
  }
}
