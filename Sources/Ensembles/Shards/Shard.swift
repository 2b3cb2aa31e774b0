package import Diagnostics

/// Which part of the blocks a process does: those whose number over the count leaves its index.
package struct Shard: Sendable, Hashable {
  /// From 0.
  package let index: Int
  /// How many there are, at least 1.
  package let count: Int
  /// What told it: `--shard`, or variables of the environment.
  package let origin: String

  /// The only shard.
  package static let whole = Shard(index: 0, count: 1, origin: "")

  /// Whether a block is this shard's.
  package func does(_ block: Int) -> Bool { block % count == index }

  /// Reads `3/8`, `auto` or `auto/8`.
  package init(_ text: String, environment: [String: String]) throws(DiagnosticList) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.first == "auto", parts.count <= 2 {
      let count = parts.count == 2 ? Int(parts[1]) : nil
      if parts.count == 2, count ?? 0 < 1 { throw Self.refusal(.notAShard(text)) }
      self = try Self.told(by: environment, count: count)
      return
    }
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]),
      count >= 1, (0..<count).contains(index)
    else { throw Self.refusal(.notAShard(text)) }
    self.init(index: index, count: count, origin: "--shard")
  }

  private init(index: Int, count: Int, origin: String) {
    self.index = index
    self.count = count
    self.origin = origin
  }

  /// A scheduler's variables: the index, where arrays begin, their step, and what counts them.
  private struct Scheduler {
    let index: String
    var first: String?
    var usualFirst = 0
    var step: String?
    var count: String?
    var last: String?
    /// A value that means that there is no array.
    var none: String?
  }

  private static let schedulers = [
    Scheduler(
      index: "SLURM_ARRAY_TASK_ID", first: "SLURM_ARRAY_TASK_MIN", step: "SLURM_ARRAY_TASK_STEP",
      count: "SLURM_ARRAY_TASK_COUNT"),
    Scheduler(index: "PBS_ARRAY_INDEX"), Scheduler(index: "PBS_ARRAYID"),
    Scheduler(index: "LSB_JOBINDEX", usualFirst: 1, last: "LSB_JOBINDEX_END", none: "0"),
    Scheduler(
      index: "SGE_TASK_ID", first: "SGE_TASK_FIRST", step: "SGE_TASK_STEPSIZE",
      last: "SGE_TASK_LAST", none: "undefined"),
    Scheduler(index: "JOB_COMPLETION_INDEX"),
    Scheduler(index: "AWS_BATCH_JOB_ARRAY_INDEX", count: "AWS_BATCH_JOB_ARRAY_SIZE"),
    Scheduler(index: "OMPI_COMM_WORLD_RANK", count: "OMPI_COMM_WORLD_SIZE"),
    Scheduler(index: "PMI_RANK", count: "PMI_SIZE"),
    Scheduler(index: "SLURM_PROCID", count: "SLURM_NTASKS"),
  ]

  private static func told(
    by environment: [String: String], count stated: Int?
  ) throws(DiagnosticList) -> Shard {
    func number(_ name: String?) -> Int? { name.flatMap { environment[$0] }.flatMap { Int($0) } }
    for scheduler in schedulers {
      guard environment[scheduler.index] != scheduler.none || scheduler.none == nil,
        let task = number(scheduler.index)
      else { continue }
      let first = number(scheduler.first) ?? scheduler.usualFirst
      let step = max(1, number(scheduler.step) ?? 1)
      let last = number(scheduler.last).map { ($0 - first) / step + 1 }
      guard let count = stated ?? number(scheduler.count) ?? last else {
        throw refusal(.noShardCount(scheduler.index))
      }
      let index = (task - first) / step
      guard count >= 1, (0..<count).contains(index) else {
        throw refusal(.notAShard("\(scheduler.index)=\(task), \(count)"))
      }
      let names = [
        scheduler.index, scheduler.first, scheduler.step, scheduler.count, scheduler.last,
      ]
      let used = names.compactMap(\.self).compactMap { name in
        environment[name].map { "\(name)=\($0)" }
      }
      return Shard(index: index, count: count, origin: used.joined(separator: " "))
    }
    throw refusal(.noShard)
  }

  private static func refusal(_ problem: EnsembleProblem) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, problem)])
  }
}
