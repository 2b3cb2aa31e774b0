import FoundationEssentials

/// Path of a file or folder of the data that SONAE_SHARED_DATA names; nil where it is absent.
///
/// Published tables are not part of the repository; tests on them are skipped without it.
package func sharedData(_ path: String) -> String? {
  guard let root = ProcessInfo.processInfo.environment["SONAE_SHARED_DATA"], !root.isEmpty else {
    return nil
  }
  let full = "\(root)/\(path)"
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
