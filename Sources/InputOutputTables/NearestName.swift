/// The known name that is at most two edits from a mistyped one; nil if none is that close.
func nearestName(to name: String, among known: [String]) -> String? {
  let wanted = Array(name.utf8)
  let most = min(2, (wanted.count - 1) / 2)
  guard most > 0, known.count <= 10_000 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in known where abs(candidate.utf8.count - wanted.count) <= most {
    let distance = editDistance(wanted, Array(candidate.utf8))
    if distance <= most, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// Levenshtein's distance of two byte strings.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
    }
  }
  return row[b.count]
}
