internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// How much users need, must keep and dare to order (steps 1, 5 and 10; LEVERS.md C, E, F).
extension InventoryModel {
  /// Sets what each user saves and each importer does without; savings leave what multiplies.
  func save(_ overlay: Overlay, _ s: inout OverlayState, day: Int) {
    guard !overlay.savings.isEmpty else { return }
    for index in s.saving.indices {
      s.saving[index] = 0
      s.spoilt[index] = 0
    }
    for index in s.restraint.indices {
      s.restraint[index] = 0
      s.saved[index] = 0
    }
    for saving in overlay.savings {
      let user = overlay.users[saving.user]
      let cell = saving.user * width + saving.scenario
      let pair = user.importer * width + saving.scenario
      let share = saving.share(on: day)
      let use = user.requirement * batch.economy.output[user.node]
      let part = use / overlay.importers[user.importer].use
      let more = share * (1 - s.saving[cell])
      s.saving[cell] += more
      s.spoilt[cell] += more * saving.saving.quality
      s.saved[pair] += more * part
      if saving.isForgone { s.restraint[pair] += more * part }
    }
  }

  /// Sets what users must keep, and what fear adds to their orders and targets.
  func fear(_ overlay: Overlay, _ s: inout OverlayState, day: Int) {
    guard !(overlay.floors.isEmpty && overlay.fears.isEmpty) else { return }
    for index in s.floorDays.indices {
      s.floorDays[index] = 0
      s.fearOrders[index] = 0
      s.fearDays[index] = 0
    }
    for floor in overlay.floors {
      let pair = floor.importer * width + floor.scenario
      let days = max(0, floor.days - (day >= floor.from ? floor.lowered : 0))
      s.floorDays[pair] = max(s.floorDays[pair], days)
    }
    for fear in overlay.fears {
      let pair = fear.importer * width + fear.scenario
      let left = fear.left(on: day)
      let short = s.shortfall[pair] / overlay.importers[fear.importer].use
      s.fearOrders[pair] += fear.orders * left
      s.fearDays[pair] += fear.daysPerPoint * 100 * short * left
    }
  }

  /// What a user must keep of its stock, units.
  func floor(
    _ u: Int, _ k: Int, _ index: Int, _ overlay: Overlay, _ state: borrowing State
  ) -> Double {
    let user = overlay.users[u]
    return state.overlays[index].floorDays[user.importer * width + k] * user.requirement
      * batch.economy.output[user.node]
  }
}
