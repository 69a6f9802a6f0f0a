// 建团队之后，通讯录里的变动。
import { line, said } from "#src/view/line";
import type { FollowingMessages } from "../en/following.ts";

export const following = (): FollowingMessages => ({
  directoryChanged: (count) => line`通讯录有 ${String(count)} 处变动`,
  changeIs({ what, name, team, from, manager, managerBefore }) {
    const under =
      manager === null || manager === managerBefore
        ? line``
        : line`，主管：${managerBefore === null ? line`` : line`${said(managerBefore)} → `}${said(manager)}`;
    switch (what) {
      case "leads":
        return line`${said(team)}的主管：${managerBefore === null ? line`` : line`${said(managerBefore)} → `}${said(name)}`;
      case "comes":
        return line`新同事${said(name)}，加入${said(team)}${under}`;
      case "moves":
        return from === null
          ? line`${said(name)}的主管：${managerBefore === null ? line`` : line`${said(managerBefore)} → `}${said(manager ?? "–")}`
          : line`${said(name)}：${said(from)} → ${said(team)}${under}`;
      case "goes":
        return line`${said(name)}已不在${said(team)}，也不在其他跟随的部门`;
    }
  },
  setByHand: () => line`这一项管理员在这里手动改过。`,
  changesLeft: (count) => line`还有 ${String(count)} 处没有列出。`,
  whoIsTold: () => line`还没有改。采用后会告诉本人和前后两位主管。`,
  seeChanges: () => line`通讯录变动`,
  takeChanges: () => line`全部采用`,
  turnDownChanges: () => line`都不用`,
  takeAlways: () => line`采用，以后自动更新`,
  changesTaken: (count) => line`已按通讯录更新 ${String(count)} 处`,
  takenByItself: () => line`按管理员的选择自动更新，可以在「管理团队 > 从通讯录建团队」里改。`,
  changesBy: (name) => line`处理人：${said(name)}。`,
  changesTurnedDown: () => line`保持现状，这几处不会再问`,
  nothingChanged: () => line`这些已经处理过，或者通讯录又改回去了`,
  following(count, how) {
    switch (how) {
      case "ask":
        return line`跟随 ${String(count)} 个部门，有变动每天问一次`;
      case "self":
        return line`跟随 ${String(count)} 个部门，有变动自动更新`;
      case "off":
        return line`${String(count)} 个部门已不再跟随`;
    }
  },
  followItself: () => line`自动更新`,
  followAsking: () => line`有变动先问我`,
  followNot: () => line`不再跟随`,
  followedFromNow: () => line`以后每天夜里我会看一次通讯录，新同事、调动和换主管会来问你。`,
});
