import Foundation
import Testing

@testable import sonae

/// Shards under xargs that are killed at any moment and started again give the bytes of an undisturbed run.
struct KilledEnsembleTests {
  @Test func killedShardsGoOnToTheSameBytes() async throws {
    let ensemble = "\"$SONAE\" ensemble test.yaml --draws 2000 --indices 8 --threads 1"
    let script = """
      set -eu
      \(ensemble) --output whole > /dev/null
      for delay in 0.1 0.4 0.7 0.3 1.1 0.9; do
        seq 0 3 | xargs -P 4 -I{} sh -c 'timeout -s KILL '$delay' \
          "$SONAE" ensemble test.yaml --draws 2000 --indices 8 --threads 1 \
          --output parts --resume --shard {}/4 > /dev/null 2>&1 || true'
      done
      seq 0 3 | xargs -P 4 -I{} \(ensemble) --output parts --resume --shard {}/4 > /dev/null
      "$SONAE" merge parts > /dev/null
      for name in draws.parquet quantiles.csv sensitivity.csv paths.csv report.json; do
        cmp whole/$name parts/$name
      done
      """
    try await shell(script, scenario: uncertainScenario) { outcome, folder in
      #expect(outcome.code == 0, "\(outcome.err)")
      let whole = try files(in: folder + "/whole/blocks")
      let parts = try files(in: folder + "/parts/blocks").filter { !$0.hasPrefix(".") }
      #expect(whole == parts)
    }
  }

  /// Every scheduler's variables give its part: the program says which it took.
  @Test(arguments: [
    "SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_STEP=1",
    "PBS_ARRAY_INDEX=1", "LSB_JOBINDEX=2 LSB_JOBINDEX_END=3",
    "SGE_TASK_ID=2 SGE_TASK_FIRST=1 SGE_TASK_LAST=3 SGE_TASK_STEPSIZE=1",
    "JOB_COMPLETION_INDEX=1", "AWS_BATCH_JOB_ARRAY_INDEX=1 AWS_BATCH_JOB_ARRAY_SIZE=3",
    "OMPI_COMM_WORLD_RANK=1 OMPI_COMM_WORLD_SIZE=3",
  ])
  func schedulersTellTheShard(_ variables: String) async throws {
    let script =
      "env \(variables) \"$SONAE\" ensemble test.yaml --output out --shard auto/3 --indices 0 --draws 600"
    try await shell(script, scenario: uncertainScenario) { outcome, folder in
      #expect(outcome.code == 0)
      #expect(outcome.err.contains("shard 1 of 3"))
      #expect(outcome.err.contains(variables.split(separator: "=")[0]))
      let blocks = try files(in: folder + "/out/blocks")
      #expect(blocks == ["1.json", "1.parquet", "paths-1.parquet"])
    }
  }

  /// LSF gives every job that is no array the index 0.
  @Test func indexZeroOfLSFIsNoArray() async throws {
    let script = "LSB_JOBINDEX=0 \"$SONAE\" ensemble test.yaml --output out --shard auto/3"
    try await shell(script, scenario: uncertainScenario) { outcome, folder in
      #expect(outcome.code == 1)
      #expect(outcome.err.contains("nothing in the environment"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
    }
  }

  @Test func theSlurmScriptIsAShellScriptThatQuotesItsWords() async throws {
    let script = """
      cp test.yaml "a b;c.yaml"
      "$SONAE" slurm "a b;c.yaml" --shards 4 --output "o u" > job.sh
      bash -n job.sh
      grep -q "'a b;c.yaml'" job.sh && grep -q "array=0-3" job.sh && grep -q "afterok" job.sh
      """
    try await shell(script, scenario: uncertainScenario) { outcome, _ in
      #expect(outcome.code == 0, "\(outcome.err)")
    }
  }
}
