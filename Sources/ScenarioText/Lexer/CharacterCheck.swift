import Diagnostics

/// Reports bytes that are not UTF-8, and characters that readers of YAML refuse or take for line
/// breaks; false if the bytes are not text at all.
func checkCharacters(of source: Source, in range: Range<Int>, _ problems: inout ProblemList) -> Bool
{
  if source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF]) {
    problems.report(ParseProblem.Character.utf16, at: 0..<2)
    return false
  }
  var parser = Unicode.UTF8.ForwardParser()
  var input = source.bytes[range].makeIterator()
  var offset = range.lowerBound
  while true {
    switch parser.parseScalar(from: &input) {
    case .emptyInput: return true
    case .error:
      let problem = ParseProblem.Character.invalidUTF8(source.bytes[offset])
      problems.report(problem, at: offset..<offset + 1)
      return false
    case .valid(let encoded):
      let scalar = Unicode.UTF8.decode(encoded)
      let next = offset + encoded.count
      if !mayStand(scalar), !(scalar == "\r" && source.bytes[next...].first == 0x0A) {
        problems.report(ParseProblem.Character.control(scalar), at: offset..<next)
      }
      offset = next
    }
  }
}

/// Whether a character is printable in YAML 1.1 and 1.2 and a line break in both or in neither.
func mayStand(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x20..<0x7F: true
  case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
  default: scalar.value >= 0xA0
  }
}
