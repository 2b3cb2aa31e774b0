package import Diagnostics
import FoundationEssentials

/// How much of a file is believed before it is read: every real table by a wide margin, and no more.
///
/// The largest tables published have 39,360 columns of up to 20 characters (GLORIA's supply and use
/// of 164 regions); a sheet holds 16,384.
package enum Limits {
  /// Bytes of a line of text.
  package static let line = 8 << 20
  /// Cells of a row.
  package static let cells = 1 << 17
  /// Nodes of a table.
  package static let nodes = 60_000
  /// Blank lines or rows one after the other.
  package static let blankLines = 100_000
  /// Rows of a small table of text, such as a list of names.
  package static let textRows = 200_000
  /// Bytes that come out of any packed file.
  package static let unpackedFree = 64 << 20
  /// How many times its own size a larger packed file unpacks to: text of numbers packs 3 to 30 times,
  /// one character repeated 1,000 times.
  package static let unpackedRatio = 250
  /// Bytes of one tag of XML with its attributes.
  package static let tag = 1 << 20
  /// Parts of a workbook that lists name: sheets, and how they hang together.
  package static let workbookParts = 20_000
  /// Mistakes of a file after which the rest is not read.
  package static let mistakes = 1_000
  /// Bytes of a scenario or of another file of text that is read at once.
  package static let text = 16 << 20
  /// Bytes of a file of an economy folder.
  package static let tableFile = 16 << 30
  /// Size of a number of a table: beyond it sums and products overflow.
  package static let number = 1e100
  /// Size of an amount in a scenario, in its base unit.
  package static let amount = 1e30

  /// Whether what came out of a packed file so far is more than such a file holds.
  package static func isBomb(unpacked: Int, packed: Int) -> Bool {
    unpacked > unpackedFree && unpacked / unpackedRatio > packed
  }

  /// Throws if a table of so many nodes is none, or does not fit into this machine's memory.
  package static func check(nodes count: Int) throws(DiagnosticList) {
    let memory = ProcessInfo.processInfo.physicalMemory
    if count > nodes {
      throw DiagnosticList([Diagnostic(.error, LimitProblem.nodes(count))])
    }
    if UInt64(count * count * 8) > memory {
      throw DiagnosticList([Diagnostic(.error, LimitProblem.memory(nodes: count, memory))])
    }
  }
}
