// 会主动说的：谈之前、谈之后、很久没谈。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import { whenOf } from "./when.ts";
import type { TalkNudgesMessages } from "../en/nudges.ts";

export const nudges = (f: Formatter): TalkNudgesMessages => ({
  beforeTitle: (name, at) => line`${whenOf(at, f)}和${said(name)}一对一，想聊什么？`,
  afterTitle: (name) => line`和${said(name)}谈过了吗？`,
  afterOpenTitle: (name) => line`和${said(name)}还没聊完的：关掉，还是留到下次？`,
  missedTitle: (name) => line`你和${said(name)}有一阵子没谈了`,
  missedBody: (count, last) =>
    last === null
      ? line`连续 ${String(count)} 次一对一没有谈成。`
      : line`连续 ${String(count)} 次一对一没有谈成，上一次是 ${f.date(last)}那一周。`,
  missedSees: () => line`只告诉了你`,
  stepDueTitle: (number) => line`A${String(number)} 今天到期`,
  nudgeBefore: () => line`一对一之前`,
  whyBefore: () => line`下个工作日你有一对一。`,
  nudgeAfter: () => line`一对一之后`,
  whyAfter: () => line`上次一对一还有没收尾的。`,
  nudgeMissed: () => line`没谈成的一对一`,
  whyMissed: () => line`连续两次没有谈成，只告诉了你。`,
  nudgeStep: () => line`到期的待办`,
  whyStep: () => line`这是一对一里定的日子。`,
});
