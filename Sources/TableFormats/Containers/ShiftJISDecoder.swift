#if canImport(Glibc)
  internal import Glibc
#endif

/// Turns Shift JIS, as Windows has it (CP932), into UTF-8; the one file that calls iconv.
@safe struct ShiftJISDecoder: ~Copyable {
  #if canImport(Glibc)
    private let conversion: iconv_t

    /// Opens the conversion; nil where the system does not have it.
    init?() {
      let conversion = unsafe iconv_open("UTF-8", "CP932")
      // iconv_open says with -1 that it failed.
      guard let conversion = unsafe conversion, Int(bitPattern: conversion) != -1 else {
        return nil
      }
      unsafe self.conversion = conversion
    }

    deinit { unsafe iconv_close(conversion) }

    /// The text in UTF-8; nil if it is no text in Shift JIS.
    mutating func decode(_ text: [UInt8]) -> [UInt8]? {
      // A letter of one or two bytes becomes one of at most three.
      let room = 3 * text.count + 4
      var isWhole = false
      let decoded = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
        unsafe text.withUnsafeBytes { input in
          var source = unsafe UnsafeMutableRawPointer(mutating: input.baseAddress)?
            .assumingMemoryBound(to: CChar.self)
          var target = unsafe UnsafeMutableRawPointer(output.baseAddress)?
            .assumingMemoryBound(to: CChar.self)
          var (inputLeft, outputLeft) = (input.count, room)
          unsafe iconv(conversion, nil, nil, nil, nil)
          let status = unsafe iconv(conversion, &source, &inputLeft, &target, &outputLeft)
          isWhole = status != .max && inputLeft == 0
          count = room - outputLeft
        }
      }
      return isWhole ? decoded : nil
    }
  #else
    /// Opens the conversion; there is none on this system.
    init?() { nil }

    /// The text in UTF-8; nil if it is no text in Shift JIS.
    mutating func decode(_ text: [UInt8]) -> [UInt8]? { nil }
  #endif
}
