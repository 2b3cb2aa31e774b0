// Element-wise kernels of a step. Whole arrays in, written in place, no allocation; arrays hold
// [node][scenario] or, with an offset, one product's block of [product][node][scenario].

/// dst = src over a block that starts at `offset` in `src`; `dst` from 0.
func copy(_ source: [Double], at offset: Int, count: Int, to target: inout [Double]) {
  let source = source.span
  var target = target.mutableSpan
  for index in 0..<count { target[index] = source[offset + index] }
}

/// values[offset + i] /= sums[i], 0 where a sum is 0.
func divide(_ values: inout [Double], at offset: Int, by sums: [Double]) {
  let sums = sums.span
  var values = values.mutableSpan
  for index in sums.indices {
    let sum = sums[index]
    values[offset + index] = sum > 0 ? values[offset + index] / sum : 0
  }
}

/// target[i] = a[i] · b[i] for the rows of a block of suppliers.
func multiply(_ a: [Double], _ b: [Double], block: Range<Int>, into target: inout [Double]) {
  let a = a.span
  let b = b.span
  var target = target.mutableSpan
  for index in block { target[index] = a[index] * b[index] }
}

/// values[i] ·= factor[i] on a block.
func scale(_ values: inout [Double], by factor: [Double], block: Range<Int>) {
  let factor = factor.span
  var values = values.mutableSpan
  for index in block { values[index] *= factor[index] }
}

/// Overproduction α (MODEL.md section 4, step 3); `inflow` per node.
func adjustOverproduction(
  _ alpha: inout [Double], demand: [Double], output: [Double], inflow: [Double],
  maximum: [Double], rate: [Double], isReference: Bool
) {
  let demand = demand.span
  let output = output.span
  let inflow = inflow.span
  let maximum = maximum.span
  let rate = rate.span
  var alpha = alpha.mutableSpan
  let m = maximum.count
  for i in inflow.indices {
    for k in 0..<m {
      let cell = i * m + k
      let wanted = max(0, demand[cell] - inflow[i])
      let scarcity = wanted > 0 ? (wanted - output[cell]) / wanted : 0
      let rises = isReference ? abs(scarcity) > 1e-12 : scarcity > 0
      let change = rises ? (maximum[k] - alpha[cell]) * scarcity : 1 - alpha[cell]
      alpha[cell] = max(1, alpha[cell] + rate[k] * change)
    }
  }
}

/// Capacity κ = x0·(1 − δ)·α and wanted output x* = min(D⁺, κ) (step 4).
func setCapacity(
  _ capacity: inout [Double], baseline: [Double], loss: [Double], overproduction: [Double],
  width m: Int
) {
  let baseline = baseline.span
  let loss = loss.span
  let overproduction = overproduction.span
  var capacity = capacity.mutableSpan
  for i in baseline.indices {
    for k in 0..<m {
      let cell = i * m + k
      capacity[cell] = baseline[i] * (1 - loss[cell]) * overproduction[cell]
    }
  }
}

/// target = min(max(0, D − w⁻), κ).
func setWanted(
  _ target: inout [Double], demand: [Double], inflow: [Double], capacity: [Double], width m: Int
) {
  let demand = demand.span
  let inflow = inflow.span
  let capacity = capacity.span
  var target = target.mutableSpan
  for i in inflow.indices {
    for k in 0..<m {
      let cell = i * m + k
      target[cell] = min(max(0, demand[cell] - inflow[i]), capacity[cell])
    }
  }
}

/// What one product's stocks allow: limit = min(limit, 1 − c·(1 − ρ)) (step 5).
func limitByInput(
  _ limit: inout [Double], limitingProduct: inout [Int32], product: Int, stock: [Double],
  at offset: Int, requirement: [Double], rowOffset: Int, wanted: [Double], bindingDays: [Double],
  criticality: [Double], userProduct: [Int], products: Int
) {
  let stock = stock.span
  let requirement = requirement.span
  let wanted = wanted.span
  let bindingDays = bindingDays.span
  let criticality = criticality.span
  let userProduct = userProduct.span
  var limit = limit.mutableSpan
  var limitingProduct = limitingProduct.mutableSpan
  let m = bindingDays.count / products
  for j in userProduct.indices {
    let a = requirement[rowOffset + j]
    if a == 0 { continue }
    let c = (product * products + userProduct[j]) * m
    for k in 0..<m {
      let cell = j * m + k
      let need = a * wanted[cell] * bindingDays[product * m + k]
      let held = stock[offset + cell]
      if held < need {
        let allowed = 1 - criticality[c + k] * (1 - held / need)
        if allowed < limit[cell] {
          limit[cell] = allowed
          limitingProduct[cell] = Int32(product)
        }
      }
    }
  }
}

/// Use, stocks and orders of one product (steps 8 and 10); `received` comes as E in ô ∘ E.
struct StockKernel {
  let product: Int
  let offset: Int
  let rowOffset: Int
  let products: Int
  let step: Double
  let isReference: Bool

  /// Stocks take in what was received and give what is used; orders follow.
  func update(
    stock: inout [Double], orders: inout [Double], received: [Double], requirement: [Double],
    baseline: [Double], output: [Double], wanted: [Double], goal: [Double],
    parameters: BatchParameters, width m: Int
  ) {
    let received = received.span
    let requirement = requirement.span
    let baseline = baseline.span
    let output = output.span
    let wanted = wanted.span
    let goal = goal.span
    let bindingDays = parameters.bindingDays.span
    let targetDays = parameters.targetDays.span
    let restockRate = parameters.restockRate.span
    let orderCap = parameters.orderCap.span
    let isStored = parameters.isStored.span
    var stock = stock.mutableSpan
    var orders = orders.mutableSpan
    for j in baseline.indices {
      let a = requirement[rowOffset + j]
      if a == 0 { continue }
      for k in 0..<m {
        let cell = j * m + k
        let setting = product * m + k
        let held = stock[offset + cell]
        let need = a * wanted[cell] * bindingDays[setting]
        let ratio = held < need ? held / need : 1
        let used = a * (isReference ? output[cell] : min(output[cell], ratio * wanted[cell]))
        let inflow = orders[offset + cell] * received[cell]
        let after = held + isStored[setting] * step * (inflow - used)
        stock[offset + cell] = after
        let gap = max(0, targetDays[setting] * a * goal[cell] - after)
        orders[offset + cell] = min(
          a * output[cell] + gap * restockRate[setting], orderCap[setting] * a * baseline[j])
      }
    }
  }
}

/// Delivered shares q of all, industry's and final orders (step 6).
func ration(
  all: inout [Double], industry: inout [Double], final: inout [Double], output: [Double],
  demand: [Double], intermediate: [Double], inflow: [Double], width m: Int, order: ServingOrder
) {
  let output = output.span
  let demand = demand.span
  let intermediate = intermediate.span
  let inflow = inflow.span
  var all = all.mutableSpan
  var industry = industry.mutableSpan
  var final = final.mutableSpan
  for i in inflow.indices {
    for k in 0..<m {
      let cell = i * m + k
      let asked = demand[cell]
      let available = output[cell] + min(inflow[i], asked)
      let share = asked > 0 ? available / asked : 1
      all[cell] = share
      let first = order == .industryFirst ? intermediate[cell] : asked - intermediate[cell]
      let second = asked - first
      let ahead = order == .together ? share : (first > 0 ? min(1, available / first) : 1)
      let behind =
        order == .together
        ? share : (second > 0 ? max(0, min(1, (available - first * ahead) / second)) : 1)
      industry[cell] = order == .finalFirst ? behind : ahead
      final[cell] = order == .finalFirst ? ahead : behind
    }
  }
}

/// Who is served first.
enum ServingOrder {
  case together
  case industryFirst
  case finalFirst
}

/// Smoothed delivered share q̄ += (q − q̄)·Δt/10 and weights w = 1 − φ·(1 − q̄) (step 11).
func leanTowardsDelivery(
  smoothed: inout [Double], weight: inout [Double], delivered: [Double], flexibility: [Double],
  step: Double
) {
  let delivered = delivered.span
  let flexibility = flexibility.span
  var smoothed = smoothed.mutableSpan
  var weight = weight.mutableSpan
  let m = flexibility.count
  for start in stride(from: 0, to: delivered.count, by: m) {
    for k in 0..<m {
      let cell = start + k
      smoothed[cell] += (delivered[cell] - smoothed[cell]) * step / 10
      weight[cell] = 1 - flexibility[k] * (1 - smoothed[cell])
    }
  }
}

/// weight = level / x0, 1 for silent nodes.
func weigh(_ weight: inout [Double], by level: [Double], baseline: [Double], width m: Int) {
  let level = level.span
  let baseline = baseline.span
  var weight = weight.mutableSpan
  for i in baseline.indices {
    for k in 0..<m {
      let cell = i * m + k
      weight[cell] = baseline[i] > 0 ? level[cell] / baseline[i] : 1
    }
  }
}
