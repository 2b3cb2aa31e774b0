extension Document {
  /// The node that a path such as `shocks[0].closure.for` leads to; nil if there is none.
  package func node(at path: String) -> Node? {
    guard let path = Path(path.utf8) else { return nil }
    var node = root
    for (step, _) in path.steps {
      switch (step, node.content) {
      case (.key(let key), .mapping(let entries)):
        guard let entry = entries.first(where: { $0.key.utf8.elementsEqual(key.utf8) }) else {
          return nil
        }
        node = entry.value
      case (.index(let index), .sequence(let items)):
        guard items.indices.contains(index) else { return nil }
        node = items[index]
      default: return nil
      }
    }
    return node
  }
}
