import InputOutputTables
import Quantities
import Statistics

extension KeyTable {
  static let top: [Key] = [
    Key(
      "sonae", .wholeNumber, .standard("1"), in: Key.Bounds(1, 1), example: "1",
      "version of this file's schema", "このファイルのスキーマの版"),
    Key(
      "title", .text, .standard("untitled"), example: "Hormuz closed for 60 days",
      "title of the scenario", "シナリオの題名"),
    Key(
      "title_ja", .text, example: "ホルムズ海峡60日間封鎖",
      "title in Japanese", "日本語の題名"),
    Key(
      "economy", .text, .standard(EconomyLoader.standard), unless: ["economies"],
      example: "world-2022",
      "a bundled economy's name, or the path of an economy folder from this file",
      "同梱の経済表の名前、またはこのファイルから見た経済表フォルダのパス"),
    Key(
      "economies", .texts, example: "[world-2022, wiod-2014, g7plus-2011]",
      "several economies in place of `economy`: the report is of the first, a table shows the same shock on each",
      "`economy` の代わりに複数の経済表。報告書は先頭の表によるもので、同じショックを各表で比べる表を付ける"),
    Key(
      "commodities", .texts, example: "[./gallium]",
      "commodities of one's own: paths of their folders from this file",
      "独自の物資：そのフォルダのこのファイルから見たパス"),
    Key(
      "start", .date, example: "2026-03-02",
      "calendar date of day 0; needed where other dates are given",
      "0日目の日付。ほかで日付を使うときに必要"),
    Key(
      "horizon", .wholeDays, .standard("365 days"), in: Key.Bounds(1, 36_500),
      example: "365 days", "number of days simulated", "計算する日数"),
    Key(
      "model", .group, .standard("{}"), example: "{preset: sonae, criticality: 0.5}",
      "parameters of the dynamic model", "動学モデルのパラメータ"),
    Key(
      "baseline", .kinds, .standard("[]"),
      example: "[{dependency: {commodity: rare earths, importer: JPN, origin: CHN, share: 60%}}]",
      "changes of the world before the shock", "ショック前の世界の変更"),
    Key(
      "shocks", .kinds, .standard("[]"),
      example: "[{capacity: {nodes: [JPN.34t35], by: 30%, for: 30 days}}]",
      "what goes wrong; `off` in place of an entry leaves it out", "起きる出来事。項目の代わりに `off` と書けば除外"),
    Key(
      "responses", .kinds, .standard("[]"),
      example: "[{release: {commodity: crude oil, holders: {JPN: 80 Mbbl}}}]",
      "what is done about it; `off` in place of an entry leaves it out", "対応策。項目の代わりに `off` と書けば除外"),
  ]

  static let runs: [Key] = [
    Key(
      "uncertainty", .group, example: "{draws: 1000, seed: 1}",
      "what varies at random: `sonae ensemble` draws it, and a plain run takes the file's own values",
      "無作為に変わるもの。`sonae ensemble` が抽出し、通常の計算ではファイルの値をそのまま使う"),
    Key(
      "uncertainty.draws", .wholeNumber, .standard("1000"), in: Key.Bounds(1, 1e9),
      example: "1000", "number of draws", "抽出の回数"),
    Key(
      "uncertainty.seed", .wholeNumber, .standard("1"), in: Key.Bounds(0, 9_007_199_254_740_991),
      example: "1", "seed of the random numbers", "乱数の種"),
    Key(
      "uncertainty.sampling", .choice, .standard("monte carlo"),
      words: SamplingMethod.allCases.map { $0.rawValue }, example: "latin hypercube",
      "how draws fill the space: independently, one in each of as many equal strips, or by a scrambled Sobol' sequence (draws: a power of two from 64)",
      "抽出の方法。独立、層ごとに一つ、またはスクランブルしたソボル列（抽出数は64以上の2のべき乗）"),
    Key(
      "uncertainty.vary", .distributions, .standard("{}"),
      example: "{\"shocks[0].closure.for\": \"uniform(30 days, 120 days)\"}",
      "paths of this file and their distributions: \(DistributionText.all)",
      "このファイルのパスと分布：\(DistributionText.all)"),
    Key(
      "uncertainty.events", .probabilities, .standard("{}"),
      example: "{\"shocks[1]\": 30%}",
      "whole entries of shocks, responses or baseline that happen in this share of the draws; entries that count days after one that does not happen keep their days",
      "ショック・対応策・基準の項目全体が起きる確率。起きない項目から日を数える項目の日は変わらない"),
    Key(
      "uncertainty.correlation", .correlations, .standard("{}"),
      example: "{\"shocks[0].closure.for\": {\"shocks[0].closure.by\": 0.5}}",
      "rank correlation between two varied paths", "変動する二つのパスの順位相関"),
    Key(
      "uncertainty.dependence", .choice, .standard("copula"),
      words: Uncertainty.Dependence.allCases.map { $0.rawValue }, example: "ranks",
      "how correlation is made: each draw by a Gaussian copula, or draws put into order by their ranks (Iman and Conover), which keeps the strips of a Latin hypercube",
      "相関の作り方。各抽出をガウス型コピュラで、または順位の並べ替え（Iman・Conover法、ラテン超方格の層を保つ）で"),
    Key(
      "variants", .overrides, .standard("{}"),
      example: "{no release: {responses: []}}",
      "the same file with named changes, each run as a column of its own; a change is a path and its new value; `off` in place of the changes leaves a variant out",
      "名前を付けた変更版。それぞれ一つの列として計算する。変更はパスと新しい値で書く。変更の代わりに `off` と書けば除外"),
    Key(
      "report", .group, .standard("{}"), example: "{regions: [JPN, KOR], language: [en, ja]}",
      "what the report shows", "報告書の内容"),
    Key(
      "report.regions", .names(.region), .standard("[]"), example: "[JPN, KOR, USA]",
      "regions shown first and in detail; none: the worst hit",
      "先頭で詳しく示す地域。空なら影響の大きい順"),
    Key(
      "report.tables", .texts, .standard("all"),
      words: ["all"] + ReportTable.allCases.map { $0.rawValue }, example: "[regions, sectors]",
      "tables shown", "表示する表"),
    Key(
      "report.probability", .quantity([.share]), in: .share, example: "2%",
      "probability a year of what goes wrong, for the table `policy`; none: benefits over costs are not computed",
      "表 `policy` で使う、事象が一年に起きる確率。なければ便益費用比は計算しない"),
    Key(
      "report.discount", .quantity([.share]), .standard("3%"), in: .share, example: "3%",
      "discount of later costs in the table `policy`, a year; an assumption",
      "表 `policy` の費用の割引率(年率、仮定)"),
    Key(
      "report.language", .texts, .standard("en"), words: ["en", "ja"], example: "[en, ja]",
      "languages of the report, the first by default", "報告書の言語。先頭が既定"),
  ]
}
