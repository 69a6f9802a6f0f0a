// 网页登录时说的话。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { PageMessages, RunningMessages } from "./en.ts";

const runningMessages = (f: Formatter): RunningMessages => ({
  runningTitle: () => line`运行情况`,
  runningWell: () => line`一切正常`,
  runningLook: () => line`需要看一下`,
  sent: () => line`一天内已发`,
  count: (messages) => line`${String(messages)}`,
  waiting: () => line`待发`,
  waitingSince: (minutes) => line`最久的等了 ${String(minutes)} 分钟`,
  held: () => line`等上班再发`,
  failed: () => line`没发出去`,
  failedWhat: () => line`没发出去的和原因，在部署的机器上运行 ${typed("npm run doctor")} 查看。`,
  stopped: (name, since) => line`${said(name)}从 ${f.dateTime(since)} 起收不到消息`,
  stoppedPlace: (count) => line`${String(count)} 个群收不到消息：请把我重新拉进群`,
});

export const zh = (f: Formatter): PageMessages => ({
  ...runningMessages(f),
  title: () => line`在浏览器里看你的页面`,
  what: (minutes) =>
    line`链接 ${String(minutes)} 分钟内有效，只能用一次。谁打开，谁就以你的身份登录，请不要转发。`,
  open: () => line`打开我的页面`,
  myPage: () => line`我的页面`,
  signOut: () => line`全部退出登录`,
  signedOut: (count) =>
    count === 0
      ? line`目前没有浏览器登录着你的账号，之前要的链接也都失效了。`
      : line`已在 ${String(count)} 个浏览器上退出。想再看，发 ${typed("登录")} 就行。`,
  noAddress: () =>
    line`还没有网页地址：请部署的同事把 ${typed("PUBLIC_URL")} 设成大家浏览器能打开的地址。`,
  tooMany: (minutes) => line`要的链接有点多，用最近那条就行，或者 ${String(minutes)} 分钟后再要。`,
  unprovedTitle: () => line`备份需要看一下`,
  unproved: (days) => line`已经 ${String(days)} 天没有验证过备份能不能恢复了。`,
  unprovedDo: () =>
    line`在部署的机器上运行 ${typed("npm run doctor")} 看是什么原因；运行 ${typed("npm run backup -- --prove")} 会马上备份一次并验证。`,
  onlyYou: () => line`仅你可见`,
  helpSignIn: () => ({ does: line`在浏览器里看你的页面`, usage: "登录", example: "登录" }),
  helpSignOut: () => ({
    does: line`在所有浏览器上退出`,
    usage: "退出登录",
    example: "退出登录",
  }),
});
