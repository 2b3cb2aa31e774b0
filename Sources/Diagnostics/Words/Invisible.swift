extension Unicode.Scalar {
  /// Whether it is a control character, general category Cc: by its number, as Unicode never changes that set and
  /// asking for a property takes long.
  package var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// Whether it sets the direction of text, property Bidi_Control (Unicode Standard Annex 9, table 4).
  package var setsDirection: Bool {
    switch value {
    case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
