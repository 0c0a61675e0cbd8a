import type { PeopleStrings } from "./table.ts";

const number = new Intl.NumberFormat("ja");

export const jaPeople: PeopleStrings = {
  number: (count) => number.format(count),
  search: "検索",
  searchHint: "名前またはメール",
  show: "表示",
  filter: { all: "全員", "loses-access": "アクセスを失う人", "lower-role": "ロールが下がる人", "gains-access": "アクセスを得る人" },
  anyRole: "すべてのロール",
  anySeat: "すべてのシート",
  order: "並び順",
  orders: {
    harm: "影響が大きい順",
    roster: "名簿の順",
    name: "名前の昇順",
    "name-descending": "名前の降順",
    email: "メールの昇順",
    "email-descending": "メールの降順",
  },
  hint: "矢印キー、PageUp、PageDown、Home、Endで人を移動し、Enterで理由を表示します。",
  loading: "読み込み中…",

  whyOf: (email) => `${email}がどうなるかと、その理由`,
  whyTitle: {
    kept: (who) => `${who}に変更がない理由`,
    changed: (who) => `${who}が変更される理由`,
    added: (who) => `${who}が追加される理由`,
    removed: (who) => `${who}が削除される理由`,
    blocked: (who) => `${who}がログインできなくなる理由`,
    waiting: (who) => `${who}がシート待ちになる理由`,
    "not-a-member": (who) => `${who}がメンバーではない理由`,
    unknown: (who) => `${who}がどうなるか分からない理由`,
  },
  access: "アクセス",
  yes: "あり",
  no: "なし",
  notListed: "一覧にいない",
  becauseHeading: "理由",
  dependsHeading: "左右するもの",
  dependsOn: { "arrival-order": "シートが全員分はないため、誰が先になるかによる" },
  notInAnswer: "この結果に、このアドレスの人はいません。",
  close: "閉じる",

  reading: (files) =>
    files.length === 0 ? "名簿を読み取っています" : files.length === 1 ? `${files[0]}を読み取っています` : `${number.format(files.length)}個のファイルを読み取っています`,
  cancel: "キャンセル",
};
