import ArgumentParser

/// How many scenarios run side by side and at the same time; nil: what suits the machine.
struct Batching {
  var threads: Int?
  var width: Int?
}

/// How scenarios are run at the same time; results do not depend on `threads`.
struct BatchOptions: ParsableArguments {
  @Option(help: "Batches that run at the same time (default: one for each processor).")
  var threads: Int?

  @Option(help: "Scenarios a batch (default: what suits the economy and this machine).")
  var width: Int?

  /// The options as values.
  var batching: Batching { Batching(threads: threads, width: width) }

  func validate() throws {
    for (name, value) in [("threads", threads), ("width", width)] {
      if let value, value < 1 { throw ValidationError("--\(name) must be 1 or more, not \(value)") }
    }
  }
}
