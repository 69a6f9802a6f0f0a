// 主动发出的提醒，以及为什么提醒。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { RecognitionNudgeMessages } from "../en/nudges.ts";

export const nudges = (f: Formatter): RecognitionNudgeMessages => ({
  digestTitle: (team) => line`${said(team)}：本周喜报`,
  digestAlone: () => line`本周喜报`,
  digestMore: (count) => line`还有 ${String(count)} 条，发 ${typed("荣誉墙")} 看全部`,
  digestLabel: () => line`周五：团队群里的一周喜报`,
  nudgeDrought: () => line`周一：谁需要一句鼓励`,
  whyDrought: () => line`每周一 14:00 看看团队里的表扬。`,
  droughtTitle: (count) => line`有 ${String(count)} 位组员 30 天没收到表扬`,
  droughtNames: (people) => line`${said(f.list(people))}。最近有什么做得好的？`,
  nudgeBudget: () => line`快到期的积分`,
  whyBudget: () => line`这个月的积分再过五个工作日就清零了。`,
});
