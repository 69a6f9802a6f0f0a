// Blockers: for the rep, for the manager who can end them, and the word that comes back.
import type { LocalDate } from "#src/calendar/local-date";
import { button, card, quote, rows, type Button, type Card, type Element } from "#src/view/card";
import { said, type Line } from "#src/view/line";
import { askAnswer, askTalk, solveBlocker, takeBlocker } from "./actions.ts";
import type { CheckinMessages } from "./messages/en.ts";
import type { Blocker, BlockerEnd } from "./model.ts";
import { ageOf } from "./rules.ts";

type Viewer = "manager" | "author" | "reader";

function buttonsFor({ id }: Pick<Blocker, "id">, viewer: Viewer, t: CheckinMessages): readonly Button[] {
  if (viewer === "reader") return [];
  if (viewer === "author") return [button(t.solved(), solveBlocker({ blocker: id }))];
  return [button(t.answer(), askAnswer({ blocker: id }), "primary"), button(t.take(), takeBlocker({ blocker: id })), button(t.talk(), askTalk({ blocker: id }))];
}

export function blockerRows(blockers: readonly { readonly blocker: Blocker; readonly name: string | null }[], viewer: Viewer, today: LocalDate, zone: string, t: CheckinMessages): Element {
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
  return card({ title: t.blockerTitle(name), tone: "warning", body: [quote(said(blocker.text))], buttons: buttonsFor(blocker, "manager", t), sees });
}

export function blockerKeptCard(blocker: Pick<Blocker, "id" | "text">, manager: string, t: CheckinMessages): Card {
  return card({ title: t.blockerKept(manager), tone: "info", body: [quote(said(blocker.text))], buttons: buttonsFor(blocker, "author", t), sees: t.seesBoth(manager) });
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
    sees: t.seesBoth(by),
  });
}
