import FoundationEssentials

/// Says which files of a folder are those of one of our runs.
package struct Ownership: Sendable {
  /// The file that makes a folder whole: written last, removed first.
  package let mark: String
  /// Names and sizes, in bytes, of all files that a folder's mark lists, the mark's own left out;
  /// nil if there is none, or it is of another program.
  package let listed: @Sendable (_ folder: String) -> [String: Int]?

  /// Makes the rule from the mark's name and what it lists.
  package init(mark: String, listed: @escaping @Sendable (_ folder: String) -> [String: Int]?) {
    self.mark = mark
    self.listed = listed
  }
}

/// Everything that a folder holds; links are not followed.
struct FolderTree {
  private let root: String
  /// Paths of files with their sizes; nil for what is no plain file.
  private(set) var files: [String: Int?] = [:]
  /// Paths of folders, each before those in it.
  private(set) var folders: [String] = []

  /// Lists a folder, without what is being written into it.
  init(_ root: String) {
    self.root = root
    add("")
  }

  private mutating func add(_ folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    for name in names.sorted() {
      if folder.isEmpty, TemporaryName.isInside(name) { continue }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let about = FileSystem.about("\(root)/\(path)", followingLinks: false)
      switch about?.kind {
      case .folder:
        folders.append(path)
        add(path)
      case .file: files[path] = about?.size
      default: files[path] = .some(nil)
      }
    }
  }

  /// What keeps the folder from being replaced: files that are not listed, changed, or missing, and
  /// empty folders; none if it is empty or a whole folder of ours.
  func foreign(to ownership: Ownership?) -> [String] {
    if files.isEmpty, folders.isEmpty { return [] }
    guard let ownership, let listed = ownership.listed(root) else {
      return (folders + files.keys).filter { !$0.contains("/") }.sorted()
    }
    let strange = files.filter { name, size in
      name != ownership.mark && (size == nil || listed[name] != size)
    }.keys
    let missing = listed.keys.filter { files[$0] == nil }
    let empty = folders.filter { folder in !files.keys.contains { $0.hasPrefix(folder + "/") } }
    return (strange + missing + empty).sorted()
  }

  /// Removes listed files and the folders that are empty then, the mark last; true if nothing is left.
  @discardableResult
  func remove(_ listed: [String: Int], mark: String?) -> Bool {
    for name in files.keys where listed[name] != nil { removeFile("\(root)/\(name)") }
    for folder in folders.reversed() { FileSystem.removeEmptyFolder("\(root)/\(folder)") }
    if let mark, files[mark] != nil { removeFile("\(root)/\(mark)") }
    return FileSystem.removeEmptyFolder(root)
  }
}
