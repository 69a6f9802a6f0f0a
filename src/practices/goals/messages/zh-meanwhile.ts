// 两个人同时处理同一件事时，对慢一步的人说的话。
import { line, said, typed } from "#src/view/line";
import type { MeanwhileMessages } from "./en-meanwhile.ts";

export const meanwhile = (): MeanwhileMessages => ({
  alreadyConfirmed: () => line`这个目标已经确认过了。`,
  changeDecided: () => line`这次调整已经有结论了，看目标就知道现在算哪个。`,
  confirmedMeanwhile: (name, number) =>
    line`${said(name)}刚刚确认了 G${String(number)}，目标已经开始。不做了的话可以结束它。`,
  runsMeanwhile: (number) => line`G${String(number)} 已经在进行了，不做了的话可以结束它。`,
  withdrawnMeanwhile: (number) => line`G${String(number)} 这个提议已经撤回，不用再确认了。`,
  closedMeanwhile: (number) =>
    line`G${String(number)} 刚才已经结束，这次没有改动。发 ${typed(`看目标 G${String(number)}`)} 看结果。`,
  stepDoneAlready: (title) => line`“${said(title)}”已经标过完成了。`,
  disputeNobody: () =>
    line`能处理这一笔的人都不在了，说了也没人收到。请管理员先设好你的上级，再来说一次。`,
});
