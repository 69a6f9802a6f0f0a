// Blockers: for the rep, for the manager who can end them, and the word that comes back.
import type { LocalDate } from "#src/calendar/local-date";
import { button, card, chip, quote, rows, type Button, type Card, type Element, type Row } from "#src/view/card";
import { said, type Line } from "#src/view/line";
import { askAnswer, askTalk, solveBlocker, takeBlocker, type Stand } from "./actions.ts";
import type { CheckinMessages } from "./messages/en.ts";
import type { Blocker, BlockerEnd } from "./model.ts";
import { ageOf } from "./rules.ts";

/** Where the manager may end it; else its author, or whoever reads only. */
type Viewer = Stand | "author" | "reader";

function buttonsFor({ id: blocker }: Pick<Blocker, "id">, viewer: Viewer, t: CheckinMessages): readonly Button[] {
  if (viewer === "reader") return [];
  if (viewer === "author") return [button(t.solved(), solveBlocker({ blocker }))];
  const act = { blocker, at: viewer };
  return [button(t.answer(), askAnswer(act), "primary"), button(t.take(), takeBlocker(act)), button(t.talk(), askTalk(act))];
}

export interface NamedBlocker {
  readonly blocker: Blocker;
  /** Null for one's own. */
  readonly name: string | null;
}

export function blockerRows(blockers: readonly NamedBlocker[], viewer: Viewer, today: LocalDate, zone: string, t: CheckinMessages): Element {
  return rows(
    blockers.map(({ blocker, name }) => ({
      line: name === null ? t.blockerText(blocker.text) : t.blockerIs(name, blocker.text),
      soft: t.age(ageOf(blocker.raisedAt, today, zone)),
      buttons: buttonsFor(blocker, viewer, t),
    })),
  );
}

/** At once to the manager, when somebody says that they are stuck. */
export function blockerCard(blocker: Pick<Blocker, "id" | "text">, name: string, sees: Line, t: CheckinMessages): Card {
  return card({ title: t.blockerTitle(name), tone: "warning", body: [quote(said(blocker.text))], buttons: buttonsFor(blocker, "card", t), sees });
}

/** In place of that card, once it is over: what came of it, and nothing left to press. */
export function blockerOverCard(blocker: Pick<Blocker, "text" | "answer" | "talkOn"> & Pick<BlockerEnd, "state">, author: string, note: Line, t: CheckinMessages): Card {
  return card({
    title: t.blockerTitle(author),
    chip: chip(t.overChip(blocker.state, blocker.talkOn), "good"),
    body: [quote(said(blocker.text)), ...(blocker.answer === null ? [] : [quote(said(blocker.answer))])],
    context: note,
    sees: t.seesBoth(author, "manager"),
  });
}

/**
 * A card of a message that is there already, now that this blocker is over: a card of its own says what came of it, a row in a list
 * says it in its place, and neither has anything left to press. Any other card stays as it is.
 */
export function afterEnd(before: Card, blocker: Blocker & Pick<BlockerEnd, "state">, author: string, by: string, note: Line, t: CheckinMessages): Card {
  const names = (buttons: readonly Button[] = []): boolean => buttons.some(({ act }) => (act.payload as { readonly blocker?: unknown }).blocker === blocker.id);
  if (names(before.buttons)) return blockerOverCard(blocker, author, note, t);
  const over = (row: Row): Row => ({ line: row.line, chip: chip(t.overChip(blocker.state, blocker.talkOn), "good"), ...(blocker.at === null ? {} : { soft: t.overBy(by, blocker.at, blocker.answer) }) });
  const body = before.body.map((each): Element => (each.element === "rows" ? rows(each.rows.map((row) => (names(row.buttons) ? over(row) : row))) : each));
  return { ...before, body };
}

/** `back`: the manager's first day back, where they are away. */
export function blockerKeptCard(blocker: Pick<Blocker, "id" | "text">, manager: string, back: LocalDate | null, t: CheckinMessages): Card {
  return card({
    title: back === null ? t.blockerKept(manager) : t.blockerKeptAway(manager, back),
    tone: "info",
    body: [quote(said(blocker.text))],
    buttons: buttonsFor(blocker, "author", t),
    sees: t.seesBoth(manager, "manager"),
  });
}

export function myBlockersCard(blockers: readonly Blocker[], today: LocalDate, zone: string, t: CheckinMessages): Card {
  return card({
    title: t.myBlockers(),
    body: [
      blockerRows(
        blockers.map((blocker) => ({ blocker, name: null })),
        "author",
        today,
        zone,
        t,
      ),
    ],
  });
}

/** What the rep is told at once. */
export function endedCard(blocker: Pick<Blocker, "text">, end: Pick<BlockerEnd, "answer" | "talkOn"> & { readonly state: Exclude<BlockerEnd["state"], "closed"> }, by: string, t: CheckinMessages): Card {
  return card({
    title: t.endedTitle(by, end.state, end.talkOn),
    tone: "good",
    context: t.blockerText(blocker.text),
    body: end.answer === null ? [] : [quote(said(end.answer))],
    sees: t.seesBoth(by, "manager"),
  });
}
