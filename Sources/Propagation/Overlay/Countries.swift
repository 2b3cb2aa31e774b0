/// The countries among an overlay's importers, and the slices that their lists make of them.
struct Countries: Sendable {
  /// Importers that are countries; slices of them come after.
  let range: Range<Int>
  /// A country's importers: itself and its slices.
  let members: [[Int]]
  /// Use of a country, its slices included, units a day.
  let use: [Double]
  /// Use of the whole country over that of its users in the table, which homes and users of sectors that the
  /// table lacks are not among; 1 without a figure.
  let wholeOverUsers: [Double]

  init(_ importers: [Overlay.Importer]) {
    range = 0..<importers.indices.count { importers[$0].whole == $0 }
    members = range.map { country in
      importers.indices.filter { importers[$0].whole == country }
    }
    let use = members.map { $0.reduce(0) { $0 + importers[$1].use } }
    self.use = use
    wholeOverUsers = range.map { country in
      let whole = importers[country].wholeUse
      return whole > 0 && use[country] > 0 ? whole / use[country] : 1
    }
  }
}
