package import Diagnostics

// A page has no disk: nothing lies anywhere but in what the page itself carries.

/// What a path would lead to.
package enum FileSystem {
  /// What lies at a path.
  package struct About: Sendable {
    /// What it is.
    package enum Kind: Sendable { case file, folder }
    /// What it is.
    package let kind: Kind
    /// Bytes.
    package let size: Int
  }

  /// Nothing.
  package static func about(_ path: String) -> About? { nil }
}

/// The system's files, none.
package struct FileManager: Sendable {
  /// The only one.
  package static let `default` = FileManager()

  /// Never.
  package func fileExists(atPath path: String) -> Bool { false }

  /// Never.
  package func fileExists(atPath path: String, isDirectory: inout Bool) -> Bool { false }

  /// None.
  package func contentsOfDirectory(atPath path: String) throws(SystemError) -> [String] { [] }
}

/// What the system runs on.
package struct ProcessInfo: Sendable {
  /// The only one.
  package static let processInfo = ProcessInfo()
  /// Bytes that WebAssembly of 32 bits reaches.
  package var physicalMemory: UInt64 { 4 << 30 }
}

/// Why the system did not do what it was asked for.
package struct SystemError: Error, Sendable, Hashable {
  /// The system's number.
  package let code: Int32
  /// In words.
  package func reason(in language: Language) -> String { "\(code)" }
}

extension Source {
  /// Nothing can be read.
  package static func reading(_ path: String) throws(DiagnosticList) -> Source {
    throw DiagnosticList([Diagnostic(.error, FileProblem.unreadable(path))])
  }
}

/// Unpacks; the page's own files are unpacked by the browser.
package enum Inflate {
  /// Nothing.
  package static func gunzip(_ bytes: [UInt8]) -> [UInt8]? { nil }
}

/// Bytes, where the sources ask Foundation for their Base64.
package struct Data: Sendable {
  /// Holds nothing.
  package init(_ bytes: [UInt8]) {}
  /// Never asked for: the page writes no page.
  package func base64EncodedString() -> String { "" }
}

extension Data {
  /// Nothing can be read.
  package init(contentsOf place: URL) throws(SystemError) { throw SystemError(code: 2) }
}

/// A place on a disk.
package struct URL: Sendable {
  /// Leads nowhere.
  package init(filePath path: String) {}
}

extension [UInt8] {
  /// Bytes of what was read.
  package init(_ data: Data) { self = [] }
}
