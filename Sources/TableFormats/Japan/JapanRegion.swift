/// The part of Japan that a table is of, where it is not the nation's.
struct JapanRegion: Equatable {
  /// ISO 3166-2 code of a prefecture; the name of any other part.
  let code: String
  /// The name in English; the Japanese one of any other part than a prefecture.
  let name: String
  /// The name in Japanese.
  let nameJa: String

  /// Takes the word over gross output, such as 県内生産額, and the table's title; nil for the nation.
  init?(output: String, _ title: String) {
    guard let end = output.firstRange(of: "内生産額")?.lowerBound, output[..<end] != "国" else {
      return nil
    }
    if let (index, words) = Self.prefectures.enumerated().first(where: { title.contains($1.ja) }) {
      self.init(code: "JP-\(index < 9 ? "0" : "")\(index + 1)", name: words.en, nameJa: words.ja)
      return
    }
    let before = title.firstRange(of: "産業連関表").map { title[..<$0.lowerBound] } ?? ""
    let own = before.reversed().prefix { !" 　年)）度・".contains($0) }
    let found = own.isEmpty ? String(output[..<end]) : String(String(own.reversed()))
    self.init(code: found, name: found, nameJa: found)
  }

  private init(code: String, name: String, nameJa: String) {
    (self.code, self.name, self.nameJa) = (code, name, nameJa)
  }

  /// Prefectures in the order of their codes (JIS X 0401, ISO 3166-2:JP).
  private static let prefectures: [(en: String, ja: String)] = """
    Hokkaido 北海道 Aomori 青森県 Iwate 岩手県 Miyagi 宮城県 Akita 秋田県 Yamagata 山形県
    Fukushima 福島県 Ibaraki 茨城県 Tochigi 栃木県 Gunma 群馬県 Saitama 埼玉県 Chiba 千葉県
    Tokyo 東京都 Kanagawa 神奈川県 Niigata 新潟県 Toyama 富山県 Ishikawa 石川県 Fukui 福井県
    Yamanashi 山梨県 Nagano 長野県 Gifu 岐阜県 Shizuoka 静岡県 Aichi 愛知県 Mie 三重県 Shiga 滋賀県
    Kyoto 京都府 Osaka 大阪府 Hyogo 兵庫県 Nara 奈良県 Wakayama 和歌山県 Tottori 鳥取県
    Shimane 島根県 Okayama 岡山県 Hiroshima 広島県 Yamaguchi 山口県 Tokushima 徳島県 Kagawa 香川県
    Ehime 愛媛県 Kochi 高知県 Fukuoka 福岡県 Saga 佐賀県 Nagasaki 長崎県 Kumamoto 熊本県 Oita 大分県
    Miyazaki 宮崎県 Kagoshima 鹿児島県 Okinawa 沖縄県
    """.split { $0 == " " || $0 == "\n" }.map(String.init).chunkedInPairs
}

extension [String] {
  /// Neighbours as pairs.
  fileprivate var chunkedInPairs: [(en: String, ja: String)] {
    stride(from: 0, to: count - 1, by: 2).map { (self[$0], self[$0 + 1]) }
  }
}
