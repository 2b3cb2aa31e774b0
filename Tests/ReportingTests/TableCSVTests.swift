import Diagnostics
import Reporting
import TestSupport
import Testing

@Suite struct TableCSVTests {
  /// Records of a CSV text by RFC 4180, written apart from the writer.
  private func records(_ text: String) -> [[String]] {
    var records: [[String]] = [[""]]
    var isQuoted = false
    var wasQuote = false
    for character in text {
      let last = records.count - 1
      let field = records[last].count - 1
      if isQuoted, character == "\"" {
        isQuoted = false
        wasQuote = true
        continue
      }
      switch character {
      case "\"":
        if wasQuote { records[last][field].append("\"") }
        isQuoted = true
      case "," where !isQuoted: records[last].append("")
      case "\n" where !isQuoted: records.append([""])
      default: records[last][field].append(character)
      }
      wasQuote = false
    }
    return records.dropLast()
  }

  @Test func numbersReadBackToTheSameBits() {
    let read = records(Samples.numbers(HardNumbers.all).csv()).dropFirst()
    #expect(read.count == HardNumbers.all.count)
    for (record, value) in zip(read, HardNumbers.all) {
      #expect(Double(record[0])?.bitPattern == value.bitPattern)
    }
  }

  @Test func wordsReadBack() {
    let words = [
      "plain", "a,b", "say \"so\"", "two\nlines", "two\r\nlines", "", " edge ", "日本、韓国", "\"", ",,",
    ]
    #expect(records(Samples.words(words).csv()) == [["word"]] + words.map { [$0] })
  }

  @Test func headerHoldsKeysAndUnits() {
    let header =
      "region,value_added_loss [million USD],loss_share [share],worst_day,limited_by"
    #expect(Samples.losses.csv(in: .ja).hasPrefix(header + "\n日本,12345.678,0.003217,41,原油\n"))
  }

  @Test func missingCellsAreEmpty() {
    #expect(Samples.losses.csv().contains("\nKorea,0.1,1e-06,3,\n"))
    #expect(Samples.oneColumn.csv() == "loss\n1\n\"\"\n-1234567\n")
    #expect(Samples.empty.csv() == "region\n")
  }
}
