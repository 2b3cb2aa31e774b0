import Diagnostics
import Files
import FoundationEssentials

/// Where the files of one economy lie: compiled in, in a folder, or in memory.
struct EconomyFiles {
  /// The folder of each bundled economy starts so.
  static let bundledFolder = "economies"

  /// What the economy is called where economy.csv does not say.
  let name: String
  /// The folder as messages show it.
  let folder: String
  private let storage: Storage
  /// Names and contents of the files read so far, unpacked.
  private(set) var contents: [String: [UInt8]] = [:]
  /// Names and bytes of the files read so far, as they lie there.
  private var raw: [String: [UInt8]] = [:]

  private enum Storage {
    case bundled
    case disk
    case memory([String: [UInt8]])
  }

  /// Takes files given by name, such as `Z.csv`.
  init(named name: String, files: [String: [UInt8]]) {
    self.name = name
    folder = name
    storage = .memory(files)
  }

  /// Finds a bundled economy by name, else a folder by path, relative to `base` or to where we are.
  init(named name: String, relativeTo base: String?) throws(DiagnosticList) {
    self.name = name.split(separator: "/").last.map(String.init) ?? name
    let bundled = Self.bundledNames()
    guard !bundled.contains(name) else {
      folder = "\(Self.bundledFolder)/\(name)"
      storage = .bundled
      return
    }
    storage = .disk
    let isAbsolute = name.hasPrefix("/")
    folder = isAbsolute || base == nil || base == "" ? name : "\(base ?? "")/\(name)"
    var isFolder = false
    let exists =
      !name.isEmpty && !name.utf8.contains(0)
      && FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
    if !exists {
      throw DiagnosticList([
        Diagnostic(
          .error, FolderProblem.unknownEconomy(name, lookedAt: folder, bundled: bundled))
      ])
    }
    if !isFolder {
      throw DiagnosticList([Diagnostic(.error, FolderProblem.notAFolder(folder))])
    }
  }

  /// Names of the economies compiled in, sorted.
  static func bundledNames() -> [String] {
    let paths = BundledData.paths(in: bundledFolder)
    return Set(paths.map { String($0.split(separator: "/")[1]) }).sorted()
  }

  /// A file such as `Z.csv`, or its packed form; nil if it is absent or unreadable.
  mutating func source(_ file: String, into log: inout ProblemLog) -> Source? {
    let packed = file + ".gz"
    if exists(file), exists(packed) { log.warn(FolderProblem.twoForms(file)) }
    if exists(file) {
      guard let bytes = read(file, into: &log) else { return nil }
      return remember(file, Source(name: "\(folder)/\(file)", bytes: bytes))
    }
    guard exists(packed), let bytes = read(packed, into: &log) else { return nil }
    guard let content = Inflate.gunzip(bytes) else {
      log.error(FolderProblem.damagedGzip("\(folder)/\(packed)"))
      return nil
    }
    return remember(file, Source(name: "\(folder)/\(packed)", bytes: content))
  }

  /// A file that every economy needs; its absence is logged.
  mutating func requiredSource(_ file: String, into log: inout ProblemLog) -> Source? {
    if !exists(file), !exists(file + ".gz") {
      log.error(FolderProblem.missingFile(file, folder: folder))
      return nil
    }
    return source(file, into: &log)
  }

  /// SHA-256 of the list of files read, a line `<sha256>  <name>` each, sorted by name.
  ///
  /// Packed files count with their content, so that packing does not change it.
  var sha256: String { economySHA256(contents.mapValues { sha256Hex($0) }) }

  /// Names and digests of every file that counts, read for it; nil unless they are compiled in or lie on
  /// disk, can be read, and are at least so large together.
  mutating func cacheKey(atLeast size: Int) -> String? {
    if case .memory = storage { return nil }
    let present = Self.names.flatMap { [$0, $0 + ".gz"] }.filter { exists($0) }
    if case .disk = storage {
      let total = present.reduce(0) { $0 + (FileSystem.about("\(folder)/\($1)")?.size ?? 0) }
      guard total >= size else { return nil }
    }
    var log = ProblemLog()
    for file in present where read(file, into: &log) == nil { return nil }
    return raw.values.reduce(0, { $0 + $1.count }) < size ? nil : economyCacheKey(name: name, raw)
  }

  private func exists(_ file: String) -> Bool {
    let path = "\(folder)/\(file)"
    switch storage {
    case .bundled: return BundledData.paths(in: folder).contains(path)
    case .disk: return FileManager.default.fileExists(atPath: path)
    case .memory(let files): return files[file] != nil
    }
  }

  private mutating func read(_ file: String, into log: inout ProblemLog) -> [UInt8]? {
    let path = "\(folder)/\(file)"
    switch storage {
    case .bundled:
      if raw[file] == nil { raw[file] = BundledData.bytes(of: path) }
      return raw[file]
    case .memory(let files): return files[file]
    case .disk:
      if let bytes = raw[file] { return bytes }
      guard let about = FileSystem.about(path), about.kind == .file, about.size < Limits.tableFile
      else {
        log.error(LimitProblem.size(path, most: Limits.tableFile))
        return nil
      }
      if let data = try? Data(contentsOf: URL(filePath: path)) {
        raw[file] = Array(data)
        return raw[file]
      }
      log.error(FolderProblem.unreadableFile(path))
      return nil
    }
  }

  private mutating func remember(_ file: String, _ source: Source) -> Source {
    contents[file] = source.bytes
    return source
  }
}
