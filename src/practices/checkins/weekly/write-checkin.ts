// Writing a check-in: the form with what is known, and what comes back.
import {
  ask,
  correct,
  replan,
  show,
  committed,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields, type Fields } from "#src/bot/declare/fields";
import type { LocalDate } from "#src/calendar/local-date";
import { localDateAt } from "#src/calendar/zones";
import { isLonger } from "#src/language/text";
import type { Person } from "#src/people/person";
import { runningGoals, type RunningGoal } from "#src/practices/goals/api";
import { button } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { askCheckin } from "../actions.ts";
import { tellBlocker } from "../blockers/tell-blocker.ts";
import { nowFor, pastOf, type CheckinContext, type Now } from "../context.ts";
import { digestName } from "./digest.ts";
import { summaryNames } from "./digest-nudges.ts";
import {
  checkinForm,
  commitName,
  committable,
  longestBlockers,
  longestPriority,
} from "./checkin-form.ts";
import {
  narrower,
  type Blocker,
  type BlockerId,
  type Checkin,
  type CheckinId,
  type Commit,
  type Visibility,
} from "../model.ts";
import {
  blockerLines,
  blockersInForm,
  carryOver,
  choices,
  looksAhead,
  mostBlockers,
  mostPriorities,
  thisWeek,
  type Choice,
} from "../rules.ts";
import { isSkip, linesOf } from "./parse-input.ts";
import { sentCard, type CheckinView } from "./checkin-card.ts";

interface Known {
  readonly now: Now;
  readonly manager: Person | null;
  /** Whom blockers are put before: the manager, or who stands in for one that left. */
  readonly decider: Person | null;
  /** This week's, when it was sent already. */
  readonly mine: Checkin | null;
  readonly before: Checkin | null;
  readonly goals: readonly RunningGoal[];
  /** All that are open, however they were raised. */
  readonly blockers: readonly Blocker[];
}

async function known(context: CheckinContext): Promise<Known> {
  const { person, stores } = context;
  const now = await nowFor(person, context);
  const sent = await stores.checkins.of(person.id, 2);
  const mine = sent.find((each) => each.week === now.week) ?? null;
  return {
    now,
    manager: await context.managerOf(person),
    decider: await context.deciderFor(person),
    mine,
    before: sent.find((each) => each.week < now.week) ?? null,
    goals: await runningGoals(context),
    blockers: await stores.checkins.openBlockers([person.id]),
  };
}

/** `words`: typed behind the verb. */
export async function askForCheckin(context: CheckinContext, words = ""): Promise<Answer> {
  if (isSkip(words))
    throw new Refusal(context.t.noSkipping(), [
      button(context.t.write(), askCheckin({}), "primary"),
    ]);
  const { now, manager, decider, blockers, ...rest } = await known(context);
  const typed = linesOf(words);
  if (typed.some((each) => isLonger(each, longestPriority)))
    throw new Refusal(context.house.fieldTooLong(longestPriority));
  const due = now.slot !== null && now.dueAt !== null && context.now <= now.dueAt ? now.slot : null;
  return ask(
    checkinForm(
      {
        ...rest,
        blockers: blockersInForm(blockers),
        week: now.week,
        ahead: rest.mine?.ahead ?? looksAhead(now.rhythm),
        due,
        visible: now.rhythm.visible,
        manager: manager?.name ?? null,
        decider: decider?.name ?? null,
        typed,
      },
      context.t,
    ),
  );
}

interface Opened {
  readonly week: LocalDate;
  readonly before: CheckinId | null;
  readonly visible: Visibility;
  readonly open: readonly BlockerId[];
}

export async function saveCheckinForm(
  { payload, values }: { payload: Opened; values: FormValues },
  context: CheckinContext,
): Promise<Answer> {
  const { t, stores, person } = context;
  const all = await known(context);
  const { now, mine, before } = all;
  refuseOutdated(payload, all, context);
  const read = readCheckin(values, payload.open, all, context);
  if ("errors" in read) return correct(read.errors);
  const { carried, before: settled } = carryOver(before?.priorities ?? [], read.chosen);
  if (before) await stores.checkins.save({ ...before, priorities: settled });
  const checkin: Checkin = {
    id: mine?.id ?? (context.newId() as CheckinId),
    personId: person.id,
    week: now.week,
    ahead: mine?.ahead ?? looksAhead(now.rhythm),
    priorities: thisWeek(carried, read.added, mine?.priorities ?? []),
    commits: read.commits,
    wentWell: read.wentWell,
    visible: narrower(payload.visible, now.rhythm.visible),
    sentAt: mine?.sentAt ?? context.now,
    onTime: mine?.onTime ?? (now.dueAt === null || context.now <= now.dueAt),
  };
  await stores.checkins.save(checkin);
  const { blockers, told } = await keepBlockers(checkin, read.blockers, all, context);
  const view: CheckinView = {
    checkin,
    name: null,
    blockers,
    today: context.today,
    zone: person.zone,
    sees: t.sees(checkin.visible, all.manager?.name ?? null),
  };
  return replan(
    committed(show(sentCard(view, mine !== null, await pastOf(person, now, context), t)), ...told),
    person.id,
  );
}

/** Its week is over, or what it carries on is no longer the last one. */
function refuseOutdated(
  opened: Opened,
  { now, before }: Known,
  { t, house }: CheckinContext,
): void {
  if (opened.week > now.week) throw new Refusal(house.oldCard());
  if (opened.week !== now.week)
    throw new Refusal(t.nextHasBegun(), [button(t.write(), askCheckin({}), "primary")]);
  if (opened.before !== (before?.id ?? null)) throw new Refusal(house.oldCard());
}

interface Read {
  readonly chosen: readonly Choice[];
  readonly added: readonly string[];
  readonly commits: readonly Commit[];
  readonly blockers: { readonly added: readonly string[]; readonly gone: readonly Blocker[] };
  readonly wentWell: string;
}

function readCheckin(
  values: FormValues,
  shown: readonly BlockerId[],
  { before, goals, decider, blockers: open }: Known,
  context: CheckinContext,
): Read | { readonly errors: Fields["errors"] } {
  const { t } = context;
  const fields = readFields(values, context);
  const chosen = (before?.priorities ?? []).map(
    (_, i) => fields.chosen(`was${i}`, choices) ?? "carry",
  );
  const carried = chosen.filter((each) => each === "carry").length;
  const added = Array.from({ length: mostPriorities }, (_, i) => ({
    name: `new${i}`,
    text: fields.text(`new${i}`, longestPriority),
  })).filter((each) => each.text !== "");
  for (const each of added.slice(Math.max(0, mostPriorities - carried)))
    fields.refuse(each.name, t.threeAtMost(carried));
  if (carried + added.length === 0) fields.refuse("new0", t.onePriority());
  const commits = committable(goals).flatMap(({ goal }) => readCommit(goal, fields, context));
  const inForm = open.filter((each) => shown.includes(each.id));
  const blockers =
    decider === null
      ? { added: [], gone: [] }
      : blockerLines(fields.text("blockers", longestBlockers), inForm, open);
  if (blockers.added.length > mostBlockers)
    fields.refuse("blockers", t.tooManyBlockers(mostBlockers));
  const wentWell = fields.text("wentWell", 1000);
  return fields.wrong
    ? { errors: fields.errors }
    : { chosen, added: [...new Set(added.map((each) => each.text))], commits, blockers, wentWell };
}

/** What stands there, or nothing when it was left empty. */
function readCommit(
  { number, title, unit }: RunningGoal["goal"],
  fields: Fields,
  { t }: CheckinContext,
): Commit[] {
  const name = commitName(number);
  if (unit.kind !== "money" || fields.text(name, 40) === "") return [];
  const amount = fields.amount(name);
  if (!amount) return [];
  if (amount.value.lt("0")) fields.refuse(name, t.commitNegative());
  if (amount.percent || amount.points || (amount.currency && amount.currency !== unit.currency))
    fields.refuse(name, t.commitCurrency(unit.currency));
  return [{ number, title, value: amount.value, currency: unit.currency }];
}

/** New ones are raised, those taken out of the form are closed. Whoever decides is told at once, unless a summary of today will say it. */
async function keepBlockers(
  checkin: Checkin,
  { added, gone }: Read["blockers"],
  all: Known,
  context: CheckinContext,
): Promise<{ readonly blockers: readonly Blocker[]; readonly told: readonly Notice[] }> {
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
    askedId: all.decider?.id ?? null,
  }));
  await stores.checkins.raise(raised);
  for (const each of gone)
    await stores.checkins.endBlocker(each.id, {
      state: "closed",
      answer: null,
      talkOn: null,
      byId: person.id,
      at: context.now,
    });
  const { manager, decider } = all;
  // The summary has the blockers of one's own reports alone.
  const told =
    decider && !(decider.id === manager?.id && (await summaryComes(manager, context)))
      ? raised.map((each) =>
          tellBlocker(each, decider, (t) => t.seesBoth(person.name, checkin.visible), context),
        )
      : [];
  return { blockers: [...all.blockers.filter((each) => !gone.includes(each)), ...raised], told };
}

const soonMs = 12 * 3_600_000;

/** Whether the manager is about to read a summary of this person: it is planned for today, and nothing they chose keeps it back. */
async function summaryComes(manager: Person, context: CheckinContext): Promise<boolean> {
  const { stores, now } = context;
  const planned = await stores.plans.of(manager.id, new Date(now.getTime() + soonMs));
  const ahead = planned.filter((each) => each.dueAt > now);
  if (!(await summaryNames(manager.id, ahead, context))) return false;
  const { muted, pausedUntil } = await stores.nudges.choices(manager.id);
  return (
    !muted.includes(digestName) &&
    (pausedUntil === null || pausedUntil <= localDateAt(now, manager.zone))
  );
}
