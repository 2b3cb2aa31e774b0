import Ensembles
import Scenarios
import Statistics
import Testing

/// Variables of a made-up file.
func someVariables() throws -> [EnsembleVariable] {
  let entry = try #require(EntryPath("shocks[1]"))
  return [
    EnsembleVariable(
      path: "shocks[0].capacity.for",
      law: .number(.uniform(low: 10, high: 20), unit: "days", isWhole: true)),
    EnsembleVariable(
      path: "model.criticality",
      law: .number(.triangular(low: 0.2, mode: 0.5, high: 1), unit: "", isWhole: false)),
    EnsembleVariable(path: "shocks[1]", law: .event(entry, probability: 0.25)),
  ]
}

@Suite struct EnsembleDesignTests {
  private func design(_ sampling: SamplingMethod, draws: Int = 512) throws -> EnsembleDesign {
    EnsembleDesign(
      try someVariables(), draws: draws, seed: 4, sampling: sampling, indexRows: 16)
  }

  @Test(arguments: SamplingMethod.allCases)
  func drawsLieWithinTheirDistributions(_ sampling: SamplingMethod) throws {
    let design = try design(sampling)
    let values = (0..<512).map { design.values(.draws, $0).compactMap(\.self) }
    #expect(values.allSatisfy { $0.count == 3 })
    #expect(values.allSatisfy { (10...20).contains($0[0]) && $0[0] == $0[0].rounded() })
    #expect(values.allSatisfy { (0.2...1).contains($0[1]) && [0, 1].contains($0[2]) })
    let share = Double(values.count { $0[2] == 1 }) / 512
    #expect(abs(share - 0.25) < (sampling == .monteCarlo ? 0.06 : 0.01))
  }

  @Test func swingsMoveOneVariableAtATime() throws {
    let design = try design(.monteCarlo)
    let plan = EnsembleDesign.runs(of: .swings, draws: 512, variables: 3, indexRows: 16)
    #expect(plan == 7)
    let rows = (0..<plan).map { design.values(.swings, $0) }
    #expect(rows[0].allSatisfy { $0 == nil })
    for run in 1..<plan { #expect(rows[run].count { $0 != nil } == 1) }
    let low = try #require(rows[1][0])
    let high = try #require(rows[2][0])
    #expect(low == 11 && high == 20)
    #expect(rows[5][2] == 0 && rows[6][2] == 1)
  }

  @Test func indicesTakeAFewRunsAndAPowerOfTwo() {
    for (draws, variables) in [(1000, 3), (10, 5), (100_000, 40)] {
      let rows = EnsembleDesign.usualIndexRows(draws: draws, variables: variables)
      #expect(rows >= 8 && rows & (rows - 1) == 0)
      #expect(rows == 8 || rows * (variables + 2) <= draws)
    }
  }

  @Test func eventsWithoutDoubtAlwaysHappen() throws {
    let entry = try #require(EntryPath("shocks[0]"))
    let sure = EnsembleVariable(path: "shocks[0]", law: .event(entry, probability: 1))
    let never = EnsembleVariable(path: "shocks[0]", law: .event(entry, probability: 0))
    for u in [0x1p-53, 0.5, 1 - 0x1p-53] {
      #expect(sure.value(u) == 1 && never.value(u) == 0)
    }
  }
}
