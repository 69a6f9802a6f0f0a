// 绑定账号时说的话。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { AccountMessages } from "./en.ts";

export const zh = (_f: Formatter): AccountMessages => ({
  codeTitle: () => line`在另一个聊天里用的绑定码`,
  codeHow: (code) => line`到另一边给我发 ${typed(`绑定账号 ${code}`)}，两个账号就合成一个人：目标一份，提醒一份。`,
  codeHolds: (minutes) => line`${String(minutes)} 分钟内有效，只能用一次，请不要给别人。`,
  sureTitle: (name) => line`${said(name)} 也是你吗？`,
  sureWhat: () => line`两边的目标、周报、表扬和提醒会合在一起，合并后不能再拆开。`,
  sureYes: () => line`是我，合并`,
  joined: () => line`绑定好了，以后两边都是同一个你。`,
  joinedWhat: (platforms) => (platforms > 1 ? line`消息会发到你最近用的那一边，在哪边回都算数。` : line`用哪个账号回都算数。`),
  wrong: () => line`这个码不对，或者已经过期了。请在另一边发 ${typed("绑定账号")} 重新拿一个。`,
  own: () => line`这就是这边的码，请到另一边发给我。`,
  tooMany: (minutes) => line`试的次数有点多，请等 ${String(minutes)} 分钟再拿一个新码。`,
  twinTitle: (name) => line`${said(name)} 也是你吗？`,
  twinWhat: () => line`这里已经有一位邮箱相同的同事。如果就是你在另一边的账号，可以绑定；不是就不用管。`,
  twinYes: () => line`拿绑定码`,
  onlyYou: () => line`只有你能看到`,
  help: () => ({ does: line`把两边的账号合成一个人`, usage: "绑定账号 [码]", example: "绑定账号" }),
});
