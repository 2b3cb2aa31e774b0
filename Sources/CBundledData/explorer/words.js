// What the page itself says; everything about the scenario comes from the program in both languages.
const words = {
  skip: ['Skip to the results', '結果へ移動'],
  undo: ['Undo', '元に戻す'], redo: ['Redo', 'やり直す'], reset: ['Reset', '初期値に戻す'],
  pin: ['Compare with this', 'これと比較'], region: ['Region', '地域'],
  other: ['日本語', 'English'], controls: ['What if', '条件'], findings: ['Findings', '主な結果'],
  tables: ['Tables', '表'], warnings: ['Warnings', '注意'], assumptions: ['Assumptions and sources', '前提と出典'],
  same: ['The same result from the command line', '同じ結果を得るコマンド'],
  sameText: ['This command prints the numbers of this page.', 'このコマンドは本ページと同じ数値を出力します。'],
  copy: ['Copy', 'コピー'], yaml: ['Scenario (YAML)', 'シナリオ(YAML)'], json: ['Summary (JSON)', '要約(JSON)'],
  svg: ['Picture (SVG)', '図(SVG)'], csv: ['Data (CSV)', 'データ(CSV)'], on: ['in force', '有効'],
  loading: ['Calculating …', '計算中…'],
  quick: ['Volumes and prices are up to date; income effects, ranges and cases follow …', '数量と価格は更新済み。所得効果・幅・ケース比較を計算中…'],
  full: ['Everything is up to date.', 'すべて更新済みです。'],
  refused: ['The change is refused; the results below are those before it.', '変更を受け付けられません。以下は変更前の結果です。'],
  lost: ['No answer. Is `sonae explore` still running? A page alone needs a browser with WebAssembly.', '応答がありません。`sonae explore` は動いていますか。単独のページにはWebAssembly対応のブラウザーが必要です。'],
  ghostFile: ['grey: the file as written', '灰色：ファイルのまま'], ghostPinned: ['grey: what was kept', '灰色：保存した条件'],
  changes: ['changed', '条件変更'],
  and: [', ', '、'], before: ['was', '比較'], value: ['a number', '数値'], back: ['Back to', '元の値：'],
  shocks: ['Shock', 'ショック'], responses: ['Response', '対応策'], baseline: ['Before the shock', 'ショック前'],
  model: ['Model', 'モデル'], top: ['Run', '計算'], day: ['day', '日目'],
  output: ['Output by region', '地域別の産出'], outputSub: ['share of the usual, by day', '平常比、日次'],
  price: ['Prices', '価格'], priceSub: ['change against the base price', '基準価格からの変化'],
  cover: ['Days of cover', '在庫日数'], coverSub: ['users\' stock in days of use, end of day', '利用者在庫(使用日数)、日末'],
  byRegion: ['Losses by region', '地域別の損失'], bySector: ['Losses by sector', '部門別の損失'],
  lossSub: ['value added lost, % of GDP over the horizon', '付加価値の損失、期間GDP比'],
  sectorSub: ['value added lost', '付加価値の損失'], map: ['Map of losses', '損失の地図'],
  origins: ['Where inputs come from', '投入の供給元'],
  originsSub: ['share of all input through every tier in the table, before any change; home left out', '経済表における全段階の投入に占める割合（変更前、国内を除く）'],
  faceValue: ['grey: direct purchases alone', '灰色：直接の購入のみ'], outside: ['Other imports', 'その他の輸入'],
  budget: ['Budget by payer', '負担者別の費用'], cases: ['Cases side by side', 'ケースの比較'],
  casesSub: ['output as a share of the usual', '産出の平常比'], none: ['nothing to show', '該当なし'],
  keys: ['arrow keys move the day', '矢印キーで日を移動'],
};

let current = 0;

export function setLanguage(language) { current = language === 'ja' ? 1 : 0; }
export function say(key) { return words[key][current]; }
// A text of the program, which comes as {en, ja}.
export function both(text) { return current ? text.ja : text.en; }
