import InputOutputTables
import Propagation
import RiskMetrics

extension StudyRunner {
  /// One study for each file, in their order; throws what a scenario asks for and cannot be run on its
  /// economy, and that the task is cancelled.
  ///
  /// `keeping`: whether trajectories are kept, and with inventories at the start of which days; `isRanged`:
  /// whether each file's scenario is run at the ends of its headline's assumptions as well, and drawn day by
  /// day; `comparesPolicies`: whether its responses are run one by one though its report does not ask.
  static func run(
    _ files: [ScenarioFile], keeping stockDays: Set<Int>? = nil, isRanged: Bool = false,
    comparesPolicies: Bool = false, _ options: Batching = Batching()
  ) async throws -> [StudyRunner] {
    let runners = try await onOwn(
      files, keeping: stockDays, isRanged: isRanged, comparesPolicies: comparesPolicies, options)
    var complete: [StudyRunner] = []
    for (file, runner) in zip(files, runners) {
      complete.append(
        file.economies.isEmpty ? runner : try await runner.beside(file.economies, options))
    }
    return complete
  }

  /// The studies of files on their own economies.
  private static func onOwn(
    _ files: [ScenarioFile], keeping stockDays: Set<Int>?, isRanged: Bool,
    comparesPolicies: Bool, _ options: Batching
  ) async throws -> [StudyRunner] {
    var runners = [StudyRunner?](repeating: nil, count: files.count)
    for group in groups(files.map(\.table.description.sha256)) {
      let found = try await together(
        group.map { files[$0] }, keeping: stockDays, isRanged: isRanged,
        comparesPolicies: comparesPolicies, options)
      for (index, runner) in zip(group, found) { runners[index] = runner }
    }
    return runners.compactMap(\.self)
  }

  /// Files of one economy.
  private static func together(
    _ files: [ScenarioFile], keeping stockDays: Set<Int>?, isRanged: Bool,
    comparesPolicies: Bool, _ options: Batching
  ) async throws -> [StudyRunner] {
    let table = files[0].table
    let runs = try SideBySide(
      files, draws: try files.map { try RangeDraws($0) }, on: Economy(table),
      prices: PriceBase(table),
      SideBySide.Extent(isRanged: isRanged, comparesPolicies: comparesPolicies))
    return runs.studies(
      of: try await runs.played(keeping: stockDays, drawing: isRanged, options))
  }

  /// Indices of equal keys, in order of first appearance.
  private static func groups(_ keys: [String]) -> [[Int]] {
    var order: [String] = []
    var members: [String: [Int]] = [:]
    for (index, key) in keys.enumerated() {
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(index)
    }
    return order.compactMap { members[$0] }
  }
}
