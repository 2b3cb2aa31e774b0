internal import FoundationEssentials

/// What matters of the computer to the width of batches.
package struct Machine: Sendable {
  /// Memory, bytes.
  package let memory: Int
  /// Largest cache, bytes.
  package let cache: Int
  /// Processors that can work at the same time.
  package let processors: Int

  /// Makes a machine.
  package init(memory: Int, cache: Int, processors: Int) {
    self.memory = memory
    self.cache = cache
    self.processors = processors
  }

  /// This computer; a cache that it does not tell is taken as 32 MiB.
  package static let current = Machine(
    memory: Int(clamping: ProcessInfo.processInfo.physicalMemory),
    cache: sharedCache() ?? 32 << 20,
    processors: ProcessInfo.processInfo.activeProcessorCount)

  /// The last-level cache as Linux tells it, such as `32768K`.
  private static func sharedCache() -> Int? {
    let path = "/sys/devices/system/cpu/cpu0/cache/index3/size"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    let digits = text.prefix { $0.isNumber }
    let unit = text.dropFirst(digits.count).first
    let factor: Int? = unit == "K" ? 1 << 10 : unit == "M" ? 1 << 20 : nil
    guard let size = Int(digits), let factor else { return nil }
    return size * factor
  }
}
