// 谁能看到什么有变动时，告诉本人的话。
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";
import type { RightsNewsMessages } from "../en/news.ts";

const mostNamed = 8;

export const news = (f: Formatter): RightsNewsMessages => {
  const some = (names: readonly string[]): Line =>
    names.length <= mostNamed
      ? line`${said(f.list(names))}`
      : line`${said(f.list(names.slice(0, mostNamed)))}等 ${String(names.length)} 人`;

  return {
    newsTitle: () => line`可见范围有变动`,
    managerNow: (now, before) =>
      line`你的主管现在是${said(now)}，能看到你的目标、周报和卡住的事。${before === null ? "" : line`${said(before)}不再能看到。`}`,
    noManager: (before) =>
      before === null
        ? line`你现在没有主管。`
        : line`${said(before)}不再是你的主管，也不再能看到你的目标、周报和卡住的事。你暂时没有主管。`,
    assistantsNow: (names) =>
      line`${some(names)}现在是你们团队的内勤，可以替你报数，能看到你的目标和报过的数。`,
    assistantsGone: (names) => line`${some(names)}不再替你报数，也不再能看到你的目标。`,
    teamNow: (now) =>
      now === null
        ? line`你现在不在任何团队。`
        : line`你现在在${said(now)}团队，分享给团队的内容由这个团队看到。`,
    assistsNow: (now, before) =>
      now === null
        ? line`你不再是${before === null ? "团队" : said(before)}的内勤。`
        : line`你现在是${said(now)}的内勤：可以替团队里的每个人报数，能看到他们的目标和报过的数。`,
    leadsNow: (added, gone) => {
      const leaves = line`${some(gone)}不再归你带。`;
      return added.length === 0
        ? leaves
        : line`${some(added)}现在归你带，你能看到他们的目标、周报和卡住的事。${gone.length === 0 ? "" : leaves}`;
    },
    asBefore: () => line`刚才的变动已撤回，一切照旧`,
    toRecord: () => line`我的变更记录`,
    recordWords: () => "变更记录",
    onlyYou: () => line`仅你可见`,
  };
};
