package import Diagnostics

/// Numbers that are written one after the other and read back at any place: in memory up to a size, and
/// beyond it in a file that has no name and goes with the program.
package struct ScratchNumbers: ~Copyable {
  private let folder: String
  private let most: Int
  private var held: [Double] = []
  private var file: Descriptor?

  /// How many there are.
  package private(set) var count = 0

  /// Keeps up to `most` numbers in memory, all of them in a file in `folder` beyond that.
  package init(folder: String, inMemory most: Int = 1 << 23) {
    self.folder = folder
    self.most = most
  }

  /// Whether they are in a file.
  package var isOnDisk: Bool { file != nil }

  /// Appends numbers; throws where the folder does not take them.
  package mutating func append(_ numbers: [Double]) throws(DiagnosticList) {
    if file == nil, count + numbers.count > most { try moveToDisk() }
    if file == nil { held += numbers } else { try write(numbers) }
    count += numbers.count
  }

  /// Numbers of a range that was written.
  package func numbers(_ range: Range<Int>) throws(DiagnosticList) -> [Double] {
    precondition(range.upperBound <= count, "ScratchNumbers: \(range) of \(count)")
    if file == nil { return Array(held[range]) }
    let found = try asked(folder) { () throws(SystemError) in
      try file?.numbers(range.count, at: 8 * range.lowerBound)
    }
    guard let found else {
      throw .unwritten(.refused(folder, SystemError(code: SystemError.failing)))
    }
    return found
  }

  private mutating func moveToDisk() throws(DiagnosticList) {
    let folder = folder
    file = try asked(folder) { () throws(SystemError) in try Descriptor(namelessIn: folder) }
    try write(held)
    held = []
  }

  private func write(_ numbers: [Double]) throws(DiagnosticList) {
    try asked(folder) { () throws(SystemError) in try file?.write(numbers) }
  }
}
