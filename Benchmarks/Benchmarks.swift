import Measurement

/// Prints the engine's figures on this machine, a line each; ratios are what carries over.
@main struct Benchmarks {
  static func main() {
    for figure in Measurement.all() { print("\(figure.name) \(figure.value)") }
  }
}
