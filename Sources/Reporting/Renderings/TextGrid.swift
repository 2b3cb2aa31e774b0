import Diagnostics
import Quantities

/// A table as cells of text, to be laid out in columns of a fixed-width font.
struct TextGrid {
  /// The column headings.
  let headings: [String]
  /// The rows of cells, one cell a column.
  let rows: [[String]]
  /// Whether a column holds numbers: kept on one line, on the right.
  let isNumber: [Bool]
  /// Blank columns between two columns.
  static let gap = 2
  /// Stands for what the row above says.
  private static let same = "〃"
  /// Columns beyond which a text is not said twice.
  private static let long = 40

  /// The grid in lines.
  struct Layout {
    /// Lines of the heading.
    let header: [String]
    /// The rule below it.
    let rule: String
    /// Lines of all rows.
    let body: [String]

    fileprivate var height: Int { header.count + body.count }
  }

  /// The grid within a width, its last column on lines of its own under each row where it is text that
  /// would make the rows a third higher beside the others.
  func layout(within limit: Int?) -> Layout {
    let beside = beside(within: limit)
    guard let limit, headings.count > 2, isNumber.last == false else { return beside }
    let under = under(within: limit)
    return 3 * beside.height >= 4 * under.height ? under : beside
  }

  private func beside(within limit: Int?) -> Layout {
    let widths = widths(within: limit)
    return Layout(
      header: lines(headings, widths, atBottom: true),
      rule: String(repeating: "─", count: TextGrid.total(widths)),
      body: body(widths).flatMap { $0 })
  }

  private func under(within limit: Int) -> Layout {
    let main = TextGrid(
      headings: headings.dropLast(), rows: rows.map { $0.dropLast() },
      isNumber: isNumber.dropLast())
    let widths = main.widths(within: limit)
    let indent = "  "
    let own = { (text: String?) -> [String] in
      guard let text, !text.isEmpty, text != NumberFormat.missing else { return [] }
      return wrapped(text, to: max(2, limit - indent.count)).map { indent + $0 }
    }
    return Layout(
      header: main.lines(main.headings, widths, atBottom: true) + own(headings.last),
      rule: String(repeating: "─", count: limit),
      body: zip(main.body(widths), rows.indices).flatMap { lines, row in
        lines + own(marked(row, beyond: headings.map { _ in TextGrid.long }).last)
      })
  }

  /// Lines of each row, all of equal width; a mark stands for a long text that the row above has too, and for
  /// one on several lines where the row is shorter by it.
  private func body(_ widths: [Int]) -> [[String]] {
    rows.indices.map { row in
      let plain = marked(row, beyond: widths.map { _ in TextGrid.long })
      let short = marked(row, beyond: widths.map { min(TextGrid.long, max(2, $0)) })
      let (whole, less) = (
        lines(plain, widths, atBottom: false), lines(short, widths, atBottom: false)
      )
      return less.count < whole.count ? less : whole
    }
  }

  /// A row's cells, with a mark for a text wider than a column's limit that the row above has too.
  private func marked(_ row: Int, beyond limits: [Int]) -> [String] {
    rows[row].indices.map { column in
      let cell = rows[row][column]
      let isSame = row > 0 && rows[row - 1][column] == cell
      return isSame && !isNumber[column] && displayWidth(cell) > limits[column]
        ? TextGrid.same : cell
    }
  }

  /// Whether a width holds the grid, with headings on two lines at most.
  func fits(in width: Int) -> Bool {
    let words = unbrokenWords
    let least = headings.indices.map { column in
      let cells = rows.map { displayWidth($0[column]) }.max() ?? 0
      let heading = displayWidth(headings[column]) * 2 / 5
      return max(isNumber[column] ? cells : min(cells, 14), heading, words[column], 1)
    }
    return TextGrid.total(least) <= width
  }

  /// Columns of each column's widest word, of its heading and of its text up to 20; numbers are whole.
  private var unbrokenWords: [Int] {
    headings.indices.map { column in
      let text = isNumber[column] ? [] : rows.map { widestPiece(of: $0[column]) }
      return max(TextGrid.unbroken(headings[column]), min(20, text.max() ?? 0))
    }
  }

  /// Columns of a heading that stay on one line: its widest word; of Japanese, four characters.
  private static func unbroken(_ heading: String) -> Int {
    max(widestPiece(of: heading), min(8, displayWidth(heading)))
  }

  /// Widths that fit a limit where they can: headings break in two, then long text, then headings
  /// wherever they may, words of text last of all; numbers and words of headings never do.
  func widths(within limit: Int?) -> [Int] {
    let cells = headings.indices.map { column in
      rows.map { displayWidth($0[column]) }.max() ?? 0
    }
    let headWords = headings.map(TextGrid.unbroken)
    let words = unbrokenWords
    let natural = zip(headings, cells).map { max(displayWidth($0), $1, 1) }
    guard let limit else { return natural }
    let unbroken = zip(cells, headWords).map { max($0, $1, 1) }
    let twoLines = zip(natural, unbroken).map { max($0 * 3 / 5, $1) }
    var widths = TextGrid.shrink(natural, to: twoLines, within: limit)
    let wide = words.map { max($0, 14) }
    let narrow = headWords.map { max($0, 8) }
    for (headingLeast, textLeast) in [
      (twoLines, wide), (unbroken, wide), (unbroken, words), (unbroken, narrow),
    ] {
      let least = headings.indices.map { column in
        isNumber[column] ? headingLeast[column] : min(unbroken[column], textLeast[column])
      }
      widths = TextGrid.shrink(widths, to: least, within: limit)
    }
    return widths
  }

  /// Takes a column at a time from the widest that may shrink.
  private static func shrink(_ widths: [Int], to least: [Int], within limit: Int) -> [Int] {
    var widths = widths
    while total(widths) > limit {
      let free = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = free.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * (widths.count - 1)
  }

  private func lines(_ cells: [String], _ widths: [Int], atBottom: Bool) -> [String] {
    let blocks = zip(cells, widths).map { cell, width in
      displayWidth(cell) <= width ? [cell] : wrapped(cell, to: max(2, width))
    }
    let height = blocks.map { $0.count }.max() ?? 0
    return (0..<height).map { line in
      widths.indices.map { column in
        let index = atBottom ? line - (height - blocks[column].count) : line
        let text = blocks[column].indices.contains(index) ? blocks[column][index] : ""
        return padded(text, to: widths[column], right: isNumber[column])
      }.joined(separator: String(repeating: " ", count: TextGrid.gap))
    }
  }
}
