// 催周报: a manager reminds those of their team whose check-in is missing. It is held to each one's work hours and takes one of their two
// a day; whom it cannot reach today is said.
import { availabilityOf } from "#src/bot/remind/plan";
import { nextMoment, nudgeOfDay } from "#src/bot/remind/rules";
import { committed, replace, show, type Answer, type Notice } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { compareDates, startOfWeek } from "#src/calendar/local-date";
import { localDateAt } from "#src/calendar/zones";
import type { Person, PersonId } from "#src/people/person";
import type { Came } from "#src/ports/delivery/nudges";
import { button, card, softText, text, type Card } from "#src/view/card";
import { askCheckin, chaseNow } from "../actions.ts";
import type { CheckinContext } from "../context.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import { expectedIn, latestWeek, reportsOf } from "./digest.ts";

/** Those whose slot has opened, who are there and have sent nothing; in the order of the directory. */
async function missingNow(context: CheckinContext): Promise<readonly Person[]> {
  const week = await latestWeek(context);
  if (week === null) return [];
  const reports = await reportsOf(context);
  const sent = await context.stores.checkins.ofWeek(
    week,
    reports.map((each) => each.id),
  );
  const done = new Set(sent.map((each) => each.personId));
  return (await expectedIn(reports, context))(week).flatMap(({ person, slot }) =>
    slot.excused || slot.opensAt > context.now || done.has(person.id) ? [] : [person],
  );
}

/** Whom it would go to; nobody is reminded before the press. */
export async function chaseSaid(_input: unknown, context: CheckinContext): Promise<Answer> {
  const missing = await missingNow(context);
  const { t } = context;
  if (missing.length === 0) return show(card({ title: t.chaseNobody(), tone: "good" }));
  return show(
    card({
      title: t.notYet(missing.map((each) => each.name)),
      tone: "info",
      body: [softText(t.chaseHow())],
      buttons: [
        button(
          t.chaseThem(missing.length),
          chaseNow({ people: missing.map((each) => each.id) }),
          "primary",
        ),
      ],
    }),
  );
}

export interface Chased {
  readonly now: readonly string[];
  /** Told when their work begins; `zone`: of who reads it. */
  readonly later: readonly { readonly name: string; readonly at: Date; readonly zone: string }[];
  readonly already: readonly string[];
  /** Their two of that day are spent. */
  readonly full: readonly string[];
  readonly paused: readonly string[];
}

/** Whoever has written meanwhile is left alone. */
export async function chase(
  { people }: { people: readonly PersonId[] },
  context: CheckinContext,
): Promise<Answer> {
  const missing = (await missingNow(context)).filter((each) => people.includes(each.id));
  if (missing.length === 0) throw new Refusal(context.t.chaseNobody());
  const told: Notice[] = [];
  const chased = { now: [], later: [], already: [], full: [], paused: [] } as {
    now: string[];
    later: { name: string; at: Date; zone: string }[];
    already: string[];
    full: string[];
    paused: string[];
  };
  for (const person of missing) {
    const outcome = await remindOne(person, context);
    if (typeof outcome === "string") chased[outcome].push(person.name);
    else {
      told.push(outcome.notice);
      if (outcome.at > context.now)
        chased.later.push({ name: person.name, at: outcome.at, zone: context.person.zone });
      else chased.now.push(person.name);
    }
  }
  const answer = replace(chasedCard(chased, context.t));
  return told.length === 0 ? answer : committed(answer, ...told);
}

async function remindOne(
  person: Person,
  context: CheckinContext,
): Promise<"already" | "full" | "paused" | { readonly notice: Notice; readonly at: Date }> {
  const { stores, now } = context;
  const known = await stores.people.acting(person.id);
  if (!known) return "paused";
  const at = nextMoment(now, availabilityOf(known));
  const day = localDateAt(at, person.zone);
  const { muted, pausedUntil } = await stores.nudges.choices(person.id);
  const isQuiet = pausedUntil !== null && compareDates(day, pausedUntil) < 0;
  if (isQuiet || muted.includes("checkins.remind")) return "paused";
  // Also where it still waits for their hours, or went out along with something else.
  const came = await stores.nudges.lately(person.id, mostLookedAt);
  const isThatDay = ({ rule, slotAt }: Came): boolean =>
    rule === chaseName && localDateAt(slotAt, person.zone) === day;
  if (came.some(isThatDay)) return "already";
  const taken = await stores.nudges.taken(person.id, startOfWeek(day));
  const nth = nudgeOfDay(day, taken);
  if (nth === null) return "full";
  await stores.nudges.take(person.id, day, nth, context.newId());
  await stores.nudges.record(person.id, now, null, [
    { rule: chaseName, subject: person.id, slotAt: at, outcome: "said", reason: null },
  ]);
  const notice = context.notify(person, `chase-${person.id}`, (t) =>
    chaseCard(context.person.name, t),
  );
  return { notice, at };
}

/** What it is called among what came to somebody unasked. */
const chaseName = "checkins.chase";
const mostLookedAt = 60;

export const chaseCard = (by: string, t: CheckinMessages): Card =>
  card({
    title: t.chasedBy(by),
    tone: "info",
    body: [text(t.remindBody())],
    buttons: [button(t.write(), askCheckin({}), "primary")],
  });

export function chasedCard(chased: Chased, t: CheckinMessages): Card {
  const { now, later, already, full, paused } = chased;
  return card({
    title: now.length + later.length > 0 ? t.chaseDone() : t.chaseNone(),
    tone: now.length + later.length > 0 ? "good" : "info",
    body: [
      now.length === 0 ? undefined : text(t.chaseNow(now)),
      ...later.map((each) =>
        text(t.chaseLater(each.name, localDateAt(each.at, each.zone), each.at)),
      ),
      already.length === 0 ? undefined : softText(t.chaseAlready(already)),
      full.length === 0 ? undefined : softText(t.chaseFull(full)),
      paused.length === 0 ? undefined : softText(t.chasePaused(paused)),
    ],
  });
}
