/// What matters of the computer to the width of batches: a page runs one scenario at a time.
package struct Machine: Sendable {
  /// Memory, bytes.
  package let memory: Int
  /// Largest cache, bytes.
  package let cache: Int
  /// Processors that can work at the same time.
  package let processors: Int

  /// A page's share of any computer.
  package static let current = Machine(memory: 2 << 30, cache: 8 << 20, processors: 1)
}
