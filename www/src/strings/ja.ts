import { jaMore } from "./ja-more.ts";
import { jaFiles } from "./ja-files.ts";
import { jaMend } from "./ja-mend.ts";
import { jaFlow } from "./ja-flow.ts";
import { jaPeople } from "./ja-people.ts";
import { jaSettings } from "./ja-settings.ts";
import { jaShare } from "./ja-share.ts";
import type { Strings } from "./table.ts";

const number = new Intl.NumberFormat("ja");
const people = (count: number): string => `${number.format(count)}人`;

export const ja: Strings = {
  tagline: "保存すると誰がどうなるかを、保存する前に",
  language: "言語",
  privacy: "処理はすべてこのブラウザータブの中で行われ、ネットワークがなくても使えます。入力した内容が外に送られることはありません。",
  independent:
    "rolecallは独立したツールです。Anthropicとの提携はなく、同社による推奨やサポートを受けるものでもありません。製品名は各所有者に帰属します。",
  sampleNote: "これは架空のオーガニゼーションです。自分の設定と名簿を入れると、その結果を確認できます。",

  verdictHeading: "判定",
  checking: "確認しています…",
  noAnswer: "まだ判定できません",
  stale: "最後に読み取れた入力での結果です",
  showProblem: "問題の箇所へ",

  changesHeading: "変わること",
  loseAccess: (count) => `${people(count)}がアクセスを失います`,
  getLowerRole: (count) => `${people(count)}のロールが下がります`,
  gainAccess: (count) => `${people(count)}がアクセスを得ます`,
  nobodyLosesAccess: "アクセスを失う人はいません",
  accessNotKnown: (count) => `${people(count)}がどうなるかは分かりません`,
  andMore: (count) => `ほか${people(count)}`,
  outcome: {
    kept: "変更なし",
    changed: "変更",
    added: "追加",
    removed: "削除",
    blocked: "ログイン不可",
    waiting: "シート待ち",
    "not-a-member": "メンバー外",
    unknown: "不明",
  },
  outcomeMeans: {
    kept: "アクセス、ロール、シートはそのまま",
    changed: "アクセスは残り、ロールかシートが変わる",
    added: "メンバーになる",
    removed: "メンバー一覧から外れる",
    blocked: "一覧に残るがログインできない",
    waiting: "シートが空けば追加される",
    "not-a-member": "前も後もディレクトリだけにいる",
    unknown: "名簿からは分からない",
  },
  showInTable: "一覧を見る",
  separator: "、",
  rolesAndSeats: "ロールとシート",
  role: "ロール",
  seatTier: "シートティア",
  purchased: "購入数",
  notKnown: "指定なし",
  before: "前",
  after: "後",
  short: "不足",

  findingsHeading: "指摘",
  noFindings: "指摘はありません。",
  severity: { error: "エラー", warning: "警告", info: "参考" },
  findingsOf: {
    error: (count) => `エラー${number.format(count)}件`,
    warning: (count) => `警告${number.format(count)}件`,
    info: (count) => `参考${number.format(count)}件`,
  },
  concerned: people,
  places: "該当箇所",
  goTo: (path) => `入力の${path}へ移動`,
  andMorePlaces: (count) => `ほか${number.format(count)}か所`,
  waysBack: "保存後に元へ戻す方法",
  swallowed: "含まれる指摘",
  sources: "根拠",
  assumptionsHeading: "この結果の前提",
  assumptionsIntro:
    "公式の文書が触れていないか、文書どうしが食い違う点です。別の読み方にするには、設定の「assumptions」で指定します。",
  restsOn: (count) => `${people(count)}の結果を左右`,
  otherReadings: "または",
  leftOutHeading: "読み取れなかったもの",

  peopleHeading: "人",
  peopleShown: (shown, total) => (shown === total ? people(total) : `${people(total)}のうち${people(shown)}`),
  nobodyMatches: "該当する人はいません。",
  nobodyAtAll: "名簿には誰もいません。",
  person: "人",
  seat: "シート",
  outcomeColumn: "結果",
  whenColumn: "時期",
  why: "理由",
  when: {
    "on-save": "保存時",
    "next-sync": "次回の同期",
    "next-login": "次回のログイン",
    "when-seats-are-bought": "シート購入時",
    never: "–",
  },
  none: "なし",
  to: "から",

  inputsHeading: "入力",
  inputsIntro:
    "ここで編集するか、ファイルをページのどこかにドロップしてください。メンバー一覧、SCIM、IdPのエクスポート、JSONを読み取れます。",
  input: { config: "設定", roster: "名簿" },
  inputMeans: {
    config: "保存で書き込まれる内容と、現在有効な内容",
    roster: "メンバーと、IdPのユーザーおよびグループ",
  },
  chooseFile: "ファイルを選ぶ",
  chooseFiles: "ファイルを選ぶ",
  format: "整形",
  undo: "元に戻す",
  replacedBy: (file) => `${file}を読み込みました。`,
  replaced: "テキストを置き換えました。",
  backToSample: "サンプルを表示",
  notTaken: (file) => `${file}は読み込まれませんでした。`,
  textUnchanged: "テキストは元のままです。",
  unread: {
    "too-large": "ファイルが256 MBを超えています。",
    "not-text": "テキストではないため、JSONではありません。",
    gone: "ファイルを読み取れません。フォルダーの場合は、中のファイルを選んでください。",
  },
  position: (line, column) => `${line}行${column}列`,
  dismiss: "閉じる",
  tooLongToEdit: (size) => `${size}のテキストです。長すぎるためここでは編集できませんが、確認は行われます。`,
  engineFailed: "確認を開始できませんでした",
  tryAgain: "再試行",

  files: jaFiles,
  ...jaMore,
  people: jaPeople,
  mend: jaMend,
  flow: jaFlow,
  share: jaShare,

  settings: jaSettings,

  downloadHeading: "結果のダウンロード",
  download: { "people-csv": "人(CSV)", "people-json": "人(JSON)", markdown: "レポート(Markdown)" },
};
