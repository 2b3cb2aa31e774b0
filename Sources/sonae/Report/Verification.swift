import ArgumentParser
import Diagnostics
import Files
import Foundation
import InputOutputTables
import LinearAlgebra
import Reporting

/// A folder of results beside a second run of its manifest's scenario.
struct Verification {
  /// A file whose stored numbers are not those of the second run.
  struct Difference: Hashable {
    /// The file.
    let file: String
    /// What differs in words; nil: one of the two has no such file.
    let first: Bilingual?
    /// Lines that differ.
    let lines: Int
  }

  /// The folder.
  let folder: String
  /// What of the circumstances is another, and files that were changed since they were written.
  let remarks: [Bilingual]
  /// Files of numbers that were compared.
  let compared: Int
  /// Those that differ.
  let differences: [Difference]
  /// Files that are not as their manifest says.
  let altered: [String]

  /// Whether every number is the same and no file was changed.
  var isSame: Bool { differences.isEmpty && altered.isEmpty }

  /// Runs a folder's scenario again and compares; throws if it holds no manifest, or cannot be run.
  static func of(_ folder: String) async throws -> Verification {
    let manifest = try RunRecord(folder: folder)
    let options = try manifest.scenarioOptions
    let file = try ScenarioFile(manifest.source, options)
    var differences: [Difference] = []
    var names: Set<String> = []
    try await again(manifest, file, options) { name, bytes in
      names.insert(name)
      let stored = FileManager.default.contents(atPath: "\(folder)/\(name)").map { [UInt8]($0) }
      if stored != bytes { differences.append(difference(name, stored, bytes)) }
    }
    differences += manifest.numberFiles.filter { !names.contains($0) }.map {
      Difference(file: $0, first: nil, lines: 0)
    }
    return Verification(
      folder: folder, remarks: remarks(manifest, file), compared: names.count,
      differences: differences, altered: manifest.altered(in: folder))
  }

  /// Does what a manifest says again and hands over each file of numbers.
  private static func again(
    _ manifest: RunRecord, _ file: ScenarioFile, _ options: ScenarioOptions,
    _ take: (String, [UInt8]) throws -> Void
  ) async throws {
    if let question = manifest.options.question {
      let decide = try DecideOptions.parse(manifest.options.asked ?? [])
      return try await DecideRun.whole(file, options, question, decide).each(take)
    }
    let content = manifest.options.content
    let run = try await ScenarioRun.whole(
      file.drawing(manifest.options.draws ?? 0), options, content)
    try RunFiles(run: run, content: content).each(take)
  }

  /// What of the circumstances is another than when the folder was written.
  private static func remarks(_ manifest: RunRecord, _ file: ScenarioFile) -> [Bilingual] {
    let about = file.table.description
    var list: [Bilingual] = []
    let note = { (what: Bilingual, then: String, now: String) in
      Bilingual("\(what.en): \(then) then, \(now) now", "\(what.ja)：当時\(then)、現在\(now)")
    }
    if manifest.version != Version.current {
      list.append(note(Bilingual("another version", "版が異なる"), manifest.version, Version.current))
    }
    if manifest.economy.sha256 != about.sha256 {
      let short = { (name: String, sha256: String) in "\(name) (\(sha256.prefix(8)))" }
      list.append(
        note(
          Bilingual("another economy", "経済表が異なる"),
          short(manifest.economy.name, manifest.economy.sha256), short(about.name, about.sha256)))
    }
    if manifest.blas != OpenBLAS.configuration {
      list.append(
        note(Bilingual("another BLAS", "BLASが異なる"), manifest.blas, OpenBLAS.configuration))
    }
    return list
  }

  /// What differs between a stored file and the bytes of the second run.
  private static func difference(
    _ name: String, _ stored: [UInt8]?, _ now: [UInt8]
  ) -> Difference {
    guard let stored else { return Difference(file: name, first: nil, lines: 0) }
    let lines = [stored, now].map { bytes in
      String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
    }
    let count = max(lines[0].count, lines[1].count)
    let line = { (side: Int, number: Int) in
      lines[side].indices.contains(number) ? lines[side][number] : ""
    }
    let differing = (0..<count).filter { line(0, $0) != line(1, $0) }
    guard let first = differing.first else { return Difference(file: name, first: nil, lines: 0) }
    let (then, after) = excerpts(line(0, first), line(1, first))
    return Difference(
      file: name,
      first: Bilingual(
        "line \(first + 1): `\(then)` stored, `\(after)` now",
        "\(first + 1)行目：保存値 `\(then)`、再計算 `\(after)`"), lines: differing.count)
  }

  /// The parts of two lines from a little before where they part.
  private static func excerpts(_ first: Substring, _ second: Substring) -> (String, String) {
    let same = zip(first, second).prefix { $0 == $1 }.count
    let start = max(0, same - 24)
    let cut = { (line: Substring) in
      (start > 0 ? "…" : "") + printable(String(line.dropFirst(start).prefix(60)))
    }
    return (cut(first), cut(second))
  }
}

extension Verification {
  /// What was found, a line each.
  func text(in language: Language) -> String {
    var lines = [verdict]
    lines += remarks
    lines += altered.map {
      Bilingual("\($0): changed since it was written", "\($0)：書き出し後に変更されている")
    }
    lines += differences.map { difference in
      guard let first = difference.first else {
        return Bilingual(
          "\(difference.file): there in one of the two only", "\(difference.file)：一方にしかない")
      }
      return Bilingual(
        "\(difference.file), \(difference.lines) \(difference.lines == 1 ? "line" : "lines"): \(first.en)",
        "\(difference.file)、\(difference.lines)行：\(first.ja)")
    }
    return lines.enumerated().map { ($0 == 0 ? "" : "  ") + $1.text(in: language) + "\n" }.joined()
  }

  private var verdict: Bilingual {
    isSame
      ? Bilingual(
        "\(folder): the same, \(compared) files of numbers", "\(folder)：一致（数値ファイル\(compared)件）")
      : Bilingual("\(folder): differs", "\(folder)：相違あり")
  }
}
