import CAllocationCounter
import Measurement
import Propagation
import Testing

/// Allocations of a batch's steps from the third to the thirtieth, in a thread whose counter is known to see
/// one. They are run once before: a type's metadata are made at their first use in a process.
func allocationsInSteps(of batch: CompiledBatch) throws -> Int {
  let counter: AllocationCounter = { Int(sonae_thread_allocations()) }
  try #require(Measurement.allocationControl(counter) > 0, "the counter must see an allocation")
  var used = 0
  for _ in 0..<2 {
    var simulation = Simulation(batch, tracingLimits: false)
    var accounts = AccountsRecorder(batch, tracingLimits: false)
    for _ in 0..<2 { simulation.advance(&accounts) }
    let before = counter()
    for _ in 2..<30 { simulation.advance(&accounts) }
    used = counter() - before
  }
  return used
}

/// What a batch's scenarios give day by day.
func trajectories(of batch: CompiledBatch, hasSecondThread: Bool = false) -> [Trajectory] {
  var recorder = TrajectoryRecorder(batch)
  var simulation = Simulation(batch, hasSecondThread: hasSecondThread)
  simulation.run(&recorder)
  return recorder.trajectories
}
