// Blockers: for the rep, for the manager who can end them, and the word that comes back.
import type { LocalDate } from "#src/calendar/local-date";
import {
  button,
  card,
  chip,
  quote,
  rows,
  type Button,
  type Card,
  type Element,
  type Row,
} from "#src/view/card";
import { said, type Line } from "#src/view/line";
import { askAnswer, askTalk, solveBlocker, takeBlocker, type Stand } from "../actions.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import type { Blocker, BlockerEnd } from "../model.ts";
import { ageOf } from "../rules.ts";

/** Where the manager may end it; else its author, or whoever reads only. */
type Viewer = Stand | "author" | "reader";

function buttonsFor(
  { id: blocker }: Pick<Blocker, "id">,
  viewer: Viewer,
  t: CheckinMessages,
): readonly Button[] {
  if (viewer === "reader") return [];
  if (viewer === "author") return [button(t.solved(), solveBlocker({ blocker }))];
  const act = { blocker, at: viewer };
  return [
    button(t.answer(), askAnswer(act), "primary"),
    button(t.take(), takeBlocker(act)),
    button(t.talk(), askTalk(act)),
  ];
}

export interface NamedBlocker {
  readonly blocker: Blocker;
  /** Null for one's own. */
  readonly name: string | null;
  readonly more?: readonly Button[];
}

export function blockerRows(
  blockers: readonly NamedBlocker[],
  viewer: Viewer,
  today: LocalDate,
  zone: string,
  t: CheckinMessages,
): Element {
  return rows(
    blockers.map(({ blocker, name, more = [] }) => ({
      line: name === null ? t.blockerText(blocker.text) : t.blockerIs(name, blocker.text),
      soft: t.age(ageOf(blocker.raisedAt, today, zone)),
      buttons: [...buttonsFor(blocker, viewer, t), ...more],
    })),
  );
}

/** At once to the manager, when somebody says that they are stuck. */
export function blockerCard(
  blocker: Pick<Blocker, "id" | "text">,
  name: string,
  sees: Line,
  t: CheckinMessages,
): Card {
  return card({
    title: t.blockerTitle(name),
    tone: "warning",
    body: [quote(said(blocker.text))],
    buttons: buttonsFor(blocker, "card", t),
    sees,
  });
}

/** In place of that card, once it is over: what came of it, and nothing left to press. */
export function blockerOverCard(
  blocker: Pick<Blocker, "text" | "answer" | "talkOn"> & Pick<BlockerEnd, "state">,
  author: string,
  note: Line,
  t: CheckinMessages,
): Card {
  return card({
    title: t.blockerTitle(author),
    chip: chip(t.overChip(blocker.state, blocker.talkOn), "good"),
    body: [
      quote(said(blocker.text)),
      ...(blocker.answer === null ? [] : [quote(said(blocker.answer))]),
    ],
    context: note,
    sees: t.seesBoth(author, "manager"),
  });
}

/**
 * A card of a message that is there already, now that this blocker is over: a card of its own says what came of it, a row in a list
 * says it in its place, and neither has anything left to press. Any other card stays as it is.
 */
export function afterEnd(
  before: Card,
  blocker: Blocker & Pick<BlockerEnd, "state">,
  author: string,
  by: string,
  note: Line,
  t: CheckinMessages,
): Card {
  const over = (row: Row): Row => ({
    line: row.line,
    chip: chip(t.overChip(blocker.state, blocker.talkOn), "good"),
    ...(blocker.at === null ? {} : { soft: t.overBy(by, blocker.at, blocker.answer) }),
  });
  return restated(before, blocker, blockerOverCard(blocker, author, note, t), over);
}

/** The same in a message of somebody who is not asked any more. */
export function afterHandOver(
  before: Card,
  blocker: Blocker,
  author: string,
  note: Line,
  t: CheckinMessages,
): Card {
  return restated(
    before,
    blocker,
    card({ title: t.blockerTitle(author), body: [quote(said(blocker.text))], context: note }),
    ({ line }) => ({ line, soft: note }),
  );
}

/** A card of this blocker alone becomes another one, a row of it another row. */
function restated(before: Card, { id }: Blocker, alone: Card, row: (row: Row) => Row): Card {
  const names = (buttons: readonly Button[] = []): boolean =>
    buttons.some(({ act }) => (act.payload as { readonly blocker?: unknown }).blocker === id);
  if (names(before.buttons)) return alone;
  const body = before.body.map((each): Element =>
    each.element === "rows"
      ? rows(each.rows.map((one) => (names(one.buttons) ? row(one) : one)))
      : each,
  );
  return { ...before, body };
}

/** What the rep is told when another manager is asked; null: nobody leads them. */
export function askedAnewCard(
  blockers: readonly Blocker[],
  before: string | null,
  manager: string | null,
  today: LocalDate,
  zone: string,
  t: CheckinMessages,
): Card {
  const mine = blockers.map((blocker) => ({ blocker, name: null }));
  return card({
    title: manager === null ? t.openAgain(blockers.length) : t.askedAnew(manager),
    tone: "info",
    context: before === null ? undefined : t.askedBefore(before),
    body: [blockerRows(mine, "author", today, zone, t)],
    sees: manager === null ? t.onlyYouYet() : t.seesBoth(manager, "manager"),
  });
}

/** `back`: the manager's first day back, where they are away. */
export function blockerKeptCard(
  blocker: Pick<Blocker, "id" | "text">,
  manager: string,
  back: LocalDate | null,
  t: CheckinMessages,
): Card {
  return card({
    title: back === null ? t.blockerKept(manager) : t.blockerKeptAway(manager, back),
    tone: "info",
    body: [quote(said(blocker.text))],
    buttons: buttonsFor(blocker, "author", t),
    sees: t.seesBoth(manager, "manager"),
  });
}

export function myBlockersCard(
  blockers: readonly Blocker[],
  more: readonly (readonly Button[])[],
  today: LocalDate,
  zone: string,
  t: CheckinMessages,
): Card {
  return card({
    title: t.myBlockers(),
    body: [
      blockerRows(
        blockers.map((blocker, i) => ({ blocker, name: null, more: more[i] ?? [] })),
        "author",
        today,
        zone,
        t,
      ),
    ],
  });
}

/** What the rep is told at once. */
export function endedCard(
  blocker: Pick<Blocker, "text">,
  end: Pick<BlockerEnd, "answer" | "talkOn"> & {
    readonly state: Exclude<BlockerEnd["state"], "closed">;
  },
  by: string,
  t: CheckinMessages,
): Card {
  return card({
    title: t.endedTitle(by, end.state, end.talkOn),
    tone: "good",
    context: t.blockerText(blocker.text),
    body: end.answer === null ? [] : [quote(said(end.answer))],
    sees: t.seesBoth(by, "manager"),
  });
}
