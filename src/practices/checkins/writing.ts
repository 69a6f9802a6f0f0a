// Writing a check-in: the form with what is known, and what comes back.
import { ask, correct, planning, show, stored, type Answer, type Telling } from "#src/bot/answer";
import { Refusal } from "#src/bot/errors";
import { readFields, type Fields } from "#src/bot/fields";
import type { LocalDate } from "#src/calendar/local-date";
import type { Person } from "#src/people/person";
import { runningGoals, type RunningGoal } from "#src/practices/goals/api";
import { button } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { askCheckin } from "./actions.ts";
import { blockerCard } from "./blocker-views.ts";
import { beatOf, managerOf, nowFor, pastOf, type CheckinContext, type Now } from "./context.ts";
import { checkinForm, commitName, committable } from "./form-views.ts";
import type { Blocker, BlockerId, Checkin, CheckinId, Commit } from "./model.ts";
import { blockerLines, carryOver, choices, mostBlockers, mostPriorities, slotOfWeek, thisWeek, type Choice } from "./rules.ts";
import { sentCard, type CheckinView } from "./views.ts";

interface Known {
  readonly now: Now;
  readonly manager: Person | null;
  /** This week's, when it was sent already. */
  readonly mine: Checkin | null;
  readonly before: Checkin | null;
  readonly goals: readonly RunningGoal[];
  /** Open ones that came with this week's. */
  readonly blockers: readonly Blocker[];
}

async function known(context: CheckinContext): Promise<Known> {
  const { person, stores } = context;
  const now = await nowFor(person, context);
  const sent = await stores.checkins.of(person.id, 2);
  const mine = sent.find((each) => each.week === now.week) ?? null;
  const open = mine === null ? [] : await stores.checkins.openBlockers([person.id]);
  return {
    now,
    manager: await managerOf(person, context),
    mine,
    before: sent.find((each) => each.week < now.week) ?? null,
    goals: await runningGoals(context),
    blockers: open.filter((each) => each.checkinId === mine?.id),
  };
}

export async function askForCheckin(context: CheckinContext): Promise<Answer> {
  const { now, manager, ...rest } = await known(context);
  return ask(checkinForm({ ...rest, week: now.week, slot: now.slot, visible: now.rhythm.visible, manager: manager?.name ?? null }, context.t));
}

export async function saveCheckinForm({ payload, values }: { payload: { week: LocalDate; before: CheckinId | null }; values: FormValues }, context: CheckinContext): Promise<Answer> {
  const { t, stores, person } = context;
  const all = await known(context);
  const { now, mine, before } = all;
  if (payload.week !== now.week) throw new Refusal(t.nextHasBegun(), [button(t.write(), askCheckin({}), "primary")]);
  if (payload.before !== (before?.id ?? null)) throw new Refusal(context.house.oldCard());
  const read = readCheckin(values, all, context);
  if ("errors" in read) return correct(read.errors);
  const { carried, before: settled } = carryOver(before?.priorities ?? [], read.chosen);
  if (before) await stores.checkins.save({ ...before, priorities: settled });
  const checkin: Checkin = {
    id: mine?.id ?? (context.newId() as CheckinId),
    personId: person.id,
    week: now.week,
    priorities: thisWeek(carried, read.added, mine?.priorities ?? []),
    commits: read.commits,
    wentWell: read.wentWell,
    visible: now.rhythm.visible,
    sentAt: mine?.sentAt ?? context.now,
    onTime: mine?.onTime ?? (now.slot === null || context.now <= now.slot.dueAt),
  };
  await stores.checkins.save(checkin);
  const { blockers, told } = await keepBlockers(checkin, read.blockers, all, context);
  const view: CheckinView = { checkin, name: null, blockers, today: context.today, zone: person.zone, sees: t.sees(checkin.visible, all.manager?.name ?? null) };
  return planning(stored(show(sentCard(view, mine !== null, await pastOf(person, now, context), t)), ...told), person.id);
}

interface Read {
  readonly chosen: readonly Choice[];
  readonly added: readonly string[];
  readonly commits: readonly Commit[];
  readonly blockers: { readonly added: readonly string[]; readonly gone: readonly Blocker[] };
  readonly wentWell: string;
}

function readCheckin(values: FormValues, { before, goals, blockers: open }: Known, context: CheckinContext): Read | { readonly errors: Fields["errors"] } {
  const { t } = context;
  const fields = readFields(values, context);
  const chosen = (before?.priorities ?? []).map((_, i) => fields.chosen(`was${i}`, choices) ?? "carry");
  const carried = chosen.filter((each) => each === "carry").length;
  const added = Array.from({ length: mostPriorities }, (_, i) => ({ name: `new${i}`, text: fields.text(`new${i}`, 200) })).filter((each) => each.text !== "");
  for (const each of added.slice(Math.max(0, mostPriorities - carried))) fields.refuse(each.name, t.threeAtMost(carried));
  if (carried + added.length === 0) fields.refuse("new0", t.onePriority());
  const commits = committable(goals).flatMap(({ goal }) => readCommit(goal, fields, context));
  const blockers = blockerLines(fields.text("blockers", 1500), open);
  if (open.length - blockers.gone.length + blockers.added.length > mostBlockers) fields.refuse("blockers", t.tooManyBlockers(mostBlockers));
  const wentWell = fields.text("wentWell", 1000);
  return fields.wrong ? { errors: fields.errors } : { chosen, added: [...new Set(added.map((each) => each.text))], commits, blockers, wentWell };
}

/** What stands there, or nothing when it was left empty. */
function readCommit({ number, title, unit }: RunningGoal["goal"], fields: Fields, { t }: CheckinContext): Commit[] {
  const name = commitName(number);
  if (unit.kind !== "money" || fields.text(name, 40) === "") return [];
  const amount = fields.amount(name);
  if (!amount) return [];
  if (amount.value.lt("0")) fields.refuse(name, t.commitNegative());
  if (amount.percent || amount.points || (amount.currency && amount.currency !== unit.currency)) fields.refuse(name, t.commitCurrency(unit.currency));
  return [{ number, title, value: amount.value, currency: unit.currency }];
}

/** New ones are raised, those taken out of the form are closed. After the summary has gone out the manager is told of new ones. */
async function keepBlockers(checkin: Checkin, { added, gone }: Read["blockers"], all: Known, context: CheckinContext): Promise<{ readonly blockers: readonly Blocker[]; readonly told: readonly Telling[] }> {
  const { stores, person } = context;
  const raised = added.map((text): Blocker => ({
    id: context.newId() as BlockerId,
    personId: person.id,
    text,
    raisedAt: context.now,
    checkinId: checkin.id,
    state: "open",
    answer: null,
    talkOn: null,
    byId: null,
    at: null,
  }));
  await stores.checkins.raise(raised);
  for (const each of gone) await stores.checkins.endBlocker(each.id, { state: "closed", answer: null, talkOn: null, byId: person.id, at: context.now });
  const { manager } = all;
  const told =
    manager && (await summaryIsOut(manager, all.now, context))
      ? raised.map((each, i) => context.tell(manager, `blocker-${i}`, (t) => blockerCard(each, person.name, t.seenBy(person.name, checkin.visible, manager.name), t)))
      : [];
  return { blockers: [...all.blockers.filter((each) => !gone.includes(each)), ...raised], told };
}

/** Whether this week's summary has gone out to the manager, or none will. */
async function summaryIsOut(manager: Person, { rhythm, week }: Now, context: CheckinContext): Promise<boolean> {
  if (!rhythm.on) return true;
  const slot = slotOfWeek(week, await beatOf(manager, rhythm, context));
  return slot === null || slot.digestAt <= context.now;
}
