package import Diagnostics
internal import Files

/// The critical commodities that this program knows, and the way to read others.
package enum CommodityCatalogue {
  /// The commodities compiled into the program, in order of their folders.
  ///
  /// They are read once in the life of a process.
  package static func bundled() throws(DiagnosticList) -> [Commodity] { try read.get() }

  private static let read = Result { () throws(DiagnosticList) -> [Commodity] in
    var commodities: [Commodity] = []
    for (folder, files) in bundledFolders {
      commodities.append(try load(folder: files, name: "commodities/\(folder)"))
    }
    return commodities
  }

  /// The bundled commodity of an English or Japanese name; nil if none has it.
  package static func bundled(named name: String) throws(DiagnosticList) -> Commodity? {
    let wanted = name.lowercased()
    return try bundled().first { $0.name.lowercased() == wanted || $0.nameJa == name }
  }

  /// The files of the folder of a bundled commodity; throws if none has the name.
  package static func files(
    ofBundled name: String
  ) throws(DiagnosticList) -> [(name: String, bytes: [UInt8])] {
    let all = try bundled()
    guard let commodity = try bundled(named: name),
      let index = all.firstIndex(where: { $0.name == commodity.name })
    else {
      throw DiagnosticList([
        Diagnostic(.error, CommodityProblem.unknown(.commodity, name, known: all.map { $0.name }))
      ])
    }
    return bundledFolders[index].files
  }

  /// The bundled commodities and those of folders, paths from `base`; one of a bundled one's name
  /// stands in its place, which is warned of as are the files' own oddities. Throws every mistake of every folder.
  package static func all(
    with folders: [(path: String, place: Place?)], relativeTo base: String?
  ) throws(DiagnosticList) -> (commodities: [Commodity], warnings: [Diagnostic]) {
    var commodities = try bundled()
    var mistakes: [Diagnostic] = []
    var warnings: [Diagnostic] = []
    var places: [String: Place?] = [:]
    for (path, place) in folders {
      do throws(DiagnosticList) {
        let own = try CommodityFolder.load(path, relativeTo: base)
        places[own.name] = place
        warnings += own.warnings
        if let index = commodities.firstIndex(where: { $0.name == own.name }) {
          commodities[index] = own
          let problem = CommodityProblem.standsIn(own.name, folder: path)
          warnings.append(Diagnostic(.warning, problem, at: place))
        } else {
          commodities.append(own)
        }
      } catch {
        mistakes += error.diagnostics.map {
          $0.place == nil ? Diagnostic($0.severity, $0.problem, at: place) : $0
        }
      }
    }
    let names = commodities.map { $0.name }
    mistakes += commodities.compactMap { commodity in
      unknownLeader(of: commodity, among: names).map {
        Diagnostic(.error, $0, at: places[commodity.name] ?? nil)
      }
    }
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    return (commodities, warnings)
  }

  /// Refuses a price that follows a commodity that is not among the bundled ones.
  package static func checkLeader(of commodity: Commodity) throws(DiagnosticList) {
    let names = try bundled().map { $0.name }
    if let mistake = unknownLeader(of: commodity, among: names) {
      throw DiagnosticList([Diagnostic(.error, mistake)])
    }
  }

  private static func unknownLeader(
    of commodity: Commodity, among names: [String]
  ) -> CommodityProblem? {
    commodity.price.link.flatMap { link in
      names.contains(link.leader)
        ? nil : .unknownLeader(link.leader, of: commodity.name, known: names)
    }
  }

  /// Reads a commodity from the files of its folder, `name` being what messages call the folder.
  ///
  /// Files that do not end in `.csv` are passed over; every mistake is thrown at once.
  package static func load(
    folder files: [(name: String, bytes: [UInt8])], name: String
  ) throws(DiagnosticList) -> Commodity {
    try CommodityBuilder.build(files, name: name)
  }

  /// The compiled-in files by folder, in order.
  package static var bundledFolders: [(name: String, files: [(name: String, bytes: [UInt8])])] {
    var folders: [(name: String, files: [(name: String, bytes: [UInt8])])] = []
    for path in BundledData.paths(in: "commodities") {
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count == 3, let bytes = BundledData.bytes(of: path) else { continue }
      if folders.last?.name != parts[1] { folders.append((parts[1], [])) }
      folders[folders.count - 1].files.append((parts[2], bytes))
    }
    return folders
  }
}
