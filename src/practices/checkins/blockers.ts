// Blockers 卡住了: said on any day, ended by the direct manager or by whoever said it. An ended one stays as it is.
import { ask, correct, show, stored, toast, type Answer } from "#src/bot/answer";
import { Incomplete, Refusal } from "#src/bot/errors";
import { readFields } from "#src/bot/fields";
import { addDays, compareDates } from "#src/calendar/local-date";
import { countGraphemes } from "#src/language/text";
import { manages, type Person } from "#src/people/person";
import type { FormValues } from "#src/view/form";
import { blockerCard, blockerKeptCard, endedCard, myBlockersCard } from "./blocker-views.ts";
import { managerOf, type CheckinContext } from "./context.ts";
import { answerForm, talkForm } from "./form-views.ts";
import type { Blocker, BlockerEnd, BlockerId } from "./model.ts";

const longest = 500;
const farthestTalkDays = 92;

export async function raiseBlocker({ line: typed }: { line: string }, context: CheckinContext): Promise<Answer> {
  const line = typed.replace(/^[:：,，。.]\s*/u, "").trim();
  const { t, stores, person } = context;
  const open = await stores.checkins.openBlockers([person.id]);
  if (line === "" && open.length === 0) throw new Incomplete("what");
  if (line === "") return show(myBlockersCard(open, context.today, person.zone, t));
  if (countGraphemes(line) > longest) throw new Refusal(t.blockerTooLong(longest));
  if (open.some((each) => each.text === line)) return show(myBlockersCard(open, context.today, person.zone, t));
  const manager = await managerOf(person, context);
  if (!manager) throw new Refusal(t.noManager());
  const blocker: Blocker = { id: context.newId() as BlockerId, personId: person.id, text: line, raisedAt: context.now, checkinId: null, state: "open", answer: null, talkOn: null, byId: null, at: null };
  await stores.checkins.raise([blocker]);
  return stored(
    show(blockerKeptCard(blocker, manager.name, t)),
    context.tell(manager, "blocker", (each) => blockerCard(blocker, person.name, each.seesBoth(person.name), each)),
  );
}

/** Only the direct manager, as things are now. */
async function theirs(id: BlockerId, context: CheckinContext): Promise<{ readonly blocker: Blocker; readonly author: Person }> {
  const blocker = await context.stores.checkins.blocker(id);
  const author = blocker && (await context.stores.people.person(blocker.personId));
  if (!blocker || !author) throw new Refusal(context.house.oldCard());
  if (!manages(context.person, author)) throw new Refusal(context.house.notForYou());
  return { blocker, author };
}

/** A kind word about what was done already. */
async function already(blocker: Blocker, context: CheckinContext): Promise<Answer> {
  const by = blocker.byId === null ? null : await context.stores.people.person(blocker.byId);
  if (blocker.state === "open" || blocker.at === null) throw new Error("an ended blocker without its end");
  return toast(context.t.alreadyEnded(blocker.state, by?.name ?? "", blocker.at));
}

export async function askForAnswer({ blocker: id }: { blocker: BlockerId }, context: CheckinContext): Promise<Answer> {
  const { blocker, author } = await theirs(id, context);
  return blocker.state === "open" ? ask(answerForm(blocker, author.name, context.t)) : already(blocker, context);
}

export async function askForTalk({ blocker: id }: { blocker: BlockerId }, context: CheckinContext): Promise<Answer> {
  const { blocker, author } = await theirs(id, context);
  return blocker.state === "open" ? ask(talkForm(blocker, author.name, context.t)) : already(blocker, context);
}

export async function answerBlocker({ payload, values }: { payload: { blocker: BlockerId }; values: FormValues }, context: CheckinContext): Promise<Answer> {
  const { blocker, author } = await theirs(payload.blocker, context);
  const fields = readFields(values, context);
  const answer = fields.neededText("answer", 1000);
  if (fields.wrong) return correct(fields.errors);
  return end(blocker, author, { state: "answered", answer, talkOn: null }, context);
}

export async function takeBlockerPressed({ blocker: id }: { blocker: BlockerId }, context: CheckinContext): Promise<Answer> {
  const { blocker, author } = await theirs(id, context);
  return end(blocker, author, { state: "taken", answer: null, talkOn: null }, context);
}

export async function nameTalk({ payload, values }: { payload: { blocker: BlockerId }; values: FormValues }, context: CheckinContext): Promise<Answer> {
  const { blocker, author } = await theirs(payload.blocker, context);
  const fields = readFields(values, context);
  const talkOn = fields.date("on", "future");
  if (talkOn && compareDates(talkOn, context.today) < 0) fields.refuse("on", context.t.talkPast());
  if (talkOn && compareDates(talkOn, addDays(context.today, farthestTalkDays)) > 0) fields.refuse("on", context.t.talkFar());
  if (fields.wrong || !talkOn) return correct(fields.errors);
  return end(blocker, author, { state: "talk", answer: null, talkOn }, context);
}

type ManagersEnd = Pick<BlockerEnd, "answer" | "talkOn"> & { readonly state: "answered" | "taken" | "talk" };

async function end(blocker: Blocker, author: Person, how: ManagersEnd, context: CheckinContext): Promise<Answer> {
  const { stores, person, t } = context;
  const ended = await stores.checkins.endBlocker(blocker.id, { ...how, byId: person.id, at: context.now });
  if (!ended) return already((await theirs(blocker.id, context)).blocker, context);
  return stored(
    toast(t.toldThem(author.name)),
    context.tell(author, "blocker-ended", (each) => endedCard(blocker, how, person.name, each)),
  );
}

export async function solvedPressed({ blocker: id }: { blocker: BlockerId }, context: CheckinContext): Promise<Answer> {
  const { stores, person, t } = context;
  const blocker = await stores.checkins.blocker(id);
  if (!blocker || blocker.personId !== person.id) throw new Refusal(context.house.oldCard());
  const ended = await stores.checkins.endBlocker(id, { state: "closed", answer: null, talkOn: null, byId: person.id, at: context.now });
  return ended ? stored(toast(t.solvedNow())) : already((await stores.checkins.blocker(id)) ?? blocker, context);
}
