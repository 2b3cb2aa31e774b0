/// The one table of scenario keys: it drives decoding, defaults, `check`, `explain`, `--set` and `--vary`.
package enum KeyTable {
  /// Every key, in the order of the reference.
  package static let keys: [Key] =
    top + model + LeverList.allCases.flatMap { LeverRegistry.keys(of: $0) } + runs

  /// The key of a path with `[]`; nil if there is none.
  package static func key(_ path: String) -> Key? { byPath[path] }

  /// Keys of a group in the table's order; the top's with an empty path.
  package static func keys(of group: String) -> [Key] { byParent[group] ?? [] }

  /// Path of a child: `from` of `shocks[].ban` is `shocks[].ban.from`.
  static func path(_ group: String, _ name: String) -> String {
    group.isEmpty ? name : group + "." + name
  }

  private static let byPath = Dictionary(uniqueKeysWithValues: keys.map { ($0.path, $0) })
  private static let byParent = Dictionary(grouping: keys, by: { $0.parent })
}
