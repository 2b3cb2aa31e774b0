import InputOutputTables
import Propagation
import Scenarios
import TestSupport
import Testing

/// Shorter steps: more of them, and results that settle (first order in Δt).
struct StepLengthTests {
  static let table = randomTable(regions: 3, sectors: 4, seed: 4)

  static func stepped(_ step: Double, preset: ModelParameters.Preset = .sonae) -> ModelParameters {
    var parameters = model(4, preset: preset)
    parameters.step = step
    return parameters
  }

  static func output(_ step: Double, _ preset: ModelParameters.Preset) -> [Double] {
    let shocks = InventoryModelTests.shocks(7, table: table)
    return run(
      Economy(table), [scenario(stepped(step, preset: preset), horizon: 120, shocks)])[0].output
  }

  @Test(arguments: ModelParameters.Preset.allCases)
  func halvingTheStepHalvesTheDistance(_ preset: ModelParameters.Preset) {
    // A lost variety bites and a shortage shows within a day or two where stocks are small: such steps
    // must be resolved before halving them halves anything.
    let finest = preset == .sonae ? 6 : 4
    let found = (0...finest).map { Self.output(1 / Double(1 << $0), preset) }
    #expect(Set(found.map(\.count)).count == 1, "recorded days stay whole days")
    let distances = zip(found, found.dropFirst()).map { relativeDistance($0, $1) }
    #expect(distances[0] < 0.05 && distances[0] > 1e-6, "\(distances)")
    let sums = found.map { $0.reduce(0, +) }
    let changes = zip(sums, sums.dropFirst()).map { abs($0 - $1) }
    for series in preset == .sonae ? [changes, Array(distances.suffix(2))] : [distances] {
      for (coarse, fine) in zip(series, series.dropFirst()) {
        #expect(fine < 0.75 * coarse, "\(series)")
      }
    }
  }

  @Test(arguments: [1, 0.5, 0.25, 0.1]) func nothingMovesWithoutAShock(_ step: Double) {
    let economy = Economy(Self.table)
    let result = run(economy, [scenario(Self.stepped(step), horizon: 100, [])])[0]
    let usual = economy.position.map { economy.output[$0] }
    let scale = usual.max() ?? 1
    for (cell, value) in result.output.enumerated() {
      #expect(abs(value - usual[cell % usual.count]) <= 1e-12 * scale)
    }
  }

  /// A capacity lost for ten days loses ten days of output, in however many steps.
  @Test(arguments: [1, 0.5, 0.25, 0.2]) func datesAreWholeDays(_ step: Double) {
    let economy = Economy(Self.table)
    var parameters = Self.stepped(step)
    parameters.overproductionMax = 1
    let shock = Capacity(
      nodes: [0], by: 1, window: Window(from: 5, days: 10, recovery: .immediate))
    let result = run(economy, [scenario(parameters, horizon: 20, [shock])])[0]
    let n = economy.nodeCount
    for day in 0..<20 {
      let isStruck = (5..<15).contains(day)
      #expect((result.output[day * n] == 0) == isStruck, "day \(day)")
    }
  }

  @Test func scenariosOfOtherStepsRunApart() {
    let plan = BatchPlan(
      [1, 0.5, 1, 0.5].map { scenario(Self.stepped($0), horizon: 10, []) }, width: 8)
    #expect(plan.batches.map { Array($0.columns.prefix($0.used)) } == [[0, 2], [1, 3]])
  }
}
