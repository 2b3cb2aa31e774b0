internal import LinearAlgebra
internal import InputOutputTables

// What a short commodity leaves of its users' output (step 5).
extension InventoryModel {
  /// Limits output of users whose stock is below its minimum.
  ///
  /// Commodities embodied in different parts of a node's output stop different output, so their limits
  /// multiply; of one part the worst counts; then the least of that and of the table's inputs
  /// (LEVERS.md 0.4).
  func limitByOverlays(_ state: inout State) {
    for node in batch.materialUsers {
      for k in 0..<width { limit(node, k, &state) }
    }
  }

  private func limit(_ user: MaterialUser, _ k: Int, _ state: inout State) {
    let cell = user.node * width + k
    var all = 1.0
    var least = 1.0
    var worst = -1
    for part in user.parts {
      var ofPart = 1.0
      var place = 0
      while place < part.count {
        // Slices of one commodity stop different buyers' output, which adds.
        let overlay = part[place].overlay
        var limit = 1.0
        while place < part.count, part[place].overlay == overlay {
          limit -= lost(
            part[place], batch.overlays[overlay], k, state, wanted: state.wanted[cell])
          place += 1
        }
        ofPart = min(ofPart, limit)
        if limit < least {
          least = limit
          worst = overlay
        }
      }
      all *= ofPart
    }
    guard all < state.limit[cell] else { return }
    state.limit[cell] = all
    if !state.limitingProduct.isEmpty {
      state.limitingProduct[cell] = Int32(batch.economy.productCount + worst)
    }
  }

  /// w·(1 − (1 − e·c·(1 − ρ))·(1 − e·q)), q what of the output with a substitute is lost with it.
  private func lost(
    _ material: MaterialUser.Material, _ overlay: Overlay, _ k: Int, _ state: borrowing State,
    wanted: Double
  ) -> Double {
    let ratio = coverRatio(
      material.user, k, material.overlay, overlay, state, wanted: wanted)
    let cell = material.user * width + k
    let lost = overlay.criticality[cell] * (1 - ratio)
    let spoilt = state.overlays[material.overlay].spoilt[cell]
    guard spoilt > 0 else { return lost }
    let (weight, exposed) = (
      overlay.users[material.user].weight, overlay.users[material.user].exposed
    )
    return weight - (weight - lost) * (1 - exposed * spoilt)
  }

  /// ρ = min(1, (S − F)/need), need = a·x*·max(minimum operating days, Δt), F what must be kept.
  func coverRatio(
    _ u: Int, _ k: Int, _ index: Int, _ overlay: Overlay, _ state: borrowing State,
    wanted: Double
  ) -> Double {
    let days = max(
      overlay.importers[overlay.users[u].importer].minimumDays, batch.conventions.step)
    let need = requirement(u, k, index, overlay, state) * wanted * days
    let stock = max(
      0, state.overlays[index].stock[u * width + k] - floor(u, k, index, overlay, state))
    return stock < need ? stock / need : 1
  }
}
