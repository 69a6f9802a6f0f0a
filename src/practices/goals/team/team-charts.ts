// A team as drawings: what came in against the plan, one sum at a time, and how far each person is with their own.
import { addDays, daysBetween, type LocalDate } from "#src/calendar/local-date";
import type { Period } from "#src/calendar/periods";
import { decimal, zero, type Decimal } from "#src/language/decimal";
import type { Locale } from "#src/language/text";
import { card, chart, type Card, type Element } from "#src/view/card";
import type { Standings, Way, WayPoint } from "#src/view/chart";
import { said, type Line } from "#src/view/line";
import { isAtLeastOne } from "#src/language/lists";
import { share, tones } from "../goal-card.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import { isAddedUp, type TeamSum } from "./sums.ts";
import { inPieces } from "./team-card.ts";
import type { Member, TrackedGoal, WayMark } from "./tracked.ts";

/** More are not told apart, or chosen among. */
const mostCharts = 6;

/** Only what can be drawn: two weeks of a way, two people beside each other. */
export function chartCards(
  {
    sums,
    members,
    today,
  }: { sums: readonly TeamSum[]; members: readonly Member[]; today: LocalDate },
  locale: Locale,
  t: GoalMessages,
): readonly Card[] {
  const ordered = byMoney(sums);
  const standings = standingsIn(ordered, members, locale, t);
  const ways: readonly Way[] = ordered
    .flatMap((each) =>
      wayChart(each, today, t.sumName(each.titled, each.unit, periodIn(each, sums)), t),
    )
    .slice(0, mostCharts);
  return [
    ...(isAtLeastOne(standings)
      ? [card({ title: t.standingsTitle(), body: [chart(...standings)] })]
      : []),
    ...(isAtLeastOne(ways) ? [card({ title: t.wayTitle(), body: [chart(...ways)] })] : []),
  ];
}

/** How far each person is, alone: the picture of a message. */
export function standingsChart(
  sums: readonly TeamSum[],
  members: readonly Member[],
  locale: Locale,
  t: GoalMessages,
): Element | null {
  const standings = standingsIn(byMoney(sums), members, locale, t);
  return isAtLeastOne(standings) ? chart(...standings) : null;
}

function standingsIn(
  ordered: readonly TeamSum[],
  members: readonly Member[],
  locale: Locale,
  t: GoalMessages,
): readonly Standings[] {
  const kinds = ordered.filter(
    (each, i) => ordered.findIndex((other) => isSameKind(each, other)) === i,
  );
  return kinds
    .flatMap((each) =>
      standingsOf(each, members, { locale, name: t.kindOf(each.titled, periodIn(each, kinds)) }, t),
    )
    .slice(0, mostCharts);
}

const byMoney = (sums: readonly TeamSum[]): readonly TeamSum[] =>
  sums.toSorted((a, b) => Number(isMoney(b)) - Number(isMoney(a)));

/** What brings money in is looked at first. */
const isMoney = ({ unit }: TeamSum): boolean => unit.kind === "money";

/** Only where the same metric runs in several periods. */
const periodIn = ({ metricId, period }: TeamSum, among: readonly TeamSum[]): Period | null =>
  among.some(
    (other) =>
      other.metricId === metricId &&
      (other.period.start !== period.start || other.period.end !== period.end),
  )
    ? period
    : null;

/** One metric and period, in whatever currencies: own quotas stand beside each other as shares. */
const isSameKind = (a: TeamSum, b: TeamSum): boolean =>
  a.metricId === b.metricId && a.period.start === b.period.start && a.period.end === b.period.end;

function standingsOf(
  kind: TeamSum,
  members: readonly Member[],
  { locale, name }: { readonly locale: Locale; readonly name: Line },
  t: GoalMessages,
): Standings[] {
  const byName = new Intl.Collator(locale === "zh" ? "zh-Hans-CN" : "en");
  const people = members
    .flatMap(({ person, goals }) => {
      const own = goals.filter(
        (each) =>
          isAddedUp(each.goal) &&
          each.goal.metricId === kind.metricId &&
          each.goal.period.start === kind.period.start &&
          each.goal.period.end === kind.period.end,
      );
      return own.map((each) => ({ owner: person.name, each }));
    })
    .toSorted((a, b) => byName.compare(a.owner, b.owner));
  if (people.length < 2) return [];
  const short = people.filter(({ each }) => isShort(each));
  return [
    {
      kind: "standings",
      name,
      about: t.standingsAbout(kind.titled, kind.period),
      takeaway: people.every(({ each }) => each.pace.status === "too-early")
        ? t.tooEarlyToSay()
        : t.standingsTakeaway(
            people.length,
            short.map(({ owner }) => owner),
          ),
      barLabel: t.attained(),
      markLabel: t.ownTime(),
      bars: people.map(({ owner, each: { goal, pace } }) => ({
        label: [said(owner)],
        bar: {
          done: share(pace.done),
          mark: share(pace.timeGone),
          tone: tones[pace.status],
          figure: t.percentDone(pace.done),
          says: t.ofTarget(goal.actual, goal.target, goal.unit),
        },
      })),
    },
  ];
}

const isShort = ({ pace: { status } }: TrackedGoal): boolean =>
  status === "at-risk" || status === "off-track";

/** With nothing behind it yet there is nothing to be seen. */
function wayChart(each: TeamSum, today: LocalDate, name: Line, t: GoalMessages): Way[] {
  const { unit, period, target, actual, ahead, marks } = each;
  // Where one of them has no way, there is none of all.
  if (each.trend === null || marks.length < 2) return [];
  const { start, end } = period;
  const days = Math.max(1, daysBetween(start, end) + 1);
  const at = (day: LocalDate): number => Math.min(1, daysBetween(start, day) / days);
  const span = each.span;
  const gained = actual.minus(target.minus(span));
  const now: WayMark = { on: today, gained, due: gained.minus(ahead) };
  const all = [
    { on: start, gained: zero, due: zero },
    ...marks.filter(({ on }) => on < today),
    now,
  ];
  const point = (on: LocalDate, value: Decimal): WayPoint => ({
    at: at(on),
    value: toDraw(value),
    label: t.dayIs(on),
  });
  return [
    {
      kind: "way",
      name,
      about: t.wayAbout(each.titled, unit, period, each.people),
      takeaway:
        each.status === "too-early"
          ? t.tooEarlyToSay()
          : t.wayTakeaway({ ahead: inPieces(ahead, unit), unit, weeks: weeksOfOneWay(all) }),
      tone: tones[each.status],
      points: all.map(({ on, gained: value }) => point(on, value)),
      plan: [
        ...all.map(({ on, due }) => point(on, due)),
        ...planAhead(now, { end, span }).map(({ on, due }) => point(on, due)),
        { at: 1, value: toDraw(span), label: t.dayIs(end) },
      ],
      says: {
        now: t.figure({ value: gained, of: null, unit }),
        planNow: t.planToday(inPieces(now.due, unit), unit),
        end: t.planEnd(span, unit),
      },
      legend: { way: t.attained(), plan: t.plan() },
      ticks: ticksTo(span.gt(gained) ? span : gained).map((value) => ({
        value: toDraw(value),
        label: t.about({ value, of: null, unit }),
      })),
      figures: {
        head: [t.dayHead(), t.attained(), t.plan()],
        rows: all
          .slice(1)
          .map(({ on, gained: value, due }) => [
            t.dayIs(on),
            t.figure({ value, of: null, unit }),
            t.about({ value: inPieces(due, unit), of: null, unit }),
          ]),
      },
    },
  ];
}

const mostAhead = 8;

/** Between today and the end, so that a surface that knows no distance between days draws the plan as straight as it is. */
function planAhead(
  { on, due }: WayMark,
  { end, span }: { readonly end: LocalDate; readonly span: Decimal },
): readonly Pick<WayMark, "on" | "due">[] {
  const days = daysBetween(on, end) + 1;
  const step = 7 * Math.max(1, Math.ceil(days / 7 / mostAhead));
  return Array.from({ length: Math.max(0, Math.ceil(days / step) - 1) }, (_, i) => {
    const ahead = (i + 1) * step;
    return {
      on: addDays(on, ahead),
      due: due.plus(span.minus(due).times(String(ahead)).div(String(days))),
    };
  });
}

/** For drawing only. */
const toDraw = (value: Decimal): number => Number(value.toFixed(2));

/** For how many weeks the distance to the plan went the same way as today's, up to now: grows above zero, shrinks below. */
export function weeksOfOneWay(marks: readonly WayMark[]): number {
  const size = marks.map(({ gained, due }) => gained.minus(due).abs());
  const side = (i: number): number => marks[i]?.gained.cmp(marks[i].due) ?? 0;
  const last = marks.length - 1;
  const step = (i: number): number => {
    const [before, after] = [size[i - 1], size[i]];
    return before && after ? after.cmp(before) : 0;
  };
  const way = step(last);
  let weeks = 0;
  while (
    way !== 0 &&
    last - weeks > 0 &&
    step(last - weeks) === way &&
    side(last - weeks) === side(last)
  )
    weeks += 1;
  return weeks * way;
}

const fewTicks = 4;

/** Round heights from nothing to above the highest. */
export function ticksTo(top: Decimal): Decimal[] {
  if (top.lte(zero)) return [zero];
  const size = decimal(top.e < 0 ? `0.${"0".repeat(-top.e - 1)}1` : `1${"0".repeat(top.e)}`);
  const step = ["0.25", "0.5", "1", "2", "2.5", "5"]
    .map((each) => size.times(each))
    .find((each) => each.times(String(fewTicks)).gte(top));
  const by = step ?? size.times("5");
  const ticks = [zero];
  for (let at = zero; at.lt(top);) {
    at = at.plus(by);
    ticks.push(at);
  }
  return ticks;
}
