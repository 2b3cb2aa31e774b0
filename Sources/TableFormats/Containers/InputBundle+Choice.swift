import Diagnostics

extension InputBundle {
  /// The only file that a rule accepts, or the only one of a year; throws if there is none or several.
  ///
  /// Where one file is there, its year is not asked for: the table may say another than its name.
  func only(
    _ what: String, of year: Int? = nil, where isWanted: (InputFile) -> Bool
  ) throws(DiagnosticList) -> InputFile {
    let found = files.filter(isWanted)
    if found.count == 1 { return found[0] }
    let years = found.compactMap(\.year)
    if let year, found.count > 1, years.count == found.count {
      let ofYear = found.filter { $0.year == year }
      if ofYear.count == 1 { return ofYear[0] }
      if ofYear.isEmpty { throw Self.noYear(year, found: years) }
    }
    let areTold = years.count == found.count && Set(years).count == years.count
    let problem: ImportProblem =
      found.isEmpty
      ? .missingFile(what, path: path, seen: files.prefix(5).map(\.name))
      : .severalFiles(
        what, path: path, found: found.prefix(5).map(\.display), years: areTold ? years : [])
    throw DiagnosticList([Diagnostic(.error, problem)])
  }

  /// As `only`, for formats whose year is that of the name: a file of another year is refused unread.
  func onlyNamed(
    _ what: String, of year: Int?, where isWanted: (InputFile) -> Bool
  ) throws(DiagnosticList) -> InputFile {
    let file = try only(what, of: year, where: isWanted)
    if let year, let stated = file.year, stated != year {
      throw Self.noYear(year, found: [stated])
    }
    return file
  }

  /// The first file that a rule accepts; nil if there is none.
  func first(where isWanted: (InputFile) -> Bool) -> InputFile? { files.first(where: isWanted) }

  private static func noYear(_ year: Int, found: [Int]) -> DiagnosticList {
    DiagnosticList([
      Diagnostic(.error, ImportProblem.noYear(year, found: Set(found).sorted()))
    ])
  }
}
