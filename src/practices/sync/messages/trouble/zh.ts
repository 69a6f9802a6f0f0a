// 数据来源出了什么问题。
import { line, said } from "#src/view/line";
import type { TroubleWords } from "./en.ts";

export const troublesZh: TroubleWords = {
  "not-entered": () => line`还没有填写它的设置：给我发「登录」，在你的页面的“CRM”里填写。`,
  "wrong-centre": (named) => line`这套凭证不属于 ${said(named)} 这个数据中心。`,
  "wrong-secret": () => line`CRM 不认识这个应用的 ID 或密钥。`,
  revoked: () => line`授权已失效或被收回，需要重新授权。`,
  "wrong-user": () => line`读数据用的账号不存在或已停用。`,
  "app-stopped": () => line`这个应用在 CRM 里被停用了。`,
  "address-refused": (named) =>
    named === ""
      ? line`我们的 IP 不在 CRM 的白名单里。`
      : line`我们的 IP ${said(named)} 不在 CRM 的白名单里。`,
  "no-quota": () => line`还没有购买 CRM 的接口调用量，已停止拉取。购买后点“测试”。`,
  "quota-used": (_named, then) => line`今天的调用量用完了，${then}再拉。`,
  "slow-down": (_named, then) => line`CRM 要求放慢，${then}继续。`,
  "scope-missing": (named) => line`授权里缺少 ${said(named)} 这项权限。`,
  "not-allowed": (named) => line`读数据用的账号没有 ${said(named)} 的查看权限。`,
  "no-such": (named) => line`CRM 里已经没有 ${said(named)} 了，请重新选择统计什么。`,
  unreachable: () => line`连不上 CRM，我会接着试。`,
  down: () => line`CRM 说它现在不可用，我会接着试。`,
  "not-understood": (named) => line`CRM 的回答我看不懂：${said(named)}。`,
  "other-organisation": (named) =>
    line`这个账号现在属于另一家企业（${said(named)}），什么都没有读。确实要换的话，先关闭再开启。`,
  shrunk: (named) =>
    line`已知的数据里有一半以上不见了（${said(named)}），我什么都没有删。读数据用的账号还能看到全部数据吗？如果没问题，点“全部重拉”。`,
  failed: () => line`这边出了问题，原因在日志里，我会接着试。`,
};
