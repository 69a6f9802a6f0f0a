// What changed in the company's directory since teams were made of it.
import { line, said, type Line } from "#src/view/line";
import type { NamedChange } from "../../following/rules.ts";

const people = (count: number): string => (count === 1 ? "1 change" : `${count} changes`);

export const following = () => ({
  directoryChanged: (count: number): Line => line`The directory has ${people(count)}`,
  changeIs({ what, name, team, from, manager, managerBefore }: NamedChange): Line {
    const under =
      manager === null || manager === managerBefore
        ? line``
        : line`; manager: ${said(manager)}${managerBefore === null ? line`` : line` (was ${said(managerBefore)})`}`;
    switch (what) {
      case "leads":
        return line`${said(name)} leads ${said(team)} now${managerBefore === null ? line`` : line` (was ${said(managerBefore)})`}`;
      case "comes":
        return line`New colleague ${said(name)} joins ${said(team)}${under}`;
      case "moves":
        return from === null
          ? line`${said(name)}'s manager: ${said(manager ?? "–")}${managerBefore === null ? line`` : line` (was ${said(managerBefore)})`}`
          : line`${said(name)} moves from ${said(from)} to ${said(team)}${under}`;
      case "goes":
        return line`${said(name)} is no longer in ${said(team)}, nor in another department you follow`;
    }
  },
  setByHand: (): Line => line`An admin set this here by hand.`,
  changesLeft: (count: number): Line => line`${String(count)} more are not listed.`,
  whoIsTold: (): Line =>
    line`Nothing has changed here yet. Once you take it over, each person and their managers are told.`,
  seeChanges: (): Line => line`Changes in the directory`,
  takeChanges: (): Line => line`Take over`,
  turnDownChanges: (): Line => line`Not these`,
  takeAlways: (): Line => line`Always take over`,
  changesTaken: (count: number): Line => line`${people(count)} from the directory taken over`,
  takenByItself: (): Line =>
    line`Done by itself, as an admin chose. Teams > Import from the directory changes that.`,
  changesBy: (name: string): Line => line`Decided by ${said(name)}.`,
  changesTurnedDown: (): Line => line`Left as it is here; I won't ask about these again`,
  nothingChanged: (): Line => line`This has been settled, or the directory changed back`,
  following(count: number, how: "ask" | "self" | "off"): Line {
    const departments = count === 1 ? "1 department" : `${count} departments`;
    switch (how) {
      case "ask":
        return line`${departments} followed: I ask about changes once a day`;
      case "self":
        return line`${departments} followed: changes are taken over by themselves`;
      case "off":
        return line`${departments} no longer followed`;
    }
  },
  followItself: (): Line => line`Take over by itself`,
  followAsking: (): Line => line`Ask me first`,
  followNot: (): Line => line`Stop following`,
  followedFromNow: (): Line =>
    line`From now on I look at the directory each night and ask you about newcomers, moves and new managers.`,
});

export type FollowingMessages = ReturnType<typeof following>;
