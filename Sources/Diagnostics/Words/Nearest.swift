/// The candidate that a mistyped word most likely means, nil if none is near.
///
/// Case and full-width forms do not count. Distance is Damerau–Levenshtein's with a substitution
/// counted as a deletion and an insertion, so that `JAP` is as near to `JPN` as to `JAM`; ties go
/// to the same first letter, then to the same letters, then to the word's consonants in their
/// order (codes drop vowels), then to the longer common start, then to the earlier candidate.
package func nearest(_ word: String, in candidates: [String]) -> String? {
  let typed = folded(word)
  if let same = candidates.first(where: { folded($0) == typed }) { return same }
  guard !typed.isEmpty, typed.count <= 100, candidates.count <= mostCandidates else { return nil }
  let limit = 2 * max(1, typed.count / 3)
  let near = candidates.enumerated().compactMap { order, candidate in
    Match(of: typed, with: candidate, order: order, limit: limit)
  }
  return near.min()?.candidate ?? onlyOne(containing: typed, in: candidates)
}

/// In a longer list only the same word is looked for: a comparison costs a microsecond each.
private let mostCandidates = 10_000

/// A candidate within the limit, ordered by nearness.
private struct Match: Comparable {
  let candidate: String
  let rank: [Int]

  init?(of word: [Character], with candidate: String, order: Int, limit: Int) {
    let letters = folded(candidate)
    guard abs(letters.count - word.count) <= limit else { return nil }
    let distance = editDistance(word, letters)
    guard distance <= limit, distance < word.count + letters.count else { return nil }
    let consonants = word.filter { !"aeiou".contains($0) }
    self.candidate = candidate
    rank = [
      distance,
      letters.first == word.first ? 0 : 1,
      letters.sorted() == word.sorted() ? 0 : 1,
      isSubsequence(consonants, of: letters) ? 0 : 1,
      -zip(letters, word).prefix { $0 == $1 }.count,
      order,
    ]
  }

  static func < (a: Match, b: Match) -> Bool { a.rank.lexicographicallyPrecedes(b.rank) }
}

/// Insertion, deletion and transposition of neighbours cost 1, substitution 2.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 2))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    before = last
    last = row
  }
  return last[b.count]
}

private func isSubsequence(_ part: [Character], of whole: [Character]) -> Bool {
  var rest = part[...]
  for letter in whole where letter == rest.first { rest.removeFirst() }
  return rest.isEmpty
}

private func onlyOne(containing word: [Character], in candidates: [String]) -> String? {
  guard word.count >= 4 else { return nil }
  let found = candidates.filter { contains(folded($0), word) }
  return found.count == 1 ? found.first : nil
}

private func contains(_ whole: [Character], _ part: [Character]) -> Bool {
  guard whole.count >= part.count else { return false }
  return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
}

/// The letters in lower case, full-width ASCII made half-width.
private func folded(_ text: String) -> [Character] {
  let scalars = text.unicodeScalars.map { scalar in
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }
  return Array(String(String.UnicodeScalarView(scalars)).lowercased())
}
