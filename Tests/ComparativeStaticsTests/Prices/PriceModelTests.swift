import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct PriceModelTests {
  @Test func pricesAreOneInTheBaseYear() throws {
    for table in randomTables.prefix(2) {
      let prices = PriceModel(try LeontiefModel(table)).basePrices
      #expect(prices.allSatisfy { abs($0 - 1) < 1e-12 })
    }
  }

  @Test func extraCostIsPassedOnInFull() throws {
    let table = randomTables[1]
    let leontief = try LeontiefModel(table)
    let cost = (0..<table.nodeCount).map { 0.01 * Double($0) }
    let change = PriceModel(leontief).priceChange(extraCost: cost)
    // p_j = sum of p_i a_ij + v_j, so the change is cost of inputs plus own extra cost.
    let inputs = leontief.technicalCoefficients.transposedTimes(change)
    #expect(relativeDistance(zip(inputs, cost).map { $0 + $1 }, change) < 1e-12)
  }

  @Test(arguments: [[0], [3], [1, 4, 7]])
  func heldPricesStayAndAllOthersCoverTheirCosts(_ held: [Int]) throws {
    let table = randomTables[1]
    let leontief = try LeontiefModel(table)
    let wanted = held.map { 0.1 + 0.05 * Double($0) }
    let change = PriceModel(leontief).priceChange(holding: held, at: wanted)
    #expect(held.map { change[$0] } == wanted)
    let inputs = leontief.technicalCoefficients.transposedTimes(change)
    for j in 0..<table.nodeCount where !held.contains(j) {
      #expect(abs(change[j] - inputs[j]) < 1e-13)
    }
  }

  @Test func millerBlairHeldPrice() throws {
    // Sector 1 at 1.1: sector 2 solves p = 0.1 * 0.25 + 0.05 p.
    let change = PriceModel(try LeontiefModel(millerBlair)).priceChange(holding: [0], at: [0.1])
    #expect(abs(change[0] - 0.1) < 1e-15 && abs(change[1] - 0.025 / 0.95) < 1e-15)
  }

  @Test func silentNodesHaveFinitePrices() throws {
    let table = randomTables[2]
    let model = PriceModel(try LeontiefModel(table))
    let silent = table.nodeCount - 1
    #expect(model.basePrices.allSatisfy { $0.isFinite })
    let change = model.priceChange(holding: [silent], at: [0.5])
    #expect(change[silent] == 0.5 && change[0] == 0)
  }
}
