package import Diagnostics

extension NewFolder {
  /// A file of a new folder while it is written.
  package struct Part: ~Copyable {
    /// What was written.
    package struct Record: Sendable, Hashable {
      /// The file's path in its folder.
      package let name: String
      /// Bytes.
      package let size: Int
      /// SHA-256 in lower-case hexadecimal digits.
      package let sha256: String
    }

    private let name: String
    private let shown: String
    private let descriptor: Descriptor
    private var digest = StreamingDigest()
    private var size = 0

    init(_ name: String, at path: String, shown: String) throws(DiagnosticList) {
      self.name = name
      self.shown = shown
      descriptor = try asked(shown) { () throws(SystemError) in
        try Descriptor(newFile: path, permissions: 0o666)
      }
    }

    /// Appends bytes.
    package mutating func append(_ bytes: [UInt8]) throws(DiagnosticList) {
      do throws(SystemError) { try descriptor.write(bytes) } catch {
        throw .unwritten(.refused(shown, error))
      }
      digest.add(bytes)
      size += bytes.count
    }

    /// Waits until everything is on the disk.
    package mutating func finish() throws(DiagnosticList) -> Record {
      do throws(SystemError) { try descriptor.sync() } catch {
        throw .unwritten(.refused(shown, error))
      }
      return Record(name: name, size: size, sha256: digest.finish())
    }
  }
}
