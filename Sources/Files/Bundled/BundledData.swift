internal import CBundledData

/// The files compiled into the program: economies, commodities, defaults and scenarios.
///
/// The one file that reads C's table of them. Paths start at `economies/`, `commodities/`,
/// `defaults/` or `Scenarios/`.
package enum BundledData {
  /// The bytes of a file, such as `economies/g7plus-2011/Z.csv`; nil if there is none.
  package static func bytes(of path: String) -> [UInt8]? {
    guard let index = index[path] else { return nil }
    let file = unsafe sonae_bundled_first[index]
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
  }

  /// Paths of the files in a folder and in its subfolders, sorted.
  package static func paths(in folder: String) -> [String] {
    let prefix = folder.hasSuffix("/") || folder.isEmpty ? folder : folder + "/"
    return index.keys.filter { $0.hasPrefix(prefix) }.sorted()
  }

  private static let index: [String: Int] = {
    var index: [String: Int] = [:]
    for position in 0..<sonae_bundled_count {
      index[unsafe name(String(cString: sonae_bundled_first[position].path))] = position
    }
    return index
  }()

  /// Scenarios lie outside the C target's folder: `../../Scenarios/x.yaml`.
  private static func name(_ path: String) -> String {
    path.split(separator: "/").drop { $0 == ".." }.joined(separator: "/")
  }
}
