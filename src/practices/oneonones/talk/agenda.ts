// What there is to talk about, each with where it was found: topics both wrote, goals behind pace, open blockers, wins, steps.
import type { LocalDate } from "#src/calendar/local-date";
import { localDateAt } from "#src/calendar/zones";
import { paced, type Titled } from "#src/practices/goals/api";
import type { Decimal } from "#src/language/decimal";
import { inPeriod } from "#src/calendar/periods";
import { lastPraises, type ReceivedPraise } from "#src/practices/recognition/api";
import { personOf, slotsOf, type OneOnOneContext } from "../context.ts";
import type { Pair, Step, Topic } from "../model.ts";
import { talkNow, type Slot } from "../rules/cadence.ts";

/** What lies this long back is news where nobody talked since. */
const newsDays = 28;
const mostOfEach = 4;

export interface Stuck {
  readonly text: string;
  readonly since: LocalDate;
}

/** A goal with how far it is. */
export interface Standing {
  readonly goal: Titled & { readonly number: number };
  readonly pace: { readonly done: Decimal; readonly timeGone: Decimal };
}

export interface Agenda {
  readonly pair: Pair;
  readonly slot: Slot | null;
  readonly topics: readonly Topic[];
  readonly behind: readonly Standing[];
  readonly reached: readonly Standing[];
  readonly stuck: readonly Stuck[];
  readonly praise: readonly ReceivedPraise[];
  readonly steps: readonly Step[];
}

export async function agendaOf(pair: Pair, context: OneOnOneContext): Promise<Agenda> {
  const { stores, now } = context;
  const { slots } = await slotsOf(pair, context);
  const whose = await personOf(pair.person, context);
  const held = slots.findLast((each) => each.state === "held" && each.at <= now);
  const since = held?.at ?? new Date(now.getTime() - newsDays * 86_400_000);
  const off = new Set(
    context
      .guide()
      .switches()
      .flatMap((each) => (each.on ? [] : [each.name])),
  );
  const today = localDateAt(now, whose.zone);
  const running = (await stores.goals.openOf(whose.id)).filter(
    (goal) => goal.state === "active" && inPeriod(goal.period, today),
  );
  const goals = await Promise.all(running.map((goal) => paced(goal, whose, context)));
  return {
    pair,
    slot: talkNow(slots, now),
    topics: await stores.talks.topics([pair.id]),
    behind: goals
      .filter(({ pace }) => pace.status === "at-risk" || pace.status === "off-track")
      .slice(0, mostOfEach),
    reached: goals.filter(({ pace }) => pace.status === "reached").slice(0, mostOfEach),
    stuck: off.has("checkins")
      ? []
      : (await stores.checkins.openBlockers([whose.id]))
          .slice(0, mostOfEach)
          .map(({ text, raisedAt }) => ({ text, since: localDateAt(raisedAt, whose.zone) })),
    praise: off.has("recognition")
      ? []
      : (await lastPraises(whose.id, since, stores.recognition)).slice(0, mostOfEach),
    steps: await stores.talks.stepsBetween(pair.leader, pair.person),
  };
}
