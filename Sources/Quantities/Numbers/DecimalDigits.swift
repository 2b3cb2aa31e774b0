/// A finite number's shortest decimal form: ±0.d₁d₂d₃… × 10^exponent.
package struct DecimalDigits: Hashable {
  /// Whether the number is below zero.
  let isNegative: Bool
  /// The digits 0 to 9 without zeros at either end; none for zero.
  private(set) var digits: [UInt8]
  /// The power of ten; where digits end before the point this is the number of digits before it.
  package private(set) var exponent: Int

  /// Takes the digits of the shortest decimal form that reads back to the same number.
  package init(_ value: Double) {
    precondition(value.isFinite, "DecimalDigits: \(value) has no decimal form")
    isNegative = value < 0
    let parts = value.magnitude.description.split(separator: "e")
    let pieces = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    digits = pieces.joined().utf8.map { $0 - UInt8(ascii: "0") }
    exponent = pieces[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    trim()
  }

  /// Takes the digits of a whole number.
  package init(_ value: Int) {
    isNegative = value < 0
    digits = value.magnitude.description.utf8.map { $0 - UInt8(ascii: "0") }
    exponent = digits.count
    trim()
  }

  /// Whether the number is zero.
  var isZero: Bool { digits.isEmpty }

  /// The number times a power of ten, exactly.
  func scaled(byTenTo power: Int) -> DecimalDigits {
    var scaled = self
    if !isZero { scaled.exponent += power }
    return scaled
  }

  /// The number rounded half to even on its decimal digits, `count` of them kept (0 or fewer: none).
  func rounded(keeping count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    var rounded = self
    rounded.digits = Array(digits.prefix(max(0, count)))
    if count >= 0, roundsUp(at: count) { rounded.increment(to: count) }
    rounded.trim()
    return rounded
  }

  /// The number rounded half to even to a number of decimal places.
  func rounded(decimals: Int) -> DecimalDigits { rounded(keeping: exponent + decimals) }

  /// The magnitude in plain digits with exactly so many decimals; the number must have no more.
  func plain(decimals: Int, grouped: Bool) -> String {
    let whole = exponent > 0 ? (0..<exponent).map(digit) : [0]
    let fraction = (0..<decimals).map { digit(exponent + $0) }
    var text = ""
    for (place, digit) in whole.enumerated() {
      if grouped, place > 0, (whole.count - place).isMultiple(of: 3) { text += "," }
      text += String(digit)
    }
    return decimals > 0 ? text + "." + fraction.map { String($0) }.joined() : text
  }

  /// The magnitude with three digits and a power of ten, such as `1.23e15`.
  var scientific: String {
    let short = rounded(keeping: 3)
    return "\(short.digit(0)).\(short.digit(1))\(short.digit(2))e\(short.exponent - 1)"
  }

  private func digit(_ index: Int) -> UInt8 { digits.indices.contains(index) ? digits[index] : 0 }

  private func roundsUp(at count: Int) -> Bool {
    if digits[count] != 5 || count + 1 < digits.count { return digits[count] >= 5 }
    return count > 0 && !digits[count - 1].isMultiple(of: 2)
  }

  private mutating func increment(to count: Int) {
    var place = count - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 {
      digits[place] += 1
    } else {
      digits.insert(1, at: 0)
      exponent += 1
    }
  }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }
}
