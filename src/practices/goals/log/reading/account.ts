// The last stage: each entry with its day, its person, its goal and its note; what is left out by name; what only the writer can say.
import type { LocalDate } from "#src/calendar/local-date";
import type { Amount } from "#src/language/amount/amount";
import { decimal, roundTo } from "#src/language/decimal";
import type { Person } from "#src/people/person";
import { bindDays, type DayToken } from "./bind/bind-days.ts";
import { pairUp } from "./bind/bind-owners.ts";
import type { Chosen, Draft } from "./choose.ts";
import type { GoalToken, Tokens } from "./cut-tokens.ts";
import type { NamedToken } from "./find-people.ts";
import type { Item, ReadItem } from "./items.ts";
import { givesBack } from "./line-words.ts";
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

export function accountOf(chosen: Chosen, line: Line): LineReading {
  const { tokens, days, reader } = line;
  const base: Draft = { entries: chosen.entries, left: chosen.left };
  const doubts: { why: WhyAsked; cases: readonly Case[] }[] = [];
  const dated = (draft: Draft) =>
    bindDays(
      draft.entries,
      days,
      reader.today,
      draft.left.some(({ why }) => why === "plan"),
    );
  const owned = (draft: Draft) => ownersOf(draft.entries, tokens);
  const caseOf = (draft: Draft): Case => ({
    draft,
    days: dated(draft)[0] ?? [],
    owners: owned(draft)[0] ?? draft.entries.map(() => [{ person: null, parts: 1 }]),
  });
  for (const { why, drafts } of [...chosen.doubts, ...refunds(base, tokens)])
    doubts.push({ why, cases: drafts.map(caseOf) });
  const basis = caseOf(base);
  const dayLists = dated(base);
  if (dayLists.length > 1)
    doubts.push({ why: "days", cases: dayLists.map((list) => ({ ...basis, days: list })) });
  const ownerLists = owned(base);
  if (ownerLists.length === 0 && base.entries.length > 0) return tangled(base, tokens);
  if (ownerLists.length > 1 || (ownerLists.length === 1 && tokens.people.some(({ bare }) => bare)))
    doubts.push({ why: "people", cases: ownerLists.map((list) => ({ ...basis, owners: list })) });
  if (tokens.goals.length > 1 && !pairUp(base.entries, tokens.goals)) return tangled(base, tokens);
  // A day of its own doubt beside another: too much for one question.
  const unsure = chosen.doubts
    .flatMap(({ drafts }) => drafts)
    .find((each) => dated(each).length > 1);
  if (unsure) return tangled(unsure, tokens);
  const [doubt, ...more] = doubts;
  if (doubt === undefined) return { is: "clear", way: wayOf(basis, line) };
  if (more.length > 0) return tangled(base, tokens);
  return { is: "asked", why: doubt.why, ways: doubt.cases.map((each) => wayOf(each, line)) };
}

const tangled = ({ entries }: Draft, { text }: Tokens): LineReading => ({
  is: "tangled",
  figures: entries.map(({ start, end }) => text.slice(start, end)),
});

/** €500 refund: on or off? */
function refunds(
  base: Draft,
  { text }: Tokens,
): readonly { why: WhyAsked; drafts: readonly Draft[] }[] {
  const [item, ...others] = base.entries;
  const amount = item?.readings[0];
  if (!item || !amount || others.length > 0 || item.readings.length > 1 || item.total) return [];
  if (amount.value.lte("0") || text[item.start] === "+" || !givesBack.test(text)) return [];
  const off: Amount = { ...amount, value: amount.value.times("-1") };
  const entry = (reading: Amount): Draft => ({
    ...base,
    entries: [{ ...item, readings: [reading] }],
  });
  return [{ why: "figure", drafts: [entry(off), entry(amount)] }];
}

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
  const later: { readonly item: Item; readonly why: WhyLeftOut; readonly day: DayToken | null }[] =
    draft.left.map((each) => ({ ...each, day: nearestDay(each.item, line) }));
  for (const [i, item] of draft.entries.entries()) {
    const day = days[i] ?? null;
    if (day !== null && day.date > reader.today) later.push({ item, why: "plan", day });
    else kept.push({ item, day, of: owners[i] ?? mine });
  }
  // Nothing but a day to come: refused as such, not left out.
  if (kept.length === 0) {
    later.length = 0;
    kept.push(...draft.entries.map((item, i) => ({ item, day: days[i] ?? null, of: mine })));
  }
  const goalOf = goalsOf(
    kept.map(({ item }) => item),
    tokens.goals,
  );
  const left = later.map((each) => ({ ...each, span: withDay(each.item, each.day) }));
  const bareKept = kept.some(({ of }) => of.some(({ person }) => person !== null));
  const taken: Span[] = [
    ...kept.map(({ item }) => item.span),
    ...kept.flatMap(({ item, day }) => [item.word, day].filter((each) => each != null)),
    ...tokens.people.filter(({ bare }) => !bare || bareKept),
    ...tokens.goals,
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
  return {
    entries,
    leftOut: left.map(({ item, why, day, span }): LeftOut => ({
      why,
      text: tokens.text.slice(span.start, span.end).trim(),
      entry: item.readings[0]
        ? {
            ...entryOf(item, item.readings[0]),
            who: null,
            on: whenDone(day, reader),
            goal: null,
            note: [],
          }
        : null,
    })),
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
