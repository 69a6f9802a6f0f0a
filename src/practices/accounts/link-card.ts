// The code, the questions whether that is really you, and what became of it.
import { button, card, softText, text, type Card } from "#src/view/card";
import { typed } from "#src/view/line";
import { askHolder, dropAsk, joinBy, partAgain, refuseAsk, showCode } from "./actions.ts";
import type { AccountMessages } from "./messages/en.ts";
import { codeMinutes, type Rights } from "./rules.ts";
import type { Join } from "./store.ts";

/** Whom somebody would become one with. */
export interface Other {
  readonly name: string;
  /** Where their account is; empty where that has no name. */
  readonly workspace: string;
  /** Who would lead the one person they would be. */
  readonly manager: string | null;
  /** What the reader may here, and the other account then as well. */
  readonly rights: Rights | null;
  /** What the other may, and the reader then as well. */
  readonly brings: Rights | null;
}

export const codeCard = (code: string, t: AccountMessages): Card =>
  card({
    title: t.codeTitle(),
    tone: "info",
    body: [
      text(typed(`${code.slice(0, 3)} ${code.slice(3)}`)),
      text(t.codeHow(code)),
      text(t.codeKeep()),
      softText(t.codeHolds(codeMinutes)),
    ],
    sees: t.onlyYou(),
  });

function meaning({ name, manager, rights, brings }: Other, t: AccountMessages) {
  return [
    text(t.means()),
    rights === null ? undefined : text(t.reaches(name, rights)),
    brings === null ? undefined : text(t.brings(name, brings)),
    manager === null ? undefined : text(t.ledBy(manager)),
  ];
}

export const sureCard = (ask: string, other: Other, t: AccountMessages): Card =>
  card({
    title: t.sureTitle(other.name),
    tone: "warning",
    context: other.workspace === "" ? undefined : t.isIn(other.workspace),
    body: [...meaning(other, t), text(t.sureTrap())],
    buttons: [button(t.yes(), askHolder({ ask }), "primary"), button(t.sureNo(), dropAsk({ ask }))],
    sees: t.onlyYou(),
  });

export const waitingCard = (name: string, t: AccountMessages): Card =>
  card({
    title: t.waiting(),
    tone: "info",
    body: [text(t.waitingWhat(name, codeMinutes))],
    sees: t.onlyYou(),
  });

export const holderCard = (ask: string, other: Other, t: AccountMessages): Card =>
  card({
    title: t.holderTitle(other.name),
    tone: "warning",
    context: other.workspace === "" ? undefined : t.isIn(other.workspace),
    body: [text(t.holderWhat()), ...meaning(other, t), text(t.holderTrap(codeMinutes))],
    buttons: [
      button(t.yes(), joinBy({ ask }), "primary"),
      button(t.holderNo(), refuseAsk({ ask })),
    ],
    sees: t.onlyYou(),
  });

export const joinedCard = (
  { id, until }: Pick<Join, "id" | "until">,
  platforms: number,
  t: AccountMessages,
): Card =>
  card({
    title: t.joined(),
    tone: "good",
    body: [text(t.joinedWhat(platforms)), text(t.joinedUndo(until))],
    buttons: [button(t.notMe(), partAgain({ join: id }))],
    sees: t.onlyYou(),
  });

/** `name`: of the other one. `stays`: of the one with whom what came in since stays. */
export const partedCard = (name: string, stays: string, t: AccountMessages): Card =>
  card({
    title: t.parted(name),
    tone: "warning",
    body: [text(t.partedWhat(stays)), text(t.partedNext())],
    sees: t.onlyYou(),
  });

export const twinCard = (name: string, t: AccountMessages): Card =>
  card({
    title: t.twinTitle(name),
    tone: "info",
    body: [softText(t.twinWhat())],
    buttons: [button(t.twinYes(), showCode({}))],
  });
