import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct ConsumerPricesTests {
  @Test func aCommonChangeIsEveryRegionsChange() {
    let table = randomTables[2]
    let prices = ConsumerPrices(
      priceChange: [Double](repeating: 0.07, count: table.nodeCount), in: table)
    #expect(prices.change.allSatisfy { abs($0 - 0.07) < 1e-15 })
    #expect(prices.basis.allSatisfy { $0 == .households })
  }

  @Test func householdsWeighTheirOwnBasket() throws {
    let table = try EconomyLoader.load(
      "small",
      files: [
        "Z.csv": Array(
          ",A_x,A_y,B_x,B_y\nA_x,10,5,1,0\nA_y,4,20,2,3\nB_x,0,1,8,6\nB_y,2,2,4,12\n".utf8),
        "Y.csv": Array(
          ",A_HFCE,A_GFCF,B_HFCE\nA_x,20,10,4\nA_y,30,5,6\nB_x,2,3,30\nB_y,1,4,25\n".utf8),
      ]
    ).table
    let prices = ConsumerPrices(priceChange: [0.1, 0, 0, 0], in: table)
    #expect(abs(prices.change[0] - 0.1 * 20 / 53) < 1e-15)
    #expect(abs(prices.change[1] - 0.1 * 4 / 65) < 1e-15)
  }

  @Test func withoutHouseholdsAllFinalDemandWeighs() {
    let prices = ConsumerPrices(priceChange: [0.2, 0], in: millerBlair)
    #expect(prices.basis == [.allFinalDemand])
    #expect(abs(prices.change[0] - 0.2 * 350 / 2050) < 1e-15)
  }

  @Test(arguments: [
    ("JPN_HFCE", true), ("CONS_h", true), ("F01000", true), ("DEU_P3_S14", true),
    ("Household consumption", true), ("72_Consumption expenditure (private)", true),
    ("71_Consumption expenditure outside households (column)", false), ("JPN_NPISH", false),
    ("Non-profit institutions serving households", false), ("JPN_GFCF", false), ("EXP", false),
  ])
  func householdColumnsAreToldByTheirLabels(_ known: (label: String, isHousehold: Bool)) {
    #expect(ConsumerPrices.isHousehold(known.label) == known.isHousehold)
  }
}
