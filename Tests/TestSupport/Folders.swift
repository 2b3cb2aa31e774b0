import FoundationEssentials

/// Path of a file or folder of the shared data beside the repository; nil where it is absent.
package func sharedData(_ path: String) -> String? {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let full = root.appending(path: "../shared/data").appending(path: path).standardized.path
  return FileManager.default.fileExists(atPath: full) ? full : nil
}

/// A folder that lives as long as the closure; `files` maps names to contents.
package func withTemporaryFolder<Result>(
  _ files: [String: [UInt8]] = [:], _ body: (String) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "sonae-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, bytes) in files {
    try write(bytes, to: "\(folder.path)/\(name)")
  }
  return try body(folder.path)
}

/// A folder that lives as long as a closure that takes its time.
package func withTemporaryFolder<Result>(
  _ files: [String: [UInt8]] = [:], _ body: (String) async throws -> Result
) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "sonae-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, bytes) in files {
    try write(bytes, to: "\(folder.path)/\(name)")
  }
  return try await body(folder.path)
}

/// Writes a file anew; an old one is removed first, because truncating it waits for the disk.
package func write(_ bytes: [UInt8], to path: String) throws {
  try? FileManager.default.removeItem(atPath: path)
  try Data(bytes).write(to: URL(filePath: path))
}
