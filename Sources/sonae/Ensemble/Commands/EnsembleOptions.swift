import ArgumentParser
import Scenarios
import Statistics

extension SamplingMethod: ExpressibleByArgument {}

/// What an ensemble draws, where the command line says other than the file.
struct EnsembleOptions: ParsableArguments {
  @Option(help: "Number of draws (default: the file's).")
  var draws: Int?

  @Option(help: "Seed of the random numbers (default: the file's).")
  var seed: Int?

  @Option(help: "'monte carlo', 'latin hypercube' or sobol (default: the file's).")
  var sampling: SamplingMethod?

  @Option(
    help: """
      Rows of the design of Sobol' indices, a power of two from 8; 0: none (default: about as many runs \
      as draws).
      """)
  var indices: Int?

  @Option(
    help: "Trajectories of Morris's elementary effects, each a run more than assumptions; 0: none.")
  var trajectories = 0

  @Option(
    help:
      "Walks of Shapley effects, which share out the variance with nothing left, each a run more than assumptions; 0: none."
  )
  var shapley = 0

  @Flag(help: "Vary every assumption that has a bundled low and high end as well.")
  var bundledRanges = false

  @Option(
    help: "End when precise enough, such as 'gdp_loss_share_JPN p95 ±5%'; draws are the most.")
  var until: String?

  func validate() throws {
    if let draws, draws < 1 { throw ValidationError("--draws must be 1 or more, not \(draws)") }
    if let seed, seed < 0 { throw ValidationError("--seed must be 0 or more, not \(seed)") }
    if trajectories != 0, trajectories < 2 {
      throw ValidationError("--trajectories takes 0, or 2 and more, not \(trajectories)")
    }
    if shapley != 0, shapley < 2 {
      throw ValidationError("--shapley takes 0, or 2 and more, not \(shapley)")
    }
    if let indices, indices != 0, indices < 8 || indices & (indices - 1) != 0 {
      throw ValidationError("--indices takes 0 or a power of two from 8, not \(indices)")
    }
  }
}
