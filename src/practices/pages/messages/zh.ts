// 网页登录时说的话。
import { line, typed } from "#src/view/line";
import type { PageMessages } from "./en.ts";

export const zh = (): PageMessages => ({
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
  onlyYou: () => line`仅你可见`,
  helpSignIn: () => ({ does: line`在浏览器里看你的页面`, usage: "登录", example: "登录" }),
  helpSignOut: () => ({
    does: line`在所有浏览器上退出`,
    usage: "退出登录",
    example: "退出登录",
  }),
});
