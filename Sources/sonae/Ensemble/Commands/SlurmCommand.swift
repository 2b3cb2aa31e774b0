import ArgumentParser
import Diagnostics
import Ensembles
import Reporting
import Statistics

/// `sonae slurm`: the script of a job array for an ensemble, and of the merge that waits for it.
struct SlurmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slurm",
    abstract: "Print a script that submits an ensemble as a Slurm array and its merge after it.",
    discussion: """
      sonae slurm rare-earth-ranges --draws 100000 --shards 64 --output out > job.sh
      sbatch job.sh
      `bash job.sh` does the same where nodes may not submit.
      """)

  @Argument(help: "A scenario file, or the name of a bundled scenario.")
  var file: String

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var ensemble: EnsembleOptions

  @Option(help: "A folder that every node sees.")
  var output: String

  @Option(help: "Tasks of the array.")
  var shards = 16

  @Option(help: "Processors of a task.")
  var threads = 2

  @Option(help: "Time limit of a task, as Slurm reads it.")
  var time = "01:00:00"

  /// A task that is killed so often would be killed again.
  private static let mostRestarts = 20

  func validate() throws {
    if shards < 1 { throw ValidationError("--shards must be 1 or more, not \(shards)") }
    if threads < 1 { throw ValidationError("--threads must be 1 or more, not \(threads)") }
    if ensemble.until != nil {
      throw ValidationError("--until looks at all draws: it cannot be cut into shards")
    }
    if time.contains(where: { !"0123456789:-".contains($0) }) || time.isEmpty {
      throw ValidationError("--time reads 01:00:00 or 1-00:00:00, not '\(time)'")
    }
  }

  func run() throws {
    try Terminal.refusing(in: options.language ?? .en) {
      _ = try EnsembleRequest(file, options, ensemble)
      Terminal.result(script)
    }
  }

  /// Every word that is not plain is quoted, so that a file's name is never read as a command.
  private var script: String {
    var words = ["sonae", "ensemble", file]
    if let economy = options.economy { words += ["--economy", economy] }
    if let language = options.language { words += ["--language", language.rawValue] }
    for setting in options.settings { words += ["--set", setting] }
    if let draws = ensemble.draws { words += ["--draws", "\(draws)"] }
    if let seed = ensemble.seed { words += ["--seed", "\(seed)"] }
    if let sampling = ensemble.sampling { words += ["--sampling", sampling.rawValue] }
    if let indices = ensemble.indices { words += ["--indices", "\(indices)"] }
    if ensemble.trajectories > 0 { words += ["--trajectories", "\(ensemble.trajectories)"] }
    if ensemble.shapley > 0 { words += ["--shapley", "\(ensemble.shapley)"] }
    if ensemble.bundledRanges { words.append("--bundled-ranges") }
    words += ["--shard", "auto", "--resume", "--threads", "\(threads)", "--output", output]
    let command = words.map(Self.quoted).joined(separator: " ")
    return """
      #!/bin/bash
      #SBATCH --job-name=sonae-submit --ntasks=1 --time=00:10:00
      # sbatch or bash this file: \(shards) tasks do the blocks of one folder, then a merge sums them up.
      # A task that is ended early or killed is requeued and goes on where it was.
      set -euo pipefail
      # What describes the submitting job does not describe the tasks.
      for name in $(compgen -e | grep '^SLURM_' | grep -v '^SLURM_CONF$'); do unset "$name"; done
      array=$(sbatch --parsable --array=0-\(shards - 1) --cpus-per-task=\(threads) --time=\(time) \\
        --requeue --signal=B:USR1@60 --open-mode=append --job-name=sonae <<'TASK'
      #!/bin/bash
      \(command) &
      task=$!
      trap 'kill -USR1 "$task"' USR1 TERM
      code=0
      wait "$task" || code=$?
      while kill -0 "$task" 2>/dev/null; do code=0; wait "$task" || code=$?; done
      # \(StopRequest.exitCode): whole blocks are kept, and there is work left; from 128 on: killed.
      if { [ "$code" -eq \(StopRequest.exitCode) ] || [ "$code" -ge 128 ]; } &&
        [ "${SLURM_RESTART_COUNT:-0}" -lt \(Self.mostRestarts) ]; then
        # Requeueing ends this script; a script that ends by itself meanwhile would end the next try.
        scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}" && exec sleep 600
      fi
      exit "$code"
      TASK
      )
      sbatch --dependency="afterok:${array%%;*}" --cpus-per-task=1 --time=\(time) \\
        --kill-on-invalid-dep=yes --job-name=sonae-merge <<'MERGE'
      #!/bin/bash
      sonae merge \(Self.quoted(output))
      MERGE

      """
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
        || "/._-".utf8.contains($0)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
