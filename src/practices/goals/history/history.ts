// Entries after the fact: history, undo, correction. Nothing is deleted; a replacement is another entry.
import { reachedAmong, tellOpenAgain, tellStanding } from "../turnover/tell-manager.ts";
import type { AtLeastOne } from "#src/language/lists";
import {
  ask,
  correct,
  replace,
  show,
  committed,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { earlier } from "#src/calendar/local-date";
import { mayLogFor, type Person } from "#src/people/person";
import { normalise } from "#src/language/text";
import { partName } from "#src/practices/setup/api";
import { button, card, type Button, type Card } from "#src/view/card";
import type { Line } from "#src/view/line";
import type { FormValues } from "#src/view/form";
import { saveCorrection, undoBatch } from "../actions.ts";
import { undoing } from "../api.ts";
import { isMeant, wordsOfEntry } from "./name-entry.ts";
import { ownGoal, ownerOf, paced, standsIn, type GoalContext } from "../context.ts";
import { takenBackCard } from "./dispute-card.ts";
import { correctionForm, progressForm, type RatioSides } from "../define/goal-form.ts";
import { refuseUnlessLoggable } from "../log/record-entries.ts";
import { amountFor } from "../log/parse/unit-marks.ts";
import {
  isUnderWay,
  type Entry,
  type EntryId,
  type GoalId,
  type GoalProgress,
  type KnownEntry,
} from "../model.ts";
import { place } from "../log/assign-goals.ts";
import { readOnlyRatio } from "../log/parse/parse-ratio.ts";
import type { LoggedAmount } from "../log/reading/reading.ts";
import { correctedCard, loggedCard, undoneCard } from "./entry-card.ts";
import { historyOf, type HistoryPage } from "./show-history.ts";

/** Where a press came from: the list of entries and its page, or the card of one. */
interface OnList extends HistoryPage {
  readonly list: boolean;
}

const undoHours = 24;
/** As far back as somebody names an entry of theirs. */
const longHistory = 100;
const mostChoices = 5;

/** `undo`, or which one: `undo Acme`, `undo the 1k`, 撤销 G2. Several that fit are offered. */
export async function undoSaid(
  { which }: { which: string },
  context: GoalContext,
): Promise<Answer> {
  const words = wordsOfEntry(which);
  return words === "" ? undoLast(context) : undoNamed(words, context);
}

async function undoLast(context: GoalContext): Promise<Answer> {
  const last = await context.stores.goals.lastBatchBy(context.person.id);
  const [first] = last;
  // What was done since, elsewhere in the house: nobody is to lose yesterday's calls who meant the win of just now.
  const since = await context.offered(undoing({ since: first?.at ?? new Date(0) }));
  if (since.length > 0) return show(whichCard(context.t.undoWhich(), [last], context, since));
  if (!first) throw new Refusal(context.t.nothingToUndo());
  return undoEntries(
    await lockEntries(() => context.stores.goals.batch(first.batchId), context),
    context,
  );
}

async function undoNamed(words: string, context: GoalContext): Promise<Answer> {
  const { stores, person, t } = context;
  const own = await stores.goals.entriesOf(person.id, longHistory);
  const known = [...(await stores.goals.lastBatchBy(person.id)), ...own];
  const mine = known.filter(
    (each) => each.byId === person.id && isFresh(each, context) && isMeant(words, each),
  );
  const batches = [...new Map(mine.map((each) => [each.batchId, each])).values()];
  const [only] = batches;
  if (!only) throw new Refusal(t.noEntryLike(words));
  if (batches.length > 1) {
    const choices = await Promise.all(
      batches.slice(0, mostChoices).map((each) => stores.goals.batch(each.batchId)),
    );
    return show(whichCard(t.undoWhich(), choices, context, []));
  }
  return undoEntries(await lockEntries(() => stores.goals.batch(only.batchId), context), context);
}

function whichCard(
  title: Line,
  batches: readonly (readonly KnownEntry[])[],
  { t }: GoalContext,
  others: readonly Button[],
): Card {
  const own = batches.flatMap((entries) => {
    const [first] = entries;
    return first ? [button(t.undoThis(entries), undoBatch({ batch: first.batchId }))] : [];
  });
  return card({ title, buttons: [...others, ...own] });
}

const isFresh = (entry: KnownEntry, { now }: GoalContext): boolean =>
  now.getTime() - entry.at.getTime() <= undoHours * 3_600_000;

export async function takeBackBatch(
  { batch }: { batch: string },
  context: GoalContext,
): Promise<Answer> {
  const last = await lockEntries(() => context.stores.goals.batch(batch), context);
  await refuseUnlessMine(last, context);
  return undoEntries(last, context);
}

/** Found, their goals locked, and found again: what somebody else took back meanwhile is not among them any more. */
async function lockEntries(
  find: () => Promise<readonly KnownEntry[]>,
  { stores }: GoalContext,
): Promise<readonly KnownEntry[]> {
  const found = await find();
  if (found.length === 0) return found;
  await stores.goals.lock([...new Set(found.map((each) => each.goalId))]);
  return find();
}

async function undoEntries(entries: readonly KnownEntry[], context: GoalContext): Promise<Answer> {
  if (entries.length === 0) throw new Refusal(context.t.entryGone());
  if (entries.some((each) => !isFresh(each, context))) throw new Refusal(context.t.undoTooLate());
  const told = await voidEntries(entries, context);
  return committed(replace(await takenBackOf(entries, context)), ...told);
}

/** What was taken back, and where its goals stand without it. */
export async function takenBackOf(
  entries: readonly KnownEntry[],
  context: GoalContext,
): Promise<Card> {
  const goals = await Promise.all(
    [...new Set(entries.map((each) => each.goalId))].map((id) => ownGoal(id, context)),
  );
  return undoneCard(
    entries,
    await Promise.all(goals.map(({ goal, owner }) => paced(goal, owner, context))),
    context.t,
  );
}

export async function takeBackEntry(
  { entry, ...page }: HistoryPage & { entry: EntryId },
  context: GoalContext,
): Promise<Answer> {
  const locked = await lockEntry(entry, context);
  const owner = locked && (await ownerOf(locked, context));
  // Who stands in for the manager sees what they were asked about, and nothing else of theirs.
  const inPlace =
    locked?.disputed === "open" &&
    owner !== null &&
    !mayLogFor(context.person, owner) &&
    (await standsIn(owner, context));
  const found = inPlace ? locked : await changeable(locked, context);
  const told = await voidEntries([found], context);
  const shown = inPlace
    ? takenBackCard(found, context.person.name, context.t)
    : await historyOf(await ownerOf(found, context), page, context);
  return committed(replace(shown), ...told);
}

/** Whoever owns or logged what another takes back is told. */
export async function voidEntries(
  entries: readonly KnownEntry[],
  context: GoalContext,
): Promise<readonly Notice[]> {
  for (const each of entries) {
    if (!isUnderWay(each)) throw new Refusal(context.t.goalClosed(each.goalNumber));
  }
  const batchId = context.newId();
  const before = await reachedAmong([...new Set(entries.map((each) => each.goalId))], context);
  await context.stores.goals.append(
    entries.map((each): Entry => ({
      id: context.newId() as EntryId,
      goalId: each.goalId,
      kind: "void",
      value: each.value,
      on: each.on,
      note: "",
      source: "chat",
      byId: context.person.id,
      at: context.now,
      batchId,
      replacesId: each.id,
    })),
  );
  const told = await tellOpenAgain(before, context);
  for (const each of entries) {
    for (const id of new Set(
      [each.ownerId, each.byId].filter((who) => who !== context.person.id),
    )) {
      const person = await context.stores.people.person(id);
      if (person)
        told.push(
          context.notify(person, `taken-back-${each.id}`, (t) =>
            takenBackCard(each, context.person.name, t),
          ),
        );
    }
  }
  return told;
}

export async function askForCorrection(
  { entry, ...ofList }: OnList & { entry: EntryId },
  context: GoalContext,
): Promise<Answer> {
  const found = await changeable(await context.stores.goals.entry(entry), context);
  return ask(correctionForm(found, saveCorrection({ entry, ...ofList }), context.t));
}

export async function correctEntry(
  { payload, values }: { payload: OnList & { entry: EntryId }; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const found = await changeable(await lockEntry(payload.entry, context), context);
  const fields = readFields(values, context);
  const { goal, owner } = await ownGoal(found.goalId, context);
  const figure = readFigure(fields, goal, context);
  const on = fields.date("on", "past");
  const note = fields.text("note", 500);
  if (fields.wrong || !figure || !on) return correct(fields.errors);
  await refuseUnlessLoggable(goal, on, owner, context);
  const entry: Entry = {
    id: context.newId() as EntryId,
    goalId: goal.id,
    // A percentage in place of what was counted says where it stands.
    kind: found.of && !figure.of ? "set" : found.kind,
    value: figure.amount.value,
    of: figure.of ?? null,
    on,
    note,
    source: found.source === "daily" ? "daily" : "form",
    byId: context.person.id,
    at: context.now,
    batchId: context.newId(),
    replacesId: found.id,
    countsAs: found.countsAs ?? found.seq,
  };
  const before = await reachedAmong([goal.id], context);
  await context.stores.goals.append([entry]);
  const says = (t: GoalContext["t"]) =>
    t.corrected(found, { value: figure.amount.value, of: figure.of ?? null, unit: goal.unit });
  const concerned = [owner.id, found.byId].filter((id) => id !== context.person.id);
  const told = [
    ...(await Promise.all(
      [...new Set(concerned)].map(async (id) => tellCorrected(id, says, context)),
    )),
    ...(await tellStanding(before, goal.id, owner, context)),
  ];
  const [first, ...others] = payload.list
    ? ([await historyOf(owner, payload, context)] as const)
    : await cardsAfter(entry, found, context);
  return committed(replace(correctedCard(says(context.t), first), ...others), ...told);
}

/** The card that was corrected as it stands now, and those of its line beside it. */
async function cardsAfter(
  entry: Entry,
  before: KnownEntry,
  context: GoalContext,
): Promise<AtLeastOne<Card>> {
  const others = (await context.stores.goals.batch(before.batchId))
    .filter((each) => each.ownerId === before.ownerId)
    .toReversed();
  const cardOf = async (each: Entry): Promise<Card> => {
    const { goal, owner } = await ownGoal(each.goalId, context);
    return loggedCard(
      {
        paced: await paced(goal, owner, context),
        entry: each,
        today: context.today,
        forName: owner.id === context.person.id ? null : owner.name,
      },
      context.t,
    );
  };
  return Promise.all([cardOf(entry), ...others.map(cardOf)]);
}

async function tellCorrected(
  id: Person["id"],
  says: (t: GoalContext["t"]) => ReturnType<GoalContext["t"]["undo"]>,
  context: GoalContext,
) {
  const person = await context.stores.people.person(id);
  return person
    ? context.notify(person, "corrected", (t) => ({
        title: says(t),
        tone: "info",
        context: t.ownedBy(context.person.name),
        body: [],
        buttons: [],
      }))
    : null;
}

/** Null when there is none that counts; its goal is locked. */
export async function lockEntry(id: EntryId, context: GoalContext): Promise<KnownEntry | null> {
  const find = async (): Promise<readonly KnownEntry[]> =>
    [await context.stores.goals.entry(id)].filter((each) => each !== null);
  return (await lockEntries(find, context))[0] ?? null;
}

/** An entry that still counts and that this person may change: their goal's, or one they logged for somebody. */
async function changeable(found: KnownEntry | null, context: GoalContext): Promise<KnownEntry> {
  if (!found) throw new Refusal(context.t.entryGone());
  await refuseUnlessMine([found], context);
  if (!isUnderWay(found)) throw new Refusal(context.t.goalClosed(found.goalNumber));
  return found;
}

async function refuseUnlessMine(
  entries: readonly KnownEntry[],
  context: GoalContext,
): Promise<void> {
  for (const each of entries) {
    const owner = await ownerOf(each, context);
    if (!mayLogFor(context.person, owner)) throw new Refusal(context.t.entryGone());
  }
}

/** An amount; in per cent also what was counted, 3/10. */
function readFigure(
  fields: Fields,
  goal: GoalProgress,
  context: GoalContext,
): Pick<LoggedAmount, "amount" | "of"> | null {
  const ratio =
    goal.unit.kind === "percent" ? readOnlyRatio(normalise(fields.text("amount", 40))) : null;
  if (ratio?.den.lte("0")) fields.refuse("amount", context.t.ratioOfNothing());
  if (ratio) return { amount: { value: ratio.num }, of: ratio.den };
  const amount = amountFor("amount", goal.unit, fields, context.t);
  return amount && { amount };
}

async function sidesOf(
  { metricId }: GoalProgress,
  context: GoalContext,
): Promise<RatioSides | null> {
  const metrics = metricId === null ? [] : await context.stores.setup.metrics();
  const ratio = metrics.find((each) => each.id === metricId)?.ratio;
  const { locale } = context.person;
  return ratio
    ? {
        num: partName(ratio.num, metrics, locale) ?? "",
        den: partName(ratio.den, metrics, locale) ?? "",
      }
    : null;
}

export async function askForProgress(
  { goal }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const found = await ownGoal(goal, context);
  const on = earlier(context.today, found.goal.period.end);
  await refuseUnlessLoggable(found.goal, on, found.owner, context);
  return ask(progressForm(found.goal, await sidesOf(found.goal, context), on, context.t));
}

export async function saveProgressForm(
  { payload, values }: { payload: { goal: GoalId }; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await ownGoal(payload.goal, context);
  const fields = readFields(values, context);
  const figure = readFigure(fields, goal, context);
  const on = fields.date("on", "past");
  const note = fields.text("note", 500);
  if (fields.wrong || !figure || !on) return correct(fields.errors);
  return place(
    [{ goal, amount: { ...figure, metric: null, total: false }, owner, on, note }],
    context,
    { source: "form" },
  );
}
