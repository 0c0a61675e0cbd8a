import type { MoreStrings } from "./table.ts";

export const jaMore: MoreStrings = {
  readiness: {
    heading: "セットアップの進み具合",
    done: (done, of) => `${of}ステップ中${done}ステップ完了`,
    state: { done: "完了", next: "次", wait: "待ち", "not-needed": "不要" },
    by: {
      "account-owner": "現在のアカウント所有者",
      vendor: "ベンダー(依頼により)",
      it: "IT部門",
      administrator: "保存する人",
      people: "対象の各ユーザー",
    },
    notNeeded: (count) => `不要なステップ: ${count}`,
  },
  rule: { about: "このルールについて", says: "内容", why: "理由", fix: "対処" },
  kept: {
    config: "設定はこのブラウザに保存されています。",
    roster: "名簿もこのブラウザに保存する",
    clear: "保存したものを消去",
    said: {
      cleared: "このブラウザには何も保存されていません。",
      failed: "このブラウザには名簿を保存できませんでした。",
    },
    rosterGone: "設定は前回のものです。名簿は保存されていません。もう一度読み込むか、元に戻してサンプルを表示してください。",
  },
};
