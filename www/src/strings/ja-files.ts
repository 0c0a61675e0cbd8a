import type { FileStrings } from "./table.ts";

const number = new Intl.NumberFormat("ja");
const list = new Intl.ListFormat("ja");
const counted = (before: string, after: string) => (count: number) => `${before}${number.format(count)}${after}`;
const people = counted("", "人");
const files = counted("", "個のファイル");

const NAMED = 3;

/** Some names, and how many more there are. */
function some(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return list.format(rest > 1 ? [...names.slice(0, NAMED), `ほか${number.format(rest)}個`] : names);
}

export const jaFiles: FileStrings = {
  means: "次のファイルから作成",
  add: "ファイルを追加",
  format: {
    "rolecall-json": "rolecall独自のJSON",
    scim: "SCIMのデータ",
    "admin-api-json": "Admin APIの一覧(ユーザー、招待)",
    "claude-members-csv": "管理画面のメンバーCSV",
    "entra-users-csv": "Entraのユーザー(CSV)",
    "entra-group-members-csv": "Entraのグループメンバー(CSV)",
    "google-users-csv": "Google Workspaceのユーザー(CSV)",
    "google-group-members-csv": "Google Workspaceのグループメンバー(CSV)",
    "okta-json": "Oktaのユーザーとグループ(JSON)",
    csv: "列を指定した表",
  },
  unknownTable: "未知の表",
  unreadable: "読み取れません",
  side: { members: "メンバー", directory: "ディレクトリ" },
  sideMeans: { members: "オーガニゼーション自身の一覧", directory: "IdPのユーザーとグループ" },
  sideOf: (file) => `${file}の側`,
  wholeRoster: "メンバーとディレクトリ",
  rows: counted("", "行"),
  people,
  groups: counted("グループ", "個"),
  leftOut: counted("除外", "行"),
  problems: counted("行についての指摘", "件"),
  group: (name) => `グループ: ${name}`,
  remove: "取り除く",
  removeFile: (file) => `${file}を取り除く`,
  removeAll: "ファイルをすべて取り除く",
  removed: (count) => `${files(count)}を取り除き、以前のテキストに戻しました。`,
  asJson: "JSONとして編集",
  madeFrom: (count, without) =>
    `${files(count)}から読み取った名簿です${without.length > 0 ? `(${some(without)}は含みません)` : ""}。`,
  inPlaceOfFiles: "ファイルの代わりに使われます。",
  textKept: "JSONテキストの代わりにファイルを使っています。すべて取り除くとテキストに戻ります。",
  summary: (inForce, asked, bad) =>
    `${files(inForce + asked + bad)}のうち、使用中${inForce}、回答待ち${asked}、読み取れないもの${bad}`,
  noneInForce: "使えるファイルがまだありません。ファイルの質問に答えるか、ほかのファイルを追加してください",
  without: (names) => `この結果には${some(names)}が含まれていません。`,
  showFiles: "ファイルを見る",

  sideQuestion: "これはどちらの一覧ですか?",
  columnsQuestion: "どの列に何が入っていますか?",
  columnsIntro: "既知の形式ではない表です。見出しから推測した内容を入れてありますが、確定するまでは読み取りません。",
  column: {
    email: "メールアドレス",
    name: "名前",
    id: "変わらないID",
    role: "ロール",
    seatTier: "シートティア",
    status: "有効か保留中か",
    kind: "人かサービスか",
    active: "アカウントが有効か",
    assigned: "アプリケーションへの割り当て",
    groups: "グループ(1セルに複数)",
    group: "グループ(1行に1つ)",
  },
  noColumn: "– この表にはない –",
  needed: "必須",
  useColumns: "この列で読み取る",
  changeColumns: "列を変更",
  groupQuestion: "どのグループのメンバーですか?",
  groupIntro: "ファイルからは分かりません。IdPでのグループ名を入力してください。",
  groupName: "グループ名",
  useGroup: "この名前を使う",
  nameGroup: "グループ名を指定",
  wholeQuestion: "ファイルの代わりにこの名簿を使いますか?",
  wholeIntro: "これだけで完結した名簿のため、ほかのファイルと組み合わせることはできません。",
  useWhole: "代わりに使う",
  use: "この内容で使う",
  cancel: "キャンセル",

  assignmentQuestion: "IdPでClaudeのアプリケーションに割り当てられているのは誰ですか?",
  assignmentIntro: "ディレクトリのファイルからは分かりません。JITとSCIMでは、これによって誰がアクセスを保つかが決まります。",
  everyone: "これらのファイルの全員",
  everyoneIn: (count, names) => `${people(count)}: ${some(names)}`,
  membersOfGroups: "次のグループのメンバーだけ",
  membersOfGroupsHint: "グループを1つ以上選んでください。",
  noGroups: "これらのファイルにはグループがありません。グループのメンバー一覧を追加してください。",
  findGroup: "グループを検索",
  groupPeople: people,
  moreGroups: (count) => `ほか${number.format(count)}個は名前で検索してください`,
  notKnown: "分からない",
  notKnownHint: "人がどうなるかは判断できないままになります。",
};
