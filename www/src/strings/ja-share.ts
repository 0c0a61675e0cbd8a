import type { ShareStrings } from "./share.ts";

const number = new Intl.NumberFormat("ja");

export const jaShare: ShareStrings = {
  copy: "リンクをコピー",
  print: "印刷",
  carries: "リンクには設定そのものが含まれ、名簿は含まれません。開いた人が自分の名簿を入れます。",
  copied: "リンクをコピーしました。",
  copyYourself: "ブラウザがコピーを許可しませんでした。ここからコピーしてください。",
  link: "リンク",
  leftOut: (what) => `含めなかったもの: ${what.join("、")}。`,
  left: {
    actor: () => "保存する人",
    person: (count) => `特定の人についての期待${number.format(count)}件`,
    address: (count) => `アドレスを含む可能性のあるテキスト${number.format(count)}件`,
    unknown: (count) => `不明なキーまたは値${number.format(count)}件`,
  },
  long: (chars) => `長さは${number.format(chars)}文字です。長いリンクを途中で切るプログラムがあります。`,
  tooLong: "設定が長すぎるため、リンクにできません。",
  came: {
    opened: "設定はリンクから読み込まれました。",
    damaged: "リンクが壊れているか、途中で切れているため、設定を読み取れません。何も変更していません。",
    "too-long": "リンクの内容が1 MBを超えているため、読み取りません。何も変更していません。",
  },
  putRoster: "名簿を入れると、保存した場合の結果が分かります。",
  keptOnceEdited: "このブラウザに保存されているものは、設定を編集するまでそのままです。",

  printed: {
    plan: "プラン",
    sources: "根拠",
    rows: (rows, people) => `${number.format(rows)}行、${number.format(people)}人`,
    affected: "影響を受ける人(影響が大きい順)",
    nobody: "影響を受ける人はいません。",
    more: (count) => `ほか${number.format(count)}人`,
    notYet: "印刷した時点では、影響を受ける人はまだ分かっていませんでした。",
  },
};
