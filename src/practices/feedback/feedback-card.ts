// What feedback looks like to its author, its receiver and the manager it was shown to.
import { type Nameable } from "#src/people/name-apart";
import { shorten } from "#src/language/text";
import type { PersonId } from "#src/people/person";
import {
  button,
  card,
  chip,
  quote,
  rows,
  softText,
  text,
  type Card,
  type Element,
  type Row,
} from "#src/view/card";

import type { Line } from "#src/view/line";
import {
  askFeedback,
  changeDraft,
  dropDraft,
  notNow,
  openFeedback,
  sendDraft,
  shareWithManager,
  showMine,
  thankFor,
  turnPrompts,
} from "./actions.ts";
import type { FeedbackMessages } from "./messages/en/index.ts";
import { type Feedback, type FeedbackId, type Request, type Words } from "./model.ts";
import type { Finding } from "./rules.ts";

export type Named = Nameable;

/** Sentences, each below what it answers: facts are for figures. */
function wordsOf(said: Words, t: FeedbackMessages): Element[] {
  const part = (label: Line, words: string): Element[] =>
    words === "" ? [] : [softText(label), quote(t.words(words))];
  return [
    ...part(t.situation(), said.situation),
    ...part(t.behaviour(), said.behaviour),
    ...part(t.impact(), said.impact),
    ...part(t.next(), said.next),
    ...part(t.question(), said.question),
  ];
}

const kindChip = ({ kind }: Words, t: FeedbackMessages) =>
  chip(t.kindIs(kind), kind === "keep" ? "good" : "info");

/** A draft that could be better, for its author. */
export function draftCard(
  draft: Feedback,
  findings: readonly Finding[],
  t: FeedbackMessages,
): Card {
  const act = { feedback: draft.id };
  return card({
    title: t.draftTitle(draft.toName),
    tone: "info",
    body: [
      text(t.draftIntro()),
      rows(findings.map((each) => ({ line: advice(each, t) }))),
      ...wordsOf(draft, t),
    ],
    buttons: [
      button(t.change(), changeDraft(act), "primary"),
      button(t.sendAnyway(), sendDraft(act)),
      button(t.discard(), dropDraft(act), "quiet", t.discardSure()),
    ],
    sees: t.sees(draft.toName),
  });
}

function advice(finding: Finding, t: FeedbackMessages): Line {
  switch (finding.about) {
    case "situation":
      return t.adviseSituation();
    case "behaviour":
      return t.adviseBehaviour(finding.labels);
    case "next":
      return t.adviseNext();
  }
}

export const sentCard = (to: string, t: FeedbackMessages): Card =>
  card({ title: t.sent(to), tone: "good", body: [softText(t.sentNote())] });

/** In the author's own chat, after it was typed where others read along. `draft` keeps what was typed there. */
export function hereCard(to: Named | null, draft: FeedbackId | null, t: FeedbackMessages): Card {
  const act = draft
    ? changeDraft({ feedback: draft })
    : askFeedback({ to: to?.id ?? null, request: null });
  return card({
    title: t.hereTitle(to?.name ?? null),
    body: [softText(t.hereNote())],
    buttons: [button(t.write(), act, "primary")],
  });
}

const whoSees = (
  { fromName, toName, sharedWithName }: Feedback,
  other: string,
  t: FeedbackMessages,
): Line =>
  sharedWithName === null ? t.onlyYouTwo(other) : t.youThree(fromName, toName, sharedWithName);

/** For its receiver. */
export function receivedCard(
  feedback: Feedback,
  managerId: PersonId | null,
  t: FeedbackMessages,
): Card {
  const act = { feedback: feedback.id };
  const mayShare =
    feedback.sharedWith === null && managerId !== null && managerId !== feedback.from;
  return card({
    title: t.receivedTitle(feedback.fromName),
    chip: kindChip(feedback, t),
    context: t.on(feedback.sentAt ?? feedback.writtenAt),
    body: [
      ...wordsOf(feedback, t),
      feedback.thankedAt || feedback.sharedWith
        ? softText(t.marks(feedback.thankedAt !== null, feedback.sharedWithName))
        : undefined,
    ],
    buttons: [
      feedback.thankedAt ? undefined : button(t.thank(), thankFor(act), "primary"),
      mayShare ? button(t.share(), shareWithManager(act), "quiet", t.shareSure()) : undefined,
    ],
    sees: whoSees(feedback, feedback.fromName, t),
  });
}

/** For its author. */
export function givenCard(feedback: Feedback, t: FeedbackMessages): Card {
  return card({
    title: t.givenTitle(feedback.toName),
    chip: kindChip(feedback, t),
    context: t.on(feedback.sentAt ?? feedback.writtenAt),
    body: [...wordsOf(feedback, t)],
    sees: whoSees(feedback, feedback.toName, t),
  });
}

/** For the manager its receiver showed it to. */
export function sharedCard(feedback: Feedback, t: FeedbackMessages): Card {
  return card({
    title: t.sharedTitle(feedback.toName, feedback.fromName),
    chip: kindChip(feedback, t),
    context: t.on(feedback.sentAt ?? feedback.writtenAt),
    body: [...wordsOf(feedback, t)],
    sees: t.youThree(feedback.fromName, feedback.toName, feedback.sharedWithName ?? ""),
  });
}

export const thankedCard = (by: string, feedback: FeedbackId, t: FeedbackMessages): Card =>
  card({
    title: t.thankedYou(by),
    tone: "good",
    buttons: [button(t.open(), openFeedback({ feedback }), "quiet")],
  });

/** For the one who was asked. */
export function requestCard(
  { id, from, fromName, about }: Pick<Request, "id" | "from" | "fromName" | "about">,
  t: FeedbackMessages,
): Card {
  return card({
    title: t.requestTitle(fromName),
    body: [about === "" ? undefined : text(t.words(about)), softText(t.requestNote())],
    buttons: [
      button(t.give(), askFeedback({ to: from, request: id }), "primary"),
      button(t.notNow(), notNow({ request: id }), "quiet"),
    ],
    sees: t.onlyYouTwo(fromName),
  });
}

export interface Mine {
  readonly me: PersonId;
  readonly feedback: readonly Feedback[];
  readonly requests: readonly Request[];
  /** Whether older ones were left out. */
  readonly more: boolean;
}

export function mineCard({ me, feedback, requests, more }: Mine, t: FeedbackMessages): Card {
  const about = (words: string): Line => t.words(shorten(words, 60));
  const open = (each: Feedback) => [button(t.open(), openFeedback({ feedback: each.id }), "quiet")];
  const when = (each: Feedback): Date => each.sentAt ?? each.writtenAt;
  const sent = feedback.filter((each) => each.sentAt !== null);
  const parts: (readonly [Line, readonly Row[]])[] = [
    [
      t.askedYou(),
      requests
        .filter((each) => each.to === me)
        .map((each) => ({
          line: t.rowFrom(each.fromName, each.askedAt),
          soft: about(each.about),
          buttons: [button(t.give(), askFeedback({ to: each.from, request: each.id }))],
        })),
    ],
    [
      t.drafts(),
      feedback
        .filter((each) => each.sentAt === null)
        .map((each) => ({
          line: t.rowFrom(each.toName, each.writtenAt),
          soft: about(each.behaviour),
          buttons: [
            button(t.goOn(), changeDraft({ feedback: each.id })),
            button(t.discard(), dropDraft({ feedback: each.id }), "quiet", t.discardSure()),
          ],
        })),
    ],
    [
      t.received(),
      sent
        .filter((each) => each.to === me)
        .map((each) => ({
          line: t.rowFrom(each.fromName, when(each)),
          soft: about(each.behaviour),
          chip: kindChip(each, t),
          buttons: open(each),
        })),
    ],
    [
      t.shownToYou(),
      sent
        .filter((each) => each.sharedWith === me && each.to !== me && each.from !== me)
        .map((each) => ({
          line: t.rowPair(each.fromName, each.toName, when(each)),
          soft: about(each.behaviour),
          buttons: open(each),
        })),
    ],
    [
      t.given(),
      sent
        .filter((each) => each.from === me)
        .map((each) => ({
          line: t.rowFrom(each.toName, when(each)),
          soft: about(each.behaviour),
          buttons: open(each),
        })),
    ],
    [
      t.youAsked(),
      requests
        .filter((each) => each.from === me)
        .map((each) => ({ line: t.rowFrom(each.toName, each.askedAt), soft: about(each.about) })),
    ],
  ];
  const full = parts.filter(([, list]) => list.length > 0);
  return card({
    title: t.mineTitle(),
    body:
      full.length === 0
        ? [text(t.noneYet())]
        : [
            ...full.flatMap(([title, list]) => [text(title), rows(list)]),
            more ? softText(t.andMore()) : undefined,
          ],
    sees: t.seesMine(),
  });
}

/** What waits for this person, on their own home; null when nothing does. */
export function homeCard(
  fresh: number,
  requests: readonly Request[],
  drafts: number,
  t: FeedbackMessages,
): Card | null {
  if (fresh === 0 && requests.length === 0 && drafts === 0) return null;
  return card({
    title: t.mineTitle(),
    body: [
      fresh > 0 ? text(t.news(fresh)) : undefined,
      requests.length > 0
        ? rows(
            requests.slice(0, 3).map((each) => ({
              line: t.requestTitle(each.fromName),
              buttons: [button(t.give(), askFeedback({ to: each.from, request: each.id }))],
            })),
          )
        : undefined,
      drafts > 0 ? text(t.waitingDrafts(drafts)) : undefined,
    ],
    buttons: [button(t.showAll(), showMine({}))],
    sees: t.seesMine(),
  });
}

export function nudgeCard(to: Named, t: FeedbackMessages): Card {
  return card({
    title: t.nudgeTitle(to.name),
    body: [text(t.nudgeBody(to.name))],
    buttons: [button(t.give(), askFeedback({ to: to.id, request: null }), "primary")],
  });
}

export type TeamPrompts = readonly {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
}[];

export function teamCard(teams: TeamPrompts, t: FeedbackMessages): Card {
  return card({
    title: t.teamTitle(),
    body: [
      text(t.teamIntro()),
      rows(
        teams.map(({ id, name, on }) => ({
          line: t.teamIs(name),
          chip: chip(t.teamState(on), on ? "good" : "plain"),
          buttons: [button(on ? t.turnOff() : t.turnOn(), turnPrompts({ team: id, on: !on }))],
        })),
      ),
    ],
    sees: t.seesTeam(),
  });
}
