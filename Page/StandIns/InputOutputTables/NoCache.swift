/// A page keeps no table.
package struct CacheFolder: Sendable {
  /// What a cache would hold.
  package struct Entry: Sendable {
    /// The table.
    package let table: InputOutputTable
  }

  /// From so many bytes on.
  package let leastBytes: Int
  /// None.
  package static func ofUser() -> CacheFolder? { nil }
  /// None.
  package func table(of key: String) -> Entry? { nil }
  /// Does nothing.
  package func keep(_ table: InputOutputTable, key: String) {}
}
