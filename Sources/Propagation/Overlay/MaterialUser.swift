/// A node that uses overlay commodities, by the part of its output that embodies them.
struct MaterialUser: Sendable {
  /// A commodity that the node uses.
  struct Material: Sendable {
    /// Index into the batch's overlays.
    let overlay: Int
    /// Index into the overlay's users.
    let user: Int
  }

  /// Node, product-major.
  let node: Int
  /// Commodities by embodied part; buyers of one commodity, listed and not, stand next to each other.
  let parts: [[Material]]

  /// The users of a batch's overlays, node by node.
  static func all(_ overlays: [Overlay]) -> [MaterialUser] {
    var byNode: [Int: [(part: String, materials: [Material])]] = [:]
    for (index, overlay) in overlays.enumerated() {
      for (u, user) in overlay.users.enumerated() {
        let material = Material(overlay: index, user: u)
        var parts = byNode[user.node] ?? []
        if let known = parts.firstIndex(where: { $0.part == user.part }) {
          parts[known].materials.append(material)
        } else {
          parts.append((user.part, [material]))
        }
        byNode[user.node] = parts
      }
    }
    return byNode.keys.sorted().map { node in
      MaterialUser(node: node, parts: (byNode[node] ?? []).map { $0.materials })
    }
  }
}
