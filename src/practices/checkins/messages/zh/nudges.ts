// 主动发出的提醒，以及为什么提醒。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { CheckinNudgeMessages } from "../en/nudges.ts";

export const nudges = (f: Formatter): CheckinNudgeMessages => ({
  inviteTitle: (part) =>
    line`${
      {
        begins: "新的一周，最要紧的三件事是什么？",
        "goes on": "该写周报了，最要紧的三件事是什么？",
        ends: "这周快收尾了，写写这周的进展和下周的三件事",
      }[part]
    }`,
  inviteBody: (due) =>
    due
      ? line`先在这里报一下数，${f.time(due)} 前写好周报。`
      : line`先在这里报一下数，今天写好周报。`,
  inviteBodyPlain: (due) =>
    due ? line`${f.time(due)} 前写好周报，三分钟就好。` : line`今天写好周报，三分钟就好。`,
  carriedSoFar: (texts) => line`上次的：${said(f.list(texts))}`,
  remindTitle: (due) => line`周报 ${f.time(due)} 截止`,
  remindBody: () => line`写三行就够了。`,
  nudgeOpen: () => line`每周周报`,
  whyOpen: () => line`你的团队每周写周报。`,
  nudgeRemind: () => line`周报截止提醒`,
  whyRemind: () => line`没交才提醒，只提醒一次。`,
  nudgeDigest: () => line`团队周报汇总`,
  whyDigest: () => line`每周一次，截止以后发。`,
  nudgeRest: () => line`其他时区的周报（补充）`,
  whyRest: () => line`等团队最后一批截止后，再补一次。`,
  nudgeDaily: () => line`日报`,
  whyDaily: () => line`你或你的团队选了写日报。`,
});
