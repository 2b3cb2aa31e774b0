extension [Diagnostic] {
  /// The messages in the order of their places: source by source, those without a place last.
  ///
  /// Sources come in the order in which they are first named; equal places keep their order.
  package func sortedByPlace() -> [Diagnostic] {
    var sources: [Source] = []
    for case let place? in map({ $0.place }) where !sources.contains(place.source) {
      sources.append(place.source)
    }
    let ranked = enumerated().map { order, diagnostic in
      let source = diagnostic.place.flatMap { sources.firstIndex(of: $0.source) } ?? .max
      let offset = diagnostic.place?.range.lowerBound ?? 0
      return (rank: (source, offset, order), diagnostic: diagnostic)
    }
    return ranked.sorted { $0.rank < $1.rank }.map { $0.diagnostic }
  }
}
