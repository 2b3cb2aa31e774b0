internal import InputOutputTables
internal import LinearAlgebra

// Final demand column by column: it leaves lost suppliers for others (MODEL2.md step 2) and follows
// income (LEVERS.md G).
extension InventoryModel {
  /// Final demand for some products, all columns at once: Σ_f y·w·f·total/Σ y·w.
  func askColumns(_ state: inout State, _ columns: FinalColumns) {
    for (p, place) in columns.place.enumerated() {
      guard let place else { continue }
      let suppliers = batch.economy.suppliers(of: p)
      let from = suppliers.lowerBound * width
      let to = place * columns.count * width
      if batch.varieties == nil {
        gather(suppliers, state.columns.ones, at: from, into: &state.columns.asked, at: to)
      } else {
        gather(suppliers, state.weight, at: from, into: &state.columns.asked, at: to)
      }
      spreadColumns(&state, product: p, at: place, columns)
      for index in batch.links.importsOfProduct[p] {
        let link = batch.links.imports[index]
        for touch in link.scenarios {
          let k = batch.links.touching[touch]
          for f in batch.finalColumns[link.region] {
            state.columns.asked[(place * columns.count + f) * width + k] = 0
          }
        }
      }
      addColumns(&state, suppliers, at: to, columns)
      askSuppliers(&state, suppliers)
    }
  }

  /// Y_p·asked of a product's suppliers.
  private func addColumns(
    _ state: inout State, _ suppliers: Range<Int>, at from: Int, _ columns: FinalColumns
  ) {
    if let packed = batch.packed {
      state.columns.suppliers.fill(0..<suppliers.count * width, with: 0)
      addPacked(
        packed.finalDemand, suppliers, 0..<columns.count, state.columns.asked, at: from,
        to: &state.columns.suppliers, at: 0)
      return
    }
    OpenBLAS.multiply(
      transposed: false, rows: suppliers.count, columns: columns.count, width: width,
      batch.economy.finalDemand.elements, at: suppliers.lowerBound * columns.count,
      stride: columns.count, state.columns.asked, at: from, beta: 0, &state.columns.suppliers,
      at: 0)
  }

  /// Final demand of those products that their regions do not get.
  func missColumns(_ state: inout State, _ columns: FinalColumns) {
    for (p, place) in columns.place.enumerated() {
      guard let place else { continue }
      let suppliers = batch.economy.suppliers(of: p)
      serveSuppliers(&state, suppliers)
      gather(suppliers, state.columns.suppliers, at: 0, into: &state.columns.served, at: 0)
      missColumns(&state, product: p, at: place, columns)
      missInOrder(&state, product: p, at: place)
    }
  }

  /// target = Y_pᵀ·values over a product's suppliers, f × m.
  private func gather(
    _ suppliers: Range<Int>, _ values: borrowing AlignedArray, at from: Int,
    into target: inout AlignedArray, at to: Int
  ) {
    let count = batch.economy.finalDemand.columns
    if let packed = batch.packed {
      gatherPacked(
        packed.finalDemand, suppliers, 0..<count, values, at: from, into: &target, at: to)
      return
    }
    OpenBLAS.multiply(
      transposed: true, rows: suppliers.count, columns: count, width: width,
      batch.economy.finalDemand.elements, at: suppliers.lowerBound * count, stride: count,
      values, at: from, beta: 0, &target, at: to)
  }
}
