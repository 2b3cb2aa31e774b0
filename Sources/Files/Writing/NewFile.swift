package import Diagnostics

/// A file that is written beside its place under a name of its own and then renamed into it.
///
/// It is never half there: what is not finished is removed, and what a killed run left is removed by
/// a later good one. Links are not followed.
package struct NewFile: ~Copyable {
  private let path: String
  private let temporary: String
  private let descriptor: Descriptor
  private var isPlaced = false

  /// Makes the file under its temporary name; throws if the system does not let us.
  package init(_ path: String, permissions: UInt32 = 0o666) throws(DiagnosticList) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .unwritten(.nameless) }
    let temporary = TemporaryName.beside(path)
    let descriptor = try asked(path) { () throws(SystemError) in
      try Descriptor(newFile: temporary, permissions: permissions)
    }
    _ = descriptor.lock()
    self.path = path
    self.temporary = temporary
    self.descriptor = descriptor
  }

  deinit { if !isPlaced { removeFile(temporary) } }

  /// Appends bytes.
  package func append(_ bytes: [UInt8]) throws(DiagnosticList) {
    try asked(path) { () throws(SystemError) in try descriptor.write(bytes) }
  }

  /// Appends numbers in the machine's own form.
  package func append(_ numbers: [Double]) throws(DiagnosticList) {
    try asked(path) { () throws(SystemError) in try descriptor.write(numbers) }
  }

  /// Gives the file its name; `durably` waits until it is on the disk, and only `replacing` does an
  /// older file make way.
  package mutating func finish(
    durably: Bool = true, replacing: Bool = true
  ) throws(DiagnosticList) {
    do {
      if durably { try descriptor.sync() }
      if replacing {
        try FileSystem.rename(temporary, to: path)
      } else {
        try FileSystem.renameToFree(temporary, path)
      }
    } catch {
      let isThere = !replacing && FileSystem.about(path, followingLinks: false) != nil
      throw .unwritten(isThere ? .exists(path) : .refused(path, error))
    }
    isPlaced = true
    Leftovers.remove(beside: path)
  }

  /// Writes a whole file.
  package static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool = true
  ) throws(DiagnosticList) {
    var file = try NewFile(path)
    try file.append(bytes)
    try file.finish(replacing: replacing)
  }
}

/// Does something to a path; what the system refuses is told with the path.
func asked<Result: ~Copyable>(
  _ path: String, _ work: () throws(SystemError) -> Result
) throws(DiagnosticList) -> Result {
  do throws(SystemError) { return try work() } catch {
    throw .unwritten(.refused(path, error))
  }
}
