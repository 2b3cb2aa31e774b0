/// The years that a title, a sheet's name or a file's name tells of the flows.
///
/// A year behind a month is a release's date, one before `prices` or behind `constant` is that of the
/// prices, and two years joined by a hyphen are a range: none of them is the table's.
func years(in text: String) -> [Int] {
  let letters = Array(text)
  var found: [Int] = []
  var index = 0
  while index < letters.count {
    guard isDigit(letters[index]) else {
      index += 1
      continue
    }
    let start = index
    while index < letters.count, isDigit(letters[index]) { index += 1 }
    guard index - start == 4, let year = Int(String(letters[start..<index])),
      (1970...2059).contains(year)
    else { continue }
    let isOwn =
      !followsMonthOrPrice(letters[..<start]) && !precedesPrice(letters[index...])
      && !isInRange(letters, start..<index)
    if isOwn { found.append(year) }
  }
  return found
}

/// The year in a file's name or path: the last that is its own, and no part of a folder's UUID.
func yearInName(_ name: String) -> Int? {
  let uuid = /[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/
  return years(in: name.replacing(uuid, with: "")).last
}

/// The first year in a text of a header.
func yearInText(_ text: String) -> Int? { years(in: text).first }

private func isDigit(_ letter: Character) -> Bool { letter.isASCII && letter.isNumber }

private let monthsAndPrices: Set<String> = [
  "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul",
  "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec",
  "december", "constant", "base",
]

private func followsMonthOrPrice(_ before: ArraySlice<Character>) -> Bool {
  var rest = before
  while let last = rest.last, " _-.".contains(last) { rest.removeLast() }
  let word = rest.reversed().prefix { $0.isASCII && $0.isLetter }
  return monthsAndPrices.contains(String(word.reversed()).lowercased())
}

private func precedesPrice(_ after: ArraySlice<Character>) -> Bool {
  let rest = String(after.drop { " _-'s".contains($0) }.prefix(6)).lowercased()
  return rest.hasPrefix("price") || rest.hasPrefix("年価格") || rest.hasPrefix("年固定")
}

private func isInRange(_ letters: [Character], _ year: Range<Int>) -> Bool {
  let isYear = { (range: Range<Int>) in
    range.lowerBound >= 0 && range.upperBound <= letters.count
      && letters[range].allSatisfy { isDigit($0) }
      && (range.upperBound == letters.count || !isDigit(letters[range.upperBound]))
      && (range.lowerBound == 0 || !isDigit(letters[range.lowerBound - 1]))
  }
  let isMark = { (place: Int) in letters.indices.contains(place) && "-–".contains(letters[place]) }
  return (isMark(year.upperBound) && isYear((year.upperBound + 1)..<(year.upperBound + 5)))
    || (isMark(year.lowerBound - 1) && isYear((year.lowerBound - 5)..<(year.lowerBound - 1)))
}
