/// The half-width form of a text that holds full-width digits, letters, signs or spaces, else nil.
package func fullWidthHint(_ text: String) -> String? {
  let scalars = text.unicodeScalars.map(halfWidth)
  guard !scalars.elementsEqual(text.unicodeScalars) else { return nil }
  return String(String.UnicodeScalarView(scalars))
}

private func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x3000: " "
  case 0x2212: "-"
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  default: scalar
  }
}
