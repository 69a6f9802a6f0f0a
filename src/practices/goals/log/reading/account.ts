// The last stage: each entry with its day, its person, its goal and its note; what is left out by name; what only the writer can say.
import type { LocalDate } from "#src/calendar/local-date";
import type { Amount } from "#src/language/amount/amount";
import { decimal, roundTo } from "#src/language/decimal";
import type { Person } from "#src/people/person";
import { bindDays, type DayToken } from "./bind/bind-days.ts";
import { pairUp } from "./bind/bind-owners.ts";
import type { Chosen, Doubt, Draft } from "./choose.ts";
import type { GoalToken, Tokens } from "./cut-tokens.ts";
import type { NamedToken } from "./find-people.ts";
import type { Item, ReadItem } from "./items.ts";
import { reckonings } from "./doubts/reckonings.ts";
import { refunds } from "./doubts/refunds.ts";
import { notesOf } from "./notes.ts";
import type {
  LeftOut,
  LineReader,
  LineReading,
  ReadEntry,
  Span,
  Way,
  WhyAsked,
  WhyLeftOut,
} from "./reading.ts";

export interface Line {
  readonly tokens: Tokens;
  readonly days: readonly DayToken[];
  readonly reader: LineReader;
}

/** A draft with everything else the line says about its figures. */
interface Case {
  readonly draft: Draft;
  readonly days: readonly (DayToken | null)[];
  readonly owners: Owners;
}

interface Owner {
  readonly person: Person | null;
  /** Of the amount, each of so many; 1 for all of it. */
  readonly parts: number;
}

/** For each entry those it is for: one entry for each of them. */
type Owners = readonly (readonly Owner[])[];

/** So many possibilities stand on one question. */
export const mostWays = 6;

export function accountOf(chosen: Chosen, line: Line): LineReading {
  const asked = askedOf(chosen, line);
  if (asked.is !== "tangled") return asked;
  // With other doubts beside it, whether only one of several amounts is meant is not asked too.
  const all = chosen.doubts.map((doubt): Doubt =>
    doubt.why === "several"
      ? { why: doubt.why, ways: (draft) => doubt.ways(draft).slice(0, 1) }
      : doubt,
  );
  return askedOf({ ...chosen, doubts: all }, line);
}

function askedOf(chosen: Chosen, line: Line): LineReading {
  const { tokens } = line;
  const base: Draft = { entries: chosen.entries, left: chosen.left };
  const whys = new Set<WhyAsked>(chosen.doubts.map(({ why }) => why));
  const every = unfolded([base], chosen.doubts);
  const signs = refunds(every, tokens);
  const figured = signs.length > 0 ? unfolded([base], chosen.doubts.map(allOrOwn)) : every;
  const reckoned = [...reckonings(figured, tokens), ...signs];
  for (const { why } of reckoned) whys.add(why);
  const drafts = unfolded(figured, reckoned);
  const longest = drafts.reduce((a, b) => (b.entries.length > a.entries.length ? b : a));
  if (drafts.length > mostWays) return tangled(longest, tokens);
  const cases: Case[] = [];
  for (const draft of drafts) {
    const found = casesOf(draft, line);
    if (!found) return tangled(longest, tokens);
    cases.push(...found.cases);
    for (const why of found.whys) whys.add(why);
  }
  const [why, ...more] = whys;
  if (why === undefined) return { is: "clear", way: wayOf(cases[0] ?? noCase(base), line) };
  if (cases.length > mostWays) return tangled(longest, tokens);
  const ways = apart(
    cases.map((each) => wayOf(each, line)),
    line,
  );
  const [only, ...others] = ways;
  // 8万，3万明天到: of several amounts only one has come.
  if (only && others.length === 0 && why === "several" && more.length === 0 && cases.length > 1)
    return { is: "clear", way: only };
  return { is: "asked", why: more.length > 0 ? "mixed" : why, ways };
}

/** Each thing that would be stored once; what is still to come, alone only where there is nothing else. */
function apart(ways: readonly Way[], { reader }: Line): readonly Way[] {
  const [first] = ways;
  const planned = new Set(
    first?.leftOut.flatMap(({ why, entry }) => (why === "plan" && entry ? [amountOf(entry)] : [])),
  );
  const happened = ways.filter(
    (way) =>
      way === first ||
      !way.entries.every(
        (each) => (each.on !== null && each.on > reader.today) || planned.has(amountOf(each)),
      ),
  );
  return [
    ...new Map(happened.toReversed().map((way) => [storedBy(way), way])).values(),
  ].toReversed();
}

const amountOf = ({ amount, metric }: ReadEntry): string => JSON.stringify([amount, metric?.id]);
const storedBy = ({ entries }: Way): string =>
  JSON.stringify(entries.map(({ note: _, who, metric, ...each }) => [each, who?.id, metric?.id]));

/** €5k, €250 refund: both or the first. */
const allOrOwn = (doubt: Doubt): Doubt =>
  doubt.why === "several"
    ? {
        why: doubt.why,
        ways: (draft) => [
          ...doubt.ways(draft).slice(0, 1),
          ...(draft.entries.length > 0 ? [draft] : []),
        ],
      }
    : doubt;

/** Every way whose and of which day its figures may be; null where the line does not say. */
function casesOf(
  draft: Draft,
  { tokens, days, reader }: Line,
): { readonly cases: readonly Case[]; readonly whys: readonly WhyAsked[] } | null {
  const ofThem = ofEntries(draft, days);
  // "回款5万，明天到账": paid already, or still to be?
  const isAhead =
    ofThem.length > 0 && ofThem.every(({ date, speaks }) => speaks && date > reader.today);
  const dayLists = bindDays(draft.entries, isAhead ? [] : ofThem, reader.today);
  const ownerLists = ownersOf(draft.entries, tokens);
  const unclear = ownerLists.length === 0 || !goalsAreClear(draft, tokens);
  if (draft.entries.length > 0 && unclear) return null;
  const ofPeople = ownerLists.length > 1 || tokens.people.some(({ bare }) => bare);
  return {
    cases: ownerLists.flatMap((owners) => dayLists.map((list) => ({ draft, days: list, owners }))),
    whys: [
      ...(dayLists.length > 1 ? ["days" as const] : []),
      ...(ofPeople ? ["people" as const] : []),
      ...(isAhead && draft.entries.some(({ role }) => role !== "plan") ? ["plan" as const] : []),
    ],
  };
}

/** Without those that stand with what is still to come: "will close €12k on Friday" says nothing of the €6k before it. */
function ofEntries({ entries, left }: Draft, days: readonly DayToken[]): readonly DayToken[] {
  const happened = new Set(
    entries.filter(({ role }) => role !== "plan").map(({ clause }) => clause),
  );
  const planned = new Set([
    ...entries.filter(({ role }) => role === "plan").map(({ clause }) => clause),
    ...left.filter(({ why }) => why === "plan").map(({ item }) => item.clause),
  ]);
  return days.filter(({ clause }) => happened.has(clause) || !planned.has(clause));
}

const noCase = (draft: Draft): Case => ({
  draft,
  days: [],
  owners: draft.entries.map(() => mine),
});

const unfolded = (drafts: readonly Draft[], doubts: readonly Doubt[]): readonly Draft[] =>
  doubts.reduce<readonly Draft[]>(
    (all, { ways }) => (all.length > mostWays ? all : all.flatMap(ways)),
    drafts,
  );

const goalsAreClear = ({ entries }: Draft, { goals }: Tokens): boolean =>
  goals.length < 2 || pairUp(entries, goals) !== null;

const tangled = ({ entries }: Draft, { text }: Tokens): LineReading => ({
  is: "tangled",
  figures: entries.map(({ start, end }) => text.slice(start, end)),
});

const mine: readonly Owner[] = [{ person: null, parts: 1 }];
const allOf = ({ person }: NamedToken): readonly Owner[] => [{ person, parts: 1 }];

/** Every way whose the amounts may be, the likeliest first; none where the line does not say. */
function ownersOf(entries: readonly Item[], { people }: Tokens): readonly Owners[] {
  const [first, ...others] = people;
  if (first === undefined) return [entries.map(() => mine)];
  if (others.length === 0) {
    const theirs = entries.map(() => allOf(first));
    if (first.bare) return [theirs, entries.map(() => mine)];
    if (!first.together) return [theirs];
    const shared = entries.map((): readonly Owner[] => [
      { person: null, parts: 2 },
      { person: first.person, parts: 2 },
    ]);
    return [shared, theirs];
  }
  const paired = pairUp(entries, people);
  if (paired) return [paired.map(allOf)];
  if (entries.length !== 1) return [];
  const each = (parts: number): readonly Owner[] => people.map(({ person }) => ({ person, parts }));
  return [[each(people.length)], [each(1)]];
}

function wayOf({ draft, days, owners }: Case, line: Line): Way {
  const { tokens, reader } = line;
  const kept: {
    readonly item: ReadItem;
    readonly day: DayToken | null;
    readonly of: readonly Owner[];
  }[] = [];
  const later: Later[] = draft.left.map((each) => ({
    ...each,
    day: nearestDay(each.item, line),
    of: mine,
  }));
  for (const [i, item] of draft.entries.entries()) {
    const day = days[i] ?? null;
    if (day !== null && day.date > reader.today)
      later.push({ item, why: "plan", day, of: owners[i] ?? mine });
    else kept.push({ item, day, of: owners[i] ?? mine });
  }
  // Nothing but a day to come: refused as such, not left out.
  if (kept.length === 0) {
    later.length = 0;
    kept.push(
      ...draft.entries.map((item, i) => ({
        item,
        day: days[i] ?? null,
        of: owners[i] ?? mine,
      })),
    );
  }
  const goalOf = goalsOf(
    kept.map(({ item }) => item),
    tokens.goals,
  );
  const left = later.map((each) => ({ ...each, span: withDay(each.item, each.day) }));
  const bareKept = kept.some(({ of }) => of.some(({ person }) => person !== null));
  const untaken = tokens.days.filter(
    ({ start }) => !kept.some(({ day }) => day !== null && day.start === start),
  );
  const taken: Span[] = [
    ...kept.flatMap(({ item }) => around(item.span, untaken)),
    ...kept.flatMap(({ item, day }) => [item.word, day].filter((each) => each != null)),
    ...tokens.people.filter(({ bare }) => !bare || bareKept),
    ...tokens.goals,
    ...tokens.points,
    ...tokens.dones,
    ...tokens.words.filter(
      ({ says, end }) => says === "sum" && kept.some(({ item }) => item.of && isNext(end, item)),
    ),
    ...left.map(({ span }) => span),
  ];
  const notes = notesOf(
    tokens.text,
    taken,
    kept.map(({ item }) => item.span),
  );
  const entries = kept.flatMap(({ item, day, of }, i) =>
    of.map(({ person, parts }, n): ReadEntry => ({
      ...entryOf(item, partOf(item.readings[0], parts, n)),
      who: person,
      on: day?.date ?? null,
      goal: goalOf[i] ?? null,
      note: [...ownNote(item, tokens), ...(notes[i] ?? [])],
    })),
  );
  return { entries, leftOut: left.map((each) => leftOutOf(each, line)) };
}

interface Later {
  readonly item: Item;
  readonly why: WhyLeftOut;
  readonly day: DayToken | null;
  readonly of: readonly Owner[];
}

function leftOutOf(
  { item, why, day, of, span }: Later & { readonly span: Span },
  { tokens, reader }: Line,
): LeftOut {
  const [amount] = item.readings;
  return {
    why,
    text: tokens.text.slice(span.start, span.end).trim(),
    entry: amount
      ? {
          ...entryOf(item, amount),
          who: of[0]?.person ?? null,
          on: whenDone(day, reader),
          goal: null,
          note: [],
        }
      : null,
  };
}

const whenDone = (day: DayToken | null, { today }: LineReader): LocalDate | null =>
  day !== null && day.date <= today ? day.date : null;

const entryOf = (
  { metric, of, total }: Item,
  amount: Amount,
): Pick<ReadEntry, "metric" | "amount" | "of" | "total"> => ({
  metric,
  amount,
  ...(of && { of }),
  total,
});

const cents = 2;

/** An equal part; the first takes what is left over, so that the parts are the whole. */
function partOf(amount: Amount, parts: number, at: number): Amount {
  if (parts === 1) return amount;
  const count = decimal(BigInt(parts));
  const part = roundTo(amount.value.div(count), cents, "down");
  const over = amount.value.minus(part.times(count));
  return { ...amount, value: at === 0 ? part.plus(over) : part };
}

/** Without what it only spans: a day between a figure and its metric's name is not cut out with them. */
function around({ start, end }: Span, holes: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (const hole of holes) {
    if (hole.start < from || hole.end > end) continue;
    pieces.push({ start: from, end: hole.start });
    from = hole.end;
  }
  return [...pieces, { start: from, end }];
}

/** One goal named is everybody's; of several each figure has its own. */
function goalsOf(items: readonly Item[], goals: readonly GoalToken[]): readonly (number | null)[] {
  const [only] = goals;
  if (goals.length < 2) return items.map(() => only?.number ?? null);
  return pairUp(items, goals)?.map(({ number }) => number) ?? items.map(() => null);
}

/** The day that stands with a figure that is left out: between the figure before and this one, else right behind it. */
function nearestDay(item: Item, { days, tokens }: Line): DayToken | null {
  const before = tokens.figures.findLast(({ end }) => end <= item.start)?.end ?? 0;
  const after = tokens.figures.find(({ start }) => start >= item.end)?.start ?? tokens.text.length;
  const near = days.filter(({ start, end }) => start >= before && end <= after);
  return near.find(({ clause }) => clause === item.clause) ?? near[0] ?? null;
}

const isNext = (end: number, { start }: Span): boolean => start >= end && start - end <= 1;

/** What is left out, from its word or its day on. */
function withDay({ span, word }: Item, day: DayToken | null): Span {
  const all = [span, word, day].filter((each) => each != null);
  return {
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
  };
}

/** calls 20/30 keeps the 20/30, and €12k + €3k what was added up. */
const ownNote = (item: Item, { dones, text }: Tokens): readonly string[] =>
  [...dones.filter(({ start }) => start === item.start), ...(item.summed ? [item] : [])].map(
    ({ start, end }) => text.slice(start, end).trim(),
  );
