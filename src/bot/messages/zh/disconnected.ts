// 消息发不出去的群和工作区，还有不确定是否送到的消息。
import { entryOf } from "#src/language/lookup";
import { line, said, typed } from "#src/view/line";
import type { DisconnectedMessages } from "../en/disconnected.ts";

const reasons: Readonly<Record<string, string>> = {
  "the app was removed": "应用被移除了",
  "the app was switched off": "应用被停用了",
  "the platform switched the app off": "应用被平台停用了",
  "its token was revoked": "应用的令牌被撤销了",
  token_revoked: "应用的令牌被撤销了",
  invalid_auth: "应用的令牌不被接受",
  account_inactive: "应用的账号已停用",
};

export const disconnected = (): DisconnectedMessages => ({
  workspaceStopped: (name, why) =>
    line`发往“${said(name)}”的消息停了：${entryOf(reasons, why) ?? typed(why)}。`,
  workspaceMend: () => line`消息先留着，重新安装应用后会接着发出去。`,
  placeStopped: (name) =>
    line`“${said(name)}”里现在发不了消息：可能我被移出了群、群解散了，或者群里开了禁言。`,
  placeMend: () => line`可以重新把我拉进去，或者给团队换一个群。`,
  choosePlaces: () => line`换一个群`,
  mayHaveArrived: (name) =>
    line`发给${said(name)}的一条消息可能没送到，我这边查不到结果，要再发一次吗？`,
  sendAgain: () => line`再发一次`,
  letGo: () => line`不用了`,
  sentAgain: () => line`已重新发送。`,
  leftAlone: () => line`好的，不再发送。`,
});
