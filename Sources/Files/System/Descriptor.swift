/// An open file or folder; closed when it goes out of use.
struct Descriptor: ~Copyable {
  private let number: Int32

  /// Opens a folder that is no link.
  init(folder path: String) throws(SystemError) { number = try CLibrary.open(path, .folder) }

  /// Opens a file that is no link, without waiting for anything.
  init(existing path: String) throws(SystemError) { number = try CLibrary.open(path, .existing) }

  /// Opens a file for reading, through links too.
  init(reading path: String) throws(SystemError) { number = try CLibrary.open(path, .reading) }

  /// Makes a file for writing; throws if anything lies there, a link too.
  init(newFile path: String, permissions: UInt32) throws(SystemError) {
    number = try CLibrary.open(path, .new(permissions: permissions))
  }

  /// Makes a file for writing and reading that loses its name at once, and itself when it is closed.
  init(namelessIn folder: String) throws(SystemError) {
    number = try CLibrary.openNameless(TemporaryName.inside(folder))
  }

  deinit { CLibrary.close(number) }

  /// Takes the lock of a file or folder, which ends with the program; false if another has it.
  func lock() -> Bool { CLibrary.lock(number) }

  /// Waits until everything is on the disk; what a file system keeps of a folder is its to say.
  func sync() throws(SystemError) { try CLibrary.sync(number) }

  /// The next `count` bytes, fewer at the end.
  func bytes(_ count: Int) throws(SystemError) -> [UInt8] {
    try CLibrary.bytes(count, from: number)
  }

  /// The next `count` numbers in the machine's own form; nil if there are fewer.
  func numbers(_ count: Int) throws(SystemError) -> [Double]? {
    try CLibrary.numbers(count, from: number)
  }

  /// `count` numbers in the machine's own form from a byte on; nil if there are fewer.
  func numbers(_ count: Int, at place: Int) throws(SystemError) -> [Double]? {
    try CLibrary.numbers(count, at: place, from: number)
  }

  func write(_ bytes: [UInt8]) throws(SystemError) { try write(bytes.span) }

  func write(_ numbers: [Double]) throws(SystemError) { try write(numbers.span) }

  private func write<Value: BitwiseCopyable>(_ values: Span<Value>) throws(SystemError) {
    var done = 0
    while done < values.count * MemoryLayout<Value>.stride {
      done += try CLibrary.write(values, from: done, to: number)
    }
  }
}
