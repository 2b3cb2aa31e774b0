/// How far each node stands from final use and from primary inputs.
///
/// Upstreamness U = (I - B)^-1 1 (Antràs, Chor, Fally and Hillberry 2012), downstreamness
/// D' = 1'(I - A)^-1 (Fally 2012; Antràs and Chor 2018): mean numbers of stages, at least 1. They are
/// the total forward and backward linkages read as distances; inventory changes are final use.
package struct ChainPosition: Sendable {
  /// Mean number of stages from a node's output to final use, n; 1 where all of it is final.
  package let upstreamness: [Double]
  /// Mean number of stages from primary inputs to a node's output, n; 1 where it buys nothing.
  package let downstreamness: [Double]

  /// Positions of a table's nodes.
  package init(_ model: LeontiefModel) {
    let linkages = Linkages(model)
    upstreamness = linkages.forward
    downstreamness = linkages.backward
  }
}
