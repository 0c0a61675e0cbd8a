import type { FlowStrings } from "./flow.ts";

const number = new Intl.NumberFormat("ja");
const people = (count: number): string => `${number.format(count)}人`;

export const jaFlow: FlowStrings = {
  heading: "今日から保存後まで",
  kindLabel: "表示",
  kind: { roles: "ロールとアクセス", seatTiers: "シートティア" },
  side: { before: "今日", after: "保存後" },
  place: {
    "no-access": "アクセスなし",
    "no-seat": "シートなし",
    waiting: "シート待ち",
    "not-listed": "一覧にいない",
    unknown: "不明",
  },
  becomes: {
    roles: {
      loses: "アクセスを失う",
      lower: "ロールが下がる",
      other: "その他の変化",
      higher: "ロールが上がる",
      gains: "アクセスを得る",
      same: "変わらない",
    },
    seatTiers: {
      loses: "シートを失う",
      lower: "ティアが下がる",
      other: "その他の変化",
      higher: "ティアが上がる",
      gains: "シートを得る",
      same: "変わらない",
    },
  },
  move: ({ before, after }) => [before && `今日は${before}`, after && `保存後は${after}`].filter(Boolean).join("、"),
  counted: (count, move) => `${people(count)}: ${move}`,
  picture: "今日から保存後への人の流れ",
  nobody: "図に示す人はいません。",
  hint: "流れや項目を指すと、誰が含まれるかが分かります。選ぶと下の一覧に表示します。",
  keys: "矢印キーで流れと両端の項目を移動し、Enterで一覧に表示します。",
  outside: (count) => `${people(count)}は今日も保存後もディレクトリだけにいるため、図には含めていません。`,
  table: "同じ内容を表で見る",
  what: "どうなるか",
  people: "人数",
  everyone: "全員",
};
