import Diagnostics
import Files
import FoundationEssentials

/// What a user downloaded: a file, a folder, or a zip archive, as a list of files.
struct InputBundle: Sendable {
  /// The path as given.
  let path: String
  /// The files, archives opened, in a fixed order.
  let files: [InputFile]

  /// Lists what is there; throws if there is nothing or an archive is damaged.
  init(_ path: String) throws(DiagnosticList) {
    self.path = path
    var isFolder = false
    guard !path.isEmpty, !path.utf8.contains(0) else { throw Self.absent(path) }
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      files = try Self.inside(path)
      return
    }
    guard isFolder else {
      files = try Self.opened(path)
      return
    }
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    var found: [InputFile] = []
    for name in names.sorted() where !Self.isHidden(name) && name.split(separator: "/").count < 4 {
      let whole = "\(path)/\(name)"
      guard FileSystem.about(whole)?.kind == .file else { continue }
      found += try Self.opened(whole)
    }
    files = found
  }

  private init(path: String, files: [InputFile]) {
    self.path = path
    self.files = files
  }

  /// With the files of another path too; unchanged where that path is absent.
  func adding(_ other: String) throws(DiagnosticList) -> InputBundle {
    guard FileManager.default.fileExists(atPath: other) else { return self }
    return InputBundle(path: path, files: files + (try InputBundle(other).files))
  }

  /// With more files.
  func with(_ others: [InputFile]) -> InputBundle {
    InputBundle(path: path, files: files + others)
  }

  /// The folder that the path lies in.
  var parent: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// Paths on disk of all files, each once, in order.
  var pathsOnDisk: [String] {
    var seen: Set<String> = []
    return files.map(\.path).filter { seen.insert($0).inserted }
  }

  /// Bytes of everything on disk.
  var size: Int { pathsOnDisk.reduce(0) { $0 + (FileSystem.about($1)?.size ?? 0) } }

  private static func absent(_ path: String) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, ImportProblem.noSuchPath(path))])
  }

  /// The files of a path that goes on inside an archive: `2019-2021.zip/2020.csv`, or a folder in it.
  private static func inside(_ path: String) throws(DiagnosticList) -> [InputFile] {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    var rest: [Substring] = []
    while let last = parts.popLast(), !parts.isEmpty {
      rest.insert(last, at: 0)
      let archive = parts.joined(separator: "/")
      guard FileManager.default.fileExists(atPath: archive) else { continue }
      guard FileSystem.about(archive)?.kind == .file, isZip(archive), !isWorkbook(archive) else {
        break
      }
      let wanted = rest.filter { !$0.isEmpty }.joined(separator: "/")
      let members = try opened(archive)
      let found = members.filter {
        $0.member == wanted || $0.member?.hasPrefix("\(wanted)/") == true
      }
      guard found.isEmpty else { return found }
      let seen = members.prefix(5).compactMap(\.member)
      throw DiagnosticList([
        Diagnostic(.error, ImportProblem.missingFile("`\(wanted)`", path: archive, seen: seen))
      ])
    }
    throw absent(path)
  }

  private static func opened(_ path: String) throws(DiagnosticList) -> [InputFile] {
    guard isZip(path), !isWorkbook(path) else { return [InputFile(path: path, member: nil)] }
    guard let members = ZipStream.members(of: path) else {
      throw DiagnosticList([Diagnostic(.error, ImportProblem.damaged(path))])
    }
    let names = members.map(\.name).filter { !$0.hasSuffix("/") && !isHidden($0) }
    return names.sorted().map { InputFile(path: path, member: $0) }
  }

  private static func isZip(_ path: String) -> Bool {
    if path.lowercased().hasSuffix(".zip") { return true }
    var reader = BinaryReader(path)
    return reader?.bytes(4) == [0x50, 0x4B, 0x03, 0x04]
  }

  private static func isWorkbook(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".xlsx", ".xlsm", ".xlsb"].contains { name.hasSuffix($0) }
  }

  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }
}
