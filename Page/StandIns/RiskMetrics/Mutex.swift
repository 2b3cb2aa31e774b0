/// A value that several threads could share: a page has one thread.
final class Mutex<Value>: @unchecked Sendable {
  private var value: Value

  /// Holds a value.
  init(_ value: Value) { self.value = value }

  /// Reads or changes the value.
  func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(&value)
  }
}
