internal import InputOutputTables
package import LinearAlgebra

/// Varieties at hand, starved suppliers and what buyers have replaced, one state of a batch.
///
/// Arrays are [node][scenario] like the state's, n × m, unless said.
package struct VarietyState: ~Copyable {
  /// Share of a node's output that is lost and not replaced.
  var lost: AlignedArray
  /// Share r̄ of wanted output that customers see a node make.
  var seen: AlignedArray
  /// (1 − lost)·(1 − r̄): what a node's own shortage keeps from its customers.
  var starving: AlignedArray
  /// Share e of output that the varieties at hand allow; then r, the least of it and `fed`.
  package internal(set) var allowed: AlignedArray
  /// Share m of output that fed suppliers allow.
  package internal(set) var fed: AlignedArray
  /// Varieties at hand φ of the products for which they are kept by user, `Varieties.userPlace` × n × m.
  var atHand: AlignedArray
  /// What users miss of the one struck supplier of a product, before their shares: 1 − φ = T·bitten;
  /// `Varieties.place` × user sector × m.
  var bitten: AlignedArray
  /// What is directly gone V, by the users of one block, nodes × m.
  var gone: AlignedArray
  /// What starved suppliers hold back Ψ, likewise.
  var starved: AlignedArray
  /// Replaced share g of a node's loss, by `Losses.cells`.
  var replaced: [Double]
  /// What losses that were not measured take of a node, and what of it is lost, by `Losses.cells`.
  var notMeasured: [Double]
  var lostNotMeasured: [Double]
  /// Whether a measured loss is in force, by `Losses.cells`.
  var isMeasured: [Bool]
  /// Replaced share h of a link's loss, by `TradeLinks.cells` × m.
  var linkReplaced: [Double]
  /// Share of a link that moved to others, likewise.
  var linkMoved: [Double]
  /// Share of a link that is lost, likewise.
  var linkLost: [Double]
  /// Whether a supplier of the product is starving, 1 or 0, S.
  var isStarving: [Int32]
  /// Whether buyers of the product have moved off a supplier, S.
  var isMoving: [Bool]
  /// The largest cut by a variety or a starved supplier so far in a step, and its product; n × m, empty
  /// if not traced.
  var worst: [Double]
  var worstProduct: [Int32]

  init(_ batch: CompiledBatch, longestBlock: Int, tracingLimits: Bool) {
    let isOn = batch.varieties != nil
    let m = batch.width
    let cells = isOn ? batch.economy.nodeCount * m : 0
    lost = AlignedArray(repeating: 0, count: cells)
    seen = AlignedArray(repeating: 1, count: cells)
    starving = AlignedArray(repeating: 0, count: cells)
    allowed = AlignedArray(repeating: 1, count: cells)
    fed = AlignedArray(repeating: 1, count: cells)
    let byUser = batch.varieties?.byUserCount ?? 0
    atHand = AlignedArray(repeating: 1, count: byUser * cells)
    let touched = batch.varieties?.touchedCount ?? 0
    bitten = AlignedArray(repeating: 0, count: touched * batch.economy.productCount * m)
    gone = AlignedArray(repeating: 0, count: isOn ? longestBlock : 0)
    starved = AlignedArray(repeating: 0, count: isOn ? longestBlock : 0)
    replaced = [Double](repeating: 0, count: isOn ? batch.losses.cells.count : 0)
    notMeasured = replaced
    lostNotMeasured = replaced
    isMeasured = [Bool](repeating: false, count: replaced.count)
    linkReplaced = [Double](repeating: 0, count: isOn ? batch.links.cells.count * m : 0)
    linkMoved = linkReplaced
    linkLost = linkReplaced
    isStarving = [Int32](repeating: 0, count: batch.economy.productCount)
    isMoving = [Bool](repeating: false, count: batch.economy.productCount)
    worst = [Double](repeating: 1, count: tracingLimits ? cells : 0)
    worstProduct = [Int32](repeating: -1, count: tracingLimits ? cells : 0)
  }
}
