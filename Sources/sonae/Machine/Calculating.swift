import Diagnostics
import Files
import LinearAlgebra

/// A command that multiplies matrices: OpenBLAS takes its buffer before anything is read.
protocol Calculating {}

extension RunCommand: Calculating {}
extension CompareCommand: Calculating {}
extension SweepCommand: Calculating {}
extension EnsembleCommand: Calculating {}
extension DecideCommand: Calculating {}
extension ExploreCommand: Calculating {}
extension InspectCommand: Calculating {}
extension BenchCommand: Calculating {}

extension Calculating {
  /// Throws if OpenBLAS would wait for memory for ever.
  func demandMemory() throws(DiagnosticList) {
    if OpenBLAS.takeBuffer() { return }
    throw DiagnosticList([Diagnostic(.error, LimitProblem.addressSpace(OpenBLAS.bufferSize))])
  }
}
