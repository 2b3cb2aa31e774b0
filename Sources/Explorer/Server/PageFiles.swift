internal import Files

/// The page's own files, as the program holds them.
enum PageFiles {
  /// The bytes and the type of a file; nil where an address is no file.
  static func file(at address: Address) -> (bytes: [UInt8], type: String)? {
    let found: (name: String, type: String)? =
      switch address {
      case .page: ("explorer.html", "text/html; charset=utf-8")
      case .style: ("explorer.css", "text/css; charset=utf-8")
      case .icon: ("favicon.svg", "image/svg+xml")
      case .script, .state, .asking, .sending, .changes, .controls, .results, .pictures, .charts,
        .saving,
        .words:
        (String(address.rawValue.dropFirst()), "text/javascript; charset=utf-8")
      case .scenario, .run: nil
      }
    guard let found, let bytes = BundledData.bytes(of: "explorer/\(found.name)") else { return nil }
    return (bytes, found.type)
  }

  /// What a browser may do with the page: its own files, its own requests, nothing from elsewhere.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}
