import Diagnostics
import InputOutputTables
import TestSupport

/// A valid economy folder of two regions with two sectors each.
let smallFolder: [String: String] = [
  "economy.csv": "key,value\nname,Small\nyear,2020\nunit,million USD\n",
  "Z.csv": """
  ,A_x,A_y,B_x,B_y
  A_x,10,5,1,0
  A_y,4,20,2,3
  B_x,0,1,8,6
  B_y,2,2,4,12

  """,
  "Y.csv": """
  ,A_HFCE,A_GFCF,B_HFCE
  A_x,20,10,4
  A_y,30,5,6
  B_x,2,3,30
  B_y,1,4,25

  """,
  "VA.csv": ",A_x,A_y,B_x,B_y\nwages,20,30,25,20\nprofits,14,12,10,9\n",
  "x.csv": "label,x\nA_x,50\nA_y,70\nB_x,50\nB_y,50\n",
  "sectors.csv": "code,name,name_ja\nx,Goods,財\ny,Services,サービス\n",
  "regions.csv": "code,name,name_ja\nA,Alpha,甲\nB,Beta,乙\n",
  "countries.csv": "country,region\nAAA,A\nBBB,B\n",
]

/// The small folder changed: text replaces or adds a file, nil removes one.
private func changed(
  _ changes: [String: String?], _ bytes: [String: [UInt8]]
) -> [String: [UInt8]] {
  var files = smallFolder.mapValues { Array($0.utf8) }
  for (name, text) in changes { files[name] = text.map { Array($0.utf8) } }
  for (name, content) in bytes { files[name] = content }
  return files
}

/// Loads the small folder, changed, from memory.
func load(
  _ changes: [String: String?] = [:], bytes: [String: [UInt8]] = [:], strict: Bool = false
) throws(DiagnosticList) -> LoadedTable {
  try EconomyLoader.load("small", files: changed(changes, bytes), strict: strict)
}

/// The messages that loading the small folder, changed, ends in; empty if it succeeds.
func failures(
  _ changes: [String: String?], bytes: [String: [UInt8]] = [:], strict: Bool = false
) -> [Diagnostic] {
  failures(of: changed(changes, bytes), strict: strict)
}

/// The messages that loading files ends in; empty if it succeeds.
func failures(of files: [String: [UInt8]], strict: Bool = false) -> [Diagnostic] {
  do throws(DiagnosticList) {
    _ = try EconomyLoader.load("small", files: files, strict: strict)
    return []
  } catch {
    return error.diagnostics
  }
}
