internal import FoundationEssentials

/// Memory of this process as Linux tells it; 0 elsewhere.
package enum Footprint {
  /// Resident memory, MB.
  package static var resident: Double { value("VmRSS:") }

  /// Largest resident memory since the last reset, MB.
  package static var peak: Double { value("VmHWM:") }

  /// Makes the present memory the peak.
  package static func resetPeak() {
    try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
  }

  private static func value(_ key: String) -> Double {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix(key) }),
      let kilobytes = Double(line.dropFirst(key.count).split(whereSeparator: \.isWhitespace)[0])
    else { return 0 }
    return kilobytes * 1_024 / 1e6
  }
}
