import Diagnostics
import Files

/// The make and the use workbook of one level and one treatment of secondary products.
struct BEAFiles {
  let make: InputFile
  let use: InputFile
  /// Years of which both have a sheet.
  let years: [Int]

  /// Finds the pair: both are named, or lie in the folder, or one is named and the other beside it.
  init(_ bundle: InputBundle) throws(DiagnosticList) {
    let isUse = { (file: InputFile) in Self.kind(file) == .use }
    let isMake = { (file: InputFile) in Self.kind(file) == .make }
    var bundle = bundle
    let named = bundle.files.filter { isUse($0) || isMake($0) }
    if named.count == 1 {
      let mate = Self.edition(named[0])
      let found = try InputBundle(bundle.parent).files.filter { file in
        file.isBeside(named[0]) && Self.edition(file) == mate
          && (isUse(file) ? isMake(named[0]) : isMake(file) && isUse(named[0]))
      }
      bundle = bundle.with(found)
    }
    use = try bundle.only("use table (IOUse_…_PRO_….xlsx)", where: isUse)
    make = try bundle.only("make table (IOMake_….xlsx)", where: isMake)
    let (made, used) = (try Self.years(make), try Self.years(use))
    years = Set(made).intersection(used).sorted()
    if years.isEmpty {
      throw DiagnosticList([
        Diagnostic(
          .error,
          ImportProblem.wrongLayout(
            format: ProviderFormat.usBEA.name,
            expected: "`\(make.display)` and `\(use.display)` have no year in common", guess: nil))
      ])
    }
  }

  private enum Kind { case make, use }

  /// What a file is by its name; nil for tables at purchasers' prices and everything else.
  private static func kind(_ file: InputFile) -> Kind? {
    guard file.isSheet else { return nil }
    let name = file.name.lowercased().replacing(" ", with: "_")
    if name.contains("iomake") { return .make }
    return name.contains("iouse") && !name.contains("_pur_") ? .use : nil
  }

  /// Level and treatment by a file's name.
  private static func edition(_ file: InputFile) -> [Bool] {
    let name = file.name.lowercased()
    return ["sector", "summary", "det", "after"].map { name.contains($0) }
  }

  /// Years that name the sheets of a workbook; a text's is that of its name.
  private static func years(_ file: InputFile) throws(DiagnosticList) -> [Int] {
    if file.suffix == "xls" {
      throw DiagnosticList([Diagnostic(.error, ImportProblem.closedWorkbook(file.display))])
    }
    guard file.suffix.hasPrefix("xls") else { return file.year.map { [$0] } ?? [] }
    if file.member != nil {
      throw DiagnosticList([Diagnostic(.error, ImportProblem.packedWorkbook(file.display))])
    }
    return try Workbook(file).sheets.compactMap {
      Int($0.name.split(separator: " ").joined())
    }
  }
}
