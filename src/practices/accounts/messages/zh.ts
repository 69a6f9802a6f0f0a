// 绑定账号时说的话。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { Rights } from "../rules.ts";
import type { AccountMessages } from "./en.ts";

export const zh = (f: Formatter): AccountMessages => ({
  codeTitle: () => line`绑定码（到另一个聊天里用）`,
  codeHow: (code) =>
    line`到你的另一个聊天软件里给我发 ${typed(`绑定账号 ${code}`)}。绑定之前，我会先在这里问你。`,
  codeKeep: () =>
    line`谁发这个码，就等于申请成为你：能看到你的目标、周报和反馈，也能以你的名义操作。请不要给任何人，我们的人绝不会向你要。`,
  codeHolds: (minutes) => line`${String(minutes)} 分钟内有效，只能用一次。`,
  isIn: (workspace) => line`来自“${said(workspace)}”`,
  means: () =>
    line`两个账号的目标、周报、表扬、反馈和提醒都归到同一个人名下，在哪一边都能看到全部。`,
  reaches: (name, rights) => line`“${said(name)}”那个账号也会有你的权限：${held(rights)}。`,
  brings: (name, rights) => line`你也会有“${said(name)}”的权限：${held(rights)}。`,
  ledBy: (manager) => line`合并后主管是${said(manager)}，两边的目标和周报 TA 都能看到。`,
  sureTitle: (name) => line`“${said(name)}”也是你吗？`,
  sureTrap: () => line`这个码是别人给你的吗？那就点「不是」，否则对方会成为你。`,
  yes: () => line`是我`,
  sureNo: () => line`不是，是别人`,
  waiting: () => line`等你到另一个聊天里确认`,
  waitingWhat: (name, minutes) =>
    line`我已经在那边问了“${said(name)}”。请在 ${String(minutes)} 分钟内到那边点「是我」，在此之前什么都不会绑定。`,
  holderTitle: (name) => line`“${said(name)}”也是你吗？`,
  holderWhat: () => line`这个账号刚把你在这里拿到的码发给了我，申请和你绑定。`,
  holderTrap: (minutes) =>
    line`如果不是你本人发的，请点「不是我」：不会绑定，这个码也随即作废。${String(minutes)} 分钟内有效。`,
  holderNo: () => line`不是我`,
  joined: () => line`绑定好了，以后两边都是同一个你。`,
  joinedWhat: (platforms) =>
    platforms > 1 ? line`消息会发到你最近用的那一边，在哪边回都算数。` : line`用哪个账号回都算数。`,
  joinedUndo: (until) =>
    line`不是你本人绑定的？${f.dateTime(until)} 之前点一下就能拆开，一切恢复原样。`,
  notMe: () => line`不是我绑定的`,
  parted: (name) => line`已拆开，你和“${said(name)}”又是两个人了。`,
  partedWhat: (stays) =>
    line`目标、周报、表扬、反馈和权限各归各的，绑定之后新增的内容留在“${said(stays)}”名下。`,
  partedNext: () => line`如果有别人用过你的账号，请马上告诉管理员。`,
  partOver: () => line`现在拆不开了：一天的期限已过，或者已经拆开过。`,
  refused: (name) => line`没有绑定。已经告知“${said(name)}”，这个码作废了。`,
  refusedThere: () => line`另一个聊天里的回答是「不是我」。没有绑定，这个码作废了。`,
  dropped: () => line`没有绑定，这个码作废了，也已告知码的主人。`,
  codeTyped: (name) =>
    line`“${said(name)}”把你在这里拿到的码发给了我。没有绑定，这个码作废了。如果是你给出去的，下次请别给任何人。`,
  sameWorkspace: () =>
    line`这个码来自同一个企业（工作区）里的账号。绑定是给在两个聊天软件里的同一个人用的，同一个企业里的两个账号不能绑定。`,
  joinedLately: (from) =>
    line`其中一个账号一天之内刚绑定过别的账号，${f.dateTime(from)} 之后可以再绑定下一个。`,
  over: () => line`这次申请已经结束，没有绑定任何账号。需要的话发 ${typed("绑定账号")} 重新拿码。`,
  wrong: () => line`这个码不对，或者用过、过期了。请在另一边发 ${typed("绑定账号")} 重新拿一个。`,
  own: () => line`这就是这边的码，请到另一边发给我。`,
  tooMany: (minutes) => line`试的次数有点多，请等 ${String(minutes)} 分钟再拿一个新码。`,
  twinTitle: (name) => line`“${said(name)}”也是你吗？`,
  twinWhat: () =>
    line`这里已经有一位邮箱相同的同事。如果就是你在另一边的账号，可以绑定；不是就不用管。`,
  twinYes: () => line`拿绑定码`,
  onlyYou: () => line`仅你可见`,
  help: () => ({ does: line`把两边的账号合成一个人`, usage: "绑定账号 [码]", example: "绑定账号" }),
});

const held = ({ admin, leads, assistant }: Rights): string =>
  [
    ...(admin ? ["管理员"] : []),
    ...(leads > 0 ? [`${leads} 个人的主管`] : []),
    ...(assistant ? ["替团队报数"] : []),
  ].join("、");
