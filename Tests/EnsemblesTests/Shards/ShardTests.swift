import Diagnostics
import Ensembles
import Testing

@Suite struct ShardTests {
  private func auto(_ environment: [String: String], _ text: String = "auto") throws -> [Int] {
    let shard = try Shard(text, environment: environment)
    return [shard.index, shard.count]
  }

  @Test func everyBlockIsDoneOnce() throws {
    let shards = try (0..<7).map { try Shard("\($0)/7", environment: [:]) }
    for block in 0..<50 { #expect(shards.count { $0.does(block) } == 1) }
  }

  @Test(arguments: ["", "8/8", "-1/8", "1", "1/0", "a/b", "0/2/3", "auto/0", "auto/x"])
  func whatIsNoShardIsRefused(_ text: String) {
    #expect(throws: DiagnosticList.self) {
      try Shard(text, environment: ["SLURM_PROCID": "0", "SLURM_NTASKS": "2"])
    }
  }

  @Test func schedulersAreUnderstood() throws {
    #expect(
      try auto([
        "SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_STEP": "2",
        "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_PROCID": "0", "SLURM_NTASKS": "1",
      ]) == [2, 4])
    #expect(
      try auto([
        "SGE_TASK_ID": "3", "SGE_TASK_FIRST": "1", "SGE_TASK_LAST": "10", "SGE_TASK_STEPSIZE": "1",
      ]) == [2, 10])
    #expect(
      try auto(["LSB_JOBINDEX": "1", "LSB_JOBINDEX_END": "6"]) == [0, 6])
    #expect(
      try auto(["OMPI_COMM_WORLD_RANK": "3", "OMPI_COMM_WORLD_SIZE": "4"]) == [3, 4])
    #expect(
      try auto(["AWS_BATCH_JOB_ARRAY_INDEX": "0", "AWS_BATCH_JOB_ARRAY_SIZE": "9"]) == [0, 9])
    #expect(try auto(["JOB_COMPLETION_INDEX": "2"], "auto/5") == [2, 5])
    #expect(try auto(["PBS_ARRAY_INDEX": "4"], "auto/5") == [4, 5])
  }

  /// Index 0 of LSF and `undefined` of Grid Engine mean that there is no array.
  @Test func jobsWithoutAnArrayAreNoShards() throws {
    #expect(throws: DiagnosticList.self) { try auto(["LSB_JOBINDEX": "0"]) }
    #expect(throws: DiagnosticList.self) { try auto(["SGE_TASK_ID": "undefined"]) }
    #expect(throws: DiagnosticList.self) { try auto(["JOB_COMPLETION_INDEX": "2"]) }
    #expect(throws: DiagnosticList.self) { try auto(["PBS_ARRAY_INDEX": "5"], "auto/5") }
    #expect(
      try auto([
        "LSB_JOBINDEX": "0", "OMPI_COMM_WORLD_RANK": "1", "OMPI_COMM_WORLD_SIZE": "2",
      ]) == [1, 2])
  }
}
