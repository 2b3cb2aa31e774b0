import InputOutputTables
import LinearAlgebra
import Measurement
import Propagation
import Scenarios
import TestSupport
import Testing

/// Batches change speed, never numbers (MODEL.md section 5).
struct BatchRunnerTests {
  static let table = randomTable(regions: 5, sectors: 4, seed: 21)

  /// Different scenarios of every kind, some with horizons and conventions of their own.
  static let scenarios: [Scenario] = (0..<37).map { number in
    var parameters = model(4)
    if number % 5 == 0 { parameters = model(4, inventory: [5, 90, .infinity, 30]) }
    if number % 7 == 0 { parameters = model(4, preset: .ario) }
    let shocks = InventoryModelTests.shocks(UInt64(number), table: table)
    return scenario(parameters, horizon: number % 4 == 0 ? 60 : 90, shocks)
  }

  static func run(
    _ scenarios: [Scenario], width: Int?, threads: Int?
  ) async -> [[Double]] {
    await BatchRunner(Economy(table), commodities: [], width: width, threads: threads)
      .run(scenarios, tracingLimits: true) {
        TrajectoryRecorder($0)
      } result: { recorder, _, column, _ in
        recorder.trajectories[column].output + recorder.trajectories[column].unmet
      }
  }

  @Test(arguments: [1, 2, 3, 8]) func anyNumberOfThreadsGivesTheSameBits(_ threads: Int) async {
    let one = await Self.run(Self.scenarios, width: 8, threads: 1)
    let many = await Self.run(Self.scenarios, width: 8, threads: threads)
    #expect(one == many)
  }

  /// A draw keeps its column, so its bits depend on no other block: block 1 alone is block 1 of all.
  @Test func aBlockAloneGivesTheSameBits() async {
    let alike = Self.scenarios.filter { $0.horizon == 90 && $0.model.preset == .pooled }
    let all = await Self.run(alike, width: 8, threads: 2)
    let second = await Self.run(Array(alike[8..<16]), width: 8, threads: 1)
    #expect(Array(all[8..<16]) == second)
    #expect(alike.count % 8 != 0, "the last block must be padded")
    let last = await Self.run(Array(alike.suffix(alike.count % 8)), width: 8, threads: 1)
    #expect(Array(all.suffix(alike.count % 8)) == last)
  }

  @Test(arguments: [1, 2, 3, 5, 16, 64]) func anyWidthGivesTheSameNumbers(_ width: Int) async {
    let eight = await Self.run(Self.scenarios, width: 8, threads: 2)
    let other = await Self.run(Self.scenarios, width: width, threads: 2)
    #expect(eight.count == Self.scenarios.count && other.count == eight.count)
    for (a, b) in zip(other, eight) { #expect(relativeDistance(a, b) <= 1e-10) }
  }

  @Test func noTwoScenariosOfTheBatchAreTheSame() async {
    let found = await Self.run(Self.scenarios, width: 8, threads: 2)
    #expect(Set(found).count == found.count)
  }

  /// Packed shares against OpenBLAS, with and without weighted suppliers.
  @Test(arguments: [ModelParameters.SupplierChoice.fixed, .delivery, .capacity])
  func packedSharesAgreeWithBLAS(_ choice: ModelParameters.SupplierChoice) throws {
    try #require(PackedShares.isFast, "this processor runs OpenBLAS only")
    let economy = Economy(syntheticTable(regions: 7, sectors: 5))
    let draws = (0..<16).map { seed in
      scenario(
        Self.chosen(choice), horizon: 40,
        InventoryModelTests.shocks(UInt64(seed), table: economy.table))
    }
    func output(_ packed: PackedShares?) -> [Double] {
      let batch = CompiledBatch(economy, draws, commodities: [], packed: packed)
      var recorder = TrajectoryRecorder(batch)
      var simulation = Simulation(batch)
      simulation.run(&recorder)
      return recorder.trajectories.flatMap { $0.output + $0.orders }
    }
    let blas = output(nil)
    #expect(relativeDistance(output(PackedShares(economy)), blas) <= 1e-11)
    #expect(Set(blas).count > economy.nodeCount, "the shocks must bite")
  }

  static func chosen(_ choice: ModelParameters.SupplierChoice) -> ModelParameters {
    var model = model(5)
    model.supplierChoice = choice
    return model
  }

  @Test func whoIsNotOvertakenGetsTheSameAndWhoIsGetsNothing() async throws {
    let runner = BatchRunner(Economy(Self.table), commodities: [], width: 8, threads: 2)
    let play = {
      try await runner.runUnlessCancelled(Self.scenarios, tracingLimits: true) {
        TrajectoryRecorder($0)
      } result: { recorder, _, column, _ in
        recorder.trajectories[column].output + recorder.trajectories[column].unmet
      }
    }
    #expect(try await play() == Self.run(Self.scenarios, width: 8, threads: 2))
    let overtaken = Task {
      // Ends at once when the task is cancelled.
      try? await Task.sleep(for: .seconds(600))
      return try await play()
    }
    overtaken.cancel()
    await #expect(throws: CancellationError.self) { try await overtaken.value }
  }
}
