import Foundation

/// The most memory that this process has had, as Linux tells it.
enum PeakMemory {
  /// In MB; 0 where the system does not say.
  static var megabytes: Double {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = Double(line.dropFirst(6).split(whereSeparator: \.isWhitespace)[0])
    else { return 0 }
    return kilobytes * 1_024 / 1e6
  }
}
