// Blockers 卡住了: said on any day, ended by the direct manager or by whoever said it. An ended one stays as it is.
import {
  ask,
  correct,
  replace,
  show,
  committed,
  toast,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { addDays, compareDates, type LocalDate } from "#src/calendar/local-date";
import { covers, nextWorkday } from "#src/calendar/workdays";
import { localDateAt } from "#src/calendar/zones";
import { isLonger } from "#src/language/text";
import { manages, type Person } from "#src/people/person";
import type { FormValues } from "#src/view/form";
import type { Line } from "#src/view/line";
import type { Card } from "#src/view/card";
import type { Stand } from "../actions.ts";
import { stuckWith } from "../api.ts";
import {
  afterEnd,
  blockerKeptCard,
  blockerOverCard,
  endedCard,
  myBlockersCard,
} from "./blocker-card.ts";
import { type CheckinContext } from "../context.ts";
import { answerForm, talkForm } from "../weekly/checkin-form.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import { tellBlocker } from "./tell-blocker.ts";
import type { Blocker, BlockerEnd, BlockerId } from "../model.ts";
import { teamPage } from "../weekly/read-checkin.ts";
import { blockerKey } from "../rules.ts";

const longest = 500;
const farthestTalkDays = 92;
/** A day less than the shortest time for which a chat lets a message be changed (14 days). */
const amendableDays = 13;
export const amendableSince = (now: Date): Date =>
  new Date(now.getTime() - amendableDays * 24 * 3_600_000);

export async function raiseBlocker(
  { line: typed }: { line: string },
  context: CheckinContext,
): Promise<Answer> {
  // One line, as it stands in the form later.
  const line = typed
    .replace(/^[:：,，。.]\s*/u, "")
    .replace(/(?<!\s)\s*\n\s*/g, " ")
    .trim();
  const { t, stores, person } = context;
  const open = await stores.checkins.openBlockers([person.id]);
  if (line === "" && open.length === 0) throw new Incomplete("what");
  if (line === "") return show(await mine(open, context));
  if (isLonger(line, longest)) throw new Refusal(t.blockerTooLong(longest));
  if (open.some((each) => blockerKey(each.text) === blockerKey(line)))
    return show(await mine(open, context));
  const decider = await context.deciderFor(person);
  if (!decider) throw new Refusal(t.noManager());
  const blocker: Blocker = {
    id: context.newId() as BlockerId,
    personId: person.id,
    text: line,
    raisedAt: context.now,
    checkinId: null,
    state: "open",
    answer: null,
    talkOn: null,
    byId: null,
    at: null,
    askedId: decider.id,
  };
  await stores.checkins.raise([blocker]);
  const kept = blockerKeptCard(blocker, decider.name, await dayBack(decider, context), t);
  const more = await context.offered(stuckWith({ blocker }));
  return committed(
    show({ ...kept, buttons: [...kept.buttons, ...more] }),
    tellBlocker(blocker, decider, (t) => t.seesBoth(person.name, "manager"), context),
  );
}

/** One's own list, each with what others offer beside it. */
async function mine(open: readonly Blocker[], context: CheckinContext): Promise<Card> {
  const more = await Promise.all(open.map((blocker) => context.offered(stuckWith({ blocker }))));
  return myBlockersCard(open, more, context.today, context.person.zone, context.t);
}

/** Their first day back; null while they are here. */
async function dayBack(asked: Person, context: CheckinContext): Promise<LocalDate | null> {
  const today = localDateAt(context.now, asked.zone);
  if (!(await context.stores.people.leave(asked.id)).some((each) => covers(each, today)))
    return null;
  return nextWorkday(await context.workCalendar(asked), today);
}

/** Only whoever decides for its author as things are now: the manager, or who stands in for one that left. */
async function theirs(
  id: BlockerId,
  context: CheckinContext,
): Promise<{ readonly blocker: Blocker; readonly author: Person }> {
  const blocker = await context.stores.checkins.blocker(id);
  const author = blocker && (await context.stores.people.person(blocker.personId));
  if (!blocker || !author) throw new Refusal(context.house.oldCard());
  if (
    !manages(context.person, author) &&
    (author.id === context.person.id ||
      (await context.deciderFor(author))?.id !== context.person.id)
  )
    throw new Refusal(context.house.notForYou("manager"));
  return { blocker, author };
}

/** A kind word about what was done already; a card of its own shows it from then on. */
async function already(
  blocker: Blocker,
  at: Stand | null,
  context: CheckinContext,
): Promise<Answer> {
  const { people } = context.stores;
  const by = blocker.byId === null ? null : await people.person(blocker.byId);
  if (blocker.state === "open" || blocker.at === null)
    throw new Error("an ended blocker without its end");
  const says = context.t.alreadyEnded(blocker.state, by?.name ?? "", blocker.at);
  if (at !== "card") return toast(says);
  const author = await people.person(blocker.personId);
  return replace(
    blockerOverCard({ ...blocker, state: blocker.state }, author?.name ?? "", says, context.t),
  );
}

/** What stands where the button was, where it was not amended already: the blocker that is over, or the team's page without it. */
async function afterwards(
  blocker: Blocker & Pick<BlockerEnd, "state">,
  author: Person,
  at: Stand,
  context: CheckinContext,
): Promise<Answer> {
  const { t } = context;
  if (at === "card")
    return replace(blockerOverCard(blocker, author.name, t.toldThem(author.name), t));
  return at === "team" ? replace(await teamPage(context)) : toast(t.toldThem(author.name));
}

interface Standing {
  readonly blocker: BlockerId;
  readonly at: Stand;
}

export async function askForAnswer(
  { blocker: id, at }: Standing,
  context: CheckinContext,
): Promise<Answer> {
  const { blocker, author } = await theirs(id, context);
  return blocker.state === "open"
    ? ask(answerForm(blocker, author.name, at, context.t))
    : already(blocker, at, context);
}

export async function askForTalk(
  { blocker: id, at }: Standing,
  context: CheckinContext,
): Promise<Answer> {
  const { blocker, author } = await theirs(id, context);
  return blocker.state === "open"
    ? ask(talkForm(blocker, author.name, at, context.t))
    : already(blocker, at, context);
}

export async function answerBlocker(
  { payload, values }: { payload: Standing; values: FormValues },
  context: CheckinContext,
): Promise<Answer> {
  const { blocker, author } = await theirs(payload.blocker, context);
  const fields = readFields(values, context);
  const answer = fields.neededText("answer", 1000);
  if (fields.wrong) return correct(fields.errors);
  return end(blocker, author, { state: "answered", answer, talkOn: null }, payload.at, context);
}

export async function takeBlocker(
  { blocker: id, at }: Standing,
  context: CheckinContext,
): Promise<Answer> {
  const { blocker, author } = await theirs(id, context);
  return end(blocker, author, { state: "taken", answer: null, talkOn: null }, at, context);
}

export async function nameTalk(
  { payload, values }: { payload: Standing; values: FormValues },
  context: CheckinContext,
): Promise<Answer> {
  const { blocker, author } = await theirs(payload.blocker, context);
  const fields = readFields(values, context);
  const talkOn = fields.date("on", "future");
  if (talkOn && compareDates(talkOn, context.today) < 0) fields.refuse("on", context.t.talkPast());
  if (talkOn && compareDates(talkOn, addDays(context.today, farthestTalkDays)) > 0)
    fields.refuse("on", context.t.talkFar());
  if (fields.wrong || !talkOn) return correct(fields.errors);
  return end(blocker, author, { state: "talk", answer: null, talkOn }, payload.at, context);
}

type ManagersEnd = Pick<BlockerEnd, "answer" | "talkOn"> & {
  readonly state: "answered" | "taken" | "talk";
};

async function end(
  blocker: Blocker,
  author: Person,
  how: ManagersEnd,
  at: Stand,
  context: CheckinContext,
): Promise<Answer> {
  const { stores, person } = context;
  const over = { ...how, byId: person.id, at: context.now };
  const ended = await stores.checkins.endBlocker(blocker.id, over);
  if (!ended) return already((await theirs(blocker.id, context)).blocker, at, context);
  const standing = await amended(
    { ...blocker, ...over },
    author,
    person,
    (each) => each.toldThem(author.name),
    context,
  );
  return committed(
    at === "card" && standing.length > 0
      ? toast(context.t.toldThem(author.name))
      : await afterwards({ ...blocker, ...over }, author, at, context),
    context.notify(author, "blocker-ended", (each) => endedCard(blocker, how, person.name, each)),
    ...standing,
  );
}

/** What whoever decides was told unasked says so from now on, wherever this blocker stands in it. */
async function amended(
  blocker: Blocker & BlockerEnd,
  author: Person,
  decider: Person,
  note: (t: CheckinMessages) => Line,
  context: CheckinContext,
): Promise<Notice[]> {
  const by = blocker.byId === author.id ? author : decider;
  const messages = await context.stores.nudges.naming(
    decider.id,
    blocker.id,
    amendableSince(context.now),
  );
  return messages.map((message) =>
    context.amendNotice(decider, message, (card, t) =>
      afterEnd(card, blocker, author.name, by.name, note(t), t),
    ),
  );
}

export async function solveBlocker(
  { blocker: id }: { blocker: BlockerId },
  context: CheckinContext,
): Promise<Answer> {
  const { stores, person, t } = context;
  const blocker = await stores.checkins.blocker(id);
  if (!blocker || blocker.personId !== person.id) throw new Refusal(context.house.oldCard());
  const over = {
    state: "closed" as const,
    answer: null,
    talkOn: null,
    byId: person.id,
    at: context.now,
  };
  const ended = await stores.checkins.endBlocker(id, over);
  if (!ended) return already((await stores.checkins.blocker(id)) ?? blocker, null, context);
  const decider = await context.deciderFor(person);
  const standing = decider
    ? await amended(
        { ...blocker, ...over },
        person,
        decider,
        (each) => each.alreadyEnded("closed", person.name, context.now),
        context,
      )
    : [];
  return committed(toast(t.solvedNow()), ...standing);
}
