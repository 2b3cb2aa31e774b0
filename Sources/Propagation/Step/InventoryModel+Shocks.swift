internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// What the day brings (step 1): losses, openness, redirected shares, demand factors.
extension InventoryModel {
  /// Sets everything that shocks set for a day.
  func applyShocks(_ state: inout State, at moment: Moment) {
    let day = moment.day
    applyLosses(&state, at: moment)
    openLinks(&state, day: day)
    if let varieties = batch.varieties {
      replaceLosses(&state, varieties)
    } else {
      redirect(&state)
    }
    changeDemand(&state, day: day)
    // Read in place, here and below: a copy would count references to all that an overlay holds.
    for index in batch.overlays.indices {
      applyOverlayShocks(batch.overlays[index], &state.overlays[index], at: moment)
      askOverlay(batch.overlays[index], &state.overlays[index], day: day)
    }
  }

  private func applyLosses(_ state: inout State, at moment: Moment) {
    // Cells are read in place: a copy of one would count references to its events.
    for index in batch.losses.cells.indices {
      var capital = 0.0
      var capacity = 0.0
      var measured = 0.0
      for number in batch.losses.cells[index].events.indices {
        let event = batch.losses.cells[index].events[number]
        let share = share(of: event, state, at: moment)
        if event.isCapital {
          capital += share
        } else if event.isMeasured {
          measured = max(measured, share)
        } else {
          capacity = max(capacity, share)
        }
      }
      let others = min(1, max(min(1, capital), capacity))
      let (node, k) = (batch.losses.cells[index].node, batch.losses.cells[index].scenario)
      state.loss[node * width + k] = max(others, min(1, measured))
      guard batch.varieties != nil else { continue }
      state.variety.notMeasured[index] = others
      state.variety.isMeasured[index] = measured > 0
    }
  }

  /// Share lost to an event: its window's, or what rebuilding has not yet restored.
  private func share(
    of event: Losses.Event, _ state: borrowing State, at moment: Moment
  ) -> Double {
    guard let index = event.rebuilding, let end = event.window.end, moment.day >= end else {
      return event.share * event.window.intensity(on: moment.day)
    }
    let column = batch.rebuilding[index]
    guard column.capital > 0 else { return 0 }
    let n = batch.economy.nodeCount
    var remaining = 0.0
    for i in index * n..<(index + 1) * n {
      remaining += moment.begins(column.start) ? column.demand[i - index * n] : state.rebuilding[i]
    }
    return remaining / column.factor / column.capital
  }

  private func openLinks(_ state: inout State, day: Int) {
    for cell in state.openness.indices {
      state.openBefore[cell] = state.openness[cell]
      state.openness[cell] = 1
    }
    for index in state.isStopped.indices {
      state.wasStopped[index] = state.isStopped[index]
      state.isStopped[index] = false
    }
    for r in batch.links.restrictions {
      let blocked = r.barrier.blocked(on: day)
      state.openness[r.cell * width + r.scenario] *= 1 - blocked
      if blocked > 0 { state.isStopped[batch.links.cells[r.cell].importIndex] = true }
    }
  }

  /// ρ: 0 on a restriction's first day, then up to its maximum, back to 0 without restriction.
  private func redirect(_ state: inout State) {
    let parameters = batch.parameters
    for (index, link) in batch.links.imports.enumerated() {
      for touch in link.scenarios {
        let k = batch.links.touching[touch]
        let pair = index * width + k
        var isRestricted = false
        for cell in link.cells where state.openness[cell * width + k] < 1 { isRestricted = true }
        let grown = min(
          parameters.redirectMax[k], state.redirected[pair] + parameters.redirectStep[k])
        state.redirected[pair] = isRestricted && state.wasRestricted[pair] > 0 ? grown : 0
        state.wasRestricted[pair] = isRestricted ? 1 : 0
      }
    }
  }

  private func changeDemand(_ state: inout State, day: Int) {
    for cell in state.demandFactor.indices { state.demandFactor[cell] = 1 }
    for change in batch.links.demandChanges {
      let factor = 1 + change.by * change.window.intensity(on: day)
      state.demandFactor[change.importIndex * width + change.scenario] *= factor
    }
  }
}
