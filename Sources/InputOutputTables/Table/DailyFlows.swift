internal import LinearAlgebra

/// Daily flows of a table in product-major order, with the guards of MODEL.md section 1.
struct DailyFlows {
  /// Intermediate use z ≥ 0 a day, n × n; columns of silent nodes are 0.
  let intermediateUse: Matrix
  /// Positive final demand a day, n × f.
  let finalDemand: Matrix
  /// Inflow from negative final demand a day, n.
  let inflow: [Double]
  /// Gross output x0 = max(0, Σz + Σy) a day, n.
  let output: [Double]

  /// Takes a table's yearly flows to days.
  init(_ table: InputOutputTable, order: [Int]) {
    let n = order.count
    let f = table.finalDemand.columns
    let days = 365.0
    var use = Matrix(rows: n, columns: n)
    var positive = Matrix(rows: n, columns: f)
    var negative = [Double](repeating: 0, count: n)
    for i in 0..<n {
      for j in 0..<n { use[i, j] = max(0, table.intermediateUse[order[i], order[j]]) / days }
      for k in 0..<f {
        let y = table.finalDemand[order[i], k] / days
        if y >= 0 { positive[i, k] = y } else { negative[i] -= y }
      }
    }
    output = DailyFlows.balance(&use, finalDemand: positive, inflow: negative)
    intermediateUse = use
    finalDemand = positive
    inflow = negative
  }

  /// Output that meets every use; a silent node buys nothing, which may silence others.
  private static func balance(_ use: inout Matrix, finalDemand: Matrix, inflow: [Double])
    -> [Double]
  {
    let n = use.rows
    while true {
      var output = [Double](repeating: 0, count: n)
      for i in 0..<n {
        var sum = 0.0
        for j in 0..<n { sum += use[i, j] }
        for k in 0..<finalDemand.columns { sum += finalDemand[i, k] }
        output[i] = max(0, sum - inflow[i])
      }
      var changed = false
      let bought = use.columnSums
      for j in 0..<n where bought[j] > SilentNodes.largestRatio * output[j] {
        for i in 0..<n where use[i, j] != 0 {
          use[i, j] = 0
          changed = true
        }
      }
      if !changed { return output }
    }
  }

  /// Input of each product into each node a day, S × n.
  func inputs(product: [Int], products: Int) -> Matrix {
    let n = intermediateUse.rows
    var sum = Matrix(rows: products, columns: n)
    for i in 0..<n {
      for j in 0..<n { sum[product[i], j] += intermediateUse[i, j] }
    }
    return sum
  }

  /// Requirements a = inputs / x0, S × n; 0 for silent nodes.
  func requirements(inputs: Matrix) -> Matrix {
    var a = inputs
    for p in 0..<a.rows {
      for j in 0..<a.columns { a[p, j] = output[j] > 0 ? a[p, j] / output[j] : 0 }
    }
    return a
  }

  /// Supplier shares T = z / inputs, n × n; 0/0 is 0.
  func supplierShares(inputs: Matrix, product: [Int]) -> Matrix {
    var shares = intermediateUse
    let n = shares.rows
    for i in 0..<n {
      for j in 0..<n {
        let total = inputs[product[i], j]
        shares[i, j] = total > 0 ? shares[i, j] / total : 0
      }
    }
    return shares
  }

  /// Positive final demand summed over the columns of each region, n × R; exports out of the table
  /// belong to none.
  func regionalFinalDemand(of table: InputOutputTable) -> Matrix {
    var sum = Matrix(rows: finalDemand.rows, columns: table.regions.count)
    for i in 0..<finalDemand.rows {
      for k in 0..<finalDemand.columns where table.finalDemandKinds[k] != .exports {
        sum[i, table.finalDemandRegion[k]] += finalDemand[i, k]
      }
    }
    return sum
  }
}
