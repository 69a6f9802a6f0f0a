// A manager or an assistant pastes a list of "name amount": shown first, stored on one press, taken back by one undo.
import { onlyOne } from "#src/language/lists";
import { replace, show, committed, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { addDays, daysBetween, type LocalDate } from "#src/calendar/local-date";
import { fitsStore, toText } from "#src/language/decimal";
import { shorten } from "#src/language/text";
import { mayLogFor, type Person } from "#src/people/person";
import { mostListed, type ListedEntry, type StoredList } from "../actions.ts";
import { visibleGoal, type GoalContext } from "../context.ts";
import type { ListLine, PastedList } from "./parse/parse-list.ts";
import { listCard, storedListCard, type Listed } from "./list-card.ts";
import { whyNotLoggable, writeEntries, type Planned } from "./record-entries.ts";
import type { GoalProgress, WhyNotListed } from "../model.ts";
import { fitsUnit, fitting, fittingWaiting } from "./parse/fitting-goals.ts";
import type { LoggedAmount } from "./reading/reading.ts";

/** What the entries of a list may take of a button's value, so that it fits everywhere: the strictest platform takes 2,000 characters. */
const longestPayload = 1700;
const longestNote = 60;

export async function logList({ lines, sums }: PastedList, context: GoalContext): Promise<Answer> {
  const openOf = remembered((owner: Person) => context.stores.goals.openOf(owner.id));
  const listed: Listed[] = [];
  for (const line of lines.slice(0, mostListed))
    listed.push(...(await placed(line, openOf, context)));
  const { fits, payload } = inOneButton(listed, context.today);
  return show(
    listCard(
      fits,
      payload,
      { rows: Math.max(0, lines.length - mostListed), sums },
      context.today,
      context.t,
    ),
  );
}

/** Each amount of a line with its goal, or the one reason why it cannot be taken. */
async function placed(
  line: ListLine,
  openOf: (owner: Person) => Promise<readonly GoalProgress[]>,
  context: GoalContext,
): Promise<Listed[]> {
  const owner = onlyOne(line.people);
  const no = (why: WhyNotListed): Listed => ({
    name: owner?.name ?? line.name,
    why,
  });
  if (owner === null) return [no(line.people.length === 0 ? "unknown" : "ambiguous")];
  if (!mayLogFor(context.person, owner)) return [no("not-yours")];
  if (line.read.is === "day") return [no(line.read.unclear ? "unclear" : "no-such-date")];
  if (line.read.is !== "clear") return [no("unclear")];
  const { entries, leftOut } = line.read.way;
  if (entries.length === 0 || entries.length > mostListed)
    return [no(leftOut.some(({ why }) => why !== "unread") ? "unclear" : "no-amount")];
  const open = await openOf(owner);
  const made: Listed[] = [];
  for (const { on: day, note, goal: number, ...amount } of entries) {
    const on = day ?? context.today;
    const goals =
      number === null
        ? fitting(amount, open, on)
        : open.filter((each) => each.number === number && fitsUnit(amount, each));
    const [goal, ...others] = goals;
    if (goal === undefined || others.length > 0) {
      made.push(no(goal === undefined ? whyNone(amount, open, on) : "several-goals"));
      continue;
    }
    const why = await whyNot(goal, amount, on, owner, context);
    made.push(
      why === null
        ? { name: owner.name, goal, amount, on, note: shorten(note.join(" "), longestNote) }
        : no(why),
    );
  }
  return [...made, ...leftOut.map(() => no("unclear"))];
}

const whyNone = (
  amount: LoggedAmount,
  open: readonly GoalProgress[],
  on: LocalDate,
): WhyNotListed => (fittingWaiting(amount, open, on).length > 0 ? "not-confirmed" : "no-goal");

async function whyNot(
  goal: GoalProgress,
  amount: LoggedAmount,
  on: LocalDate,
  owner: Person,
  context: GoalContext,
): Promise<WhyNotListed | null> {
  if (goal.state === "draft") return "not-confirmed";
  if (!fitsStore(amount.amount.value)) return "no-amount";
  if (amount.of && (amount.of.lte("0") || goal.unit.kind !== "percent")) return "no-amount";
  return whyNotLoggable(goal, on, owner, context);
}

/** What fits on one button, in order; the rest says that it has to be pasted again. */
function inOneButton(
  listed: readonly Listed[],
  today: LocalDate,
): { fits: readonly Listed[]; payload: readonly ListedEntry[] } {
  const payload: ListedEntry[] = [];
  const fits = listed.map((each): Listed => {
    if ("why" in each) return each;
    const entry = carriedEntry(each, today);
    if (
      payload.length === mostListed ||
      JSON.stringify([...payload, entry]).length > longestPayload
    )
      return { name: each.name, why: "no-room" };
    payload.push(entry);
    return each;
  });
  return { fits, payload };
}

function carriedEntry(
  { goal, amount, on, note }: Extract<Listed, { goal: GoalProgress }>,
  today: LocalDate,
): ListedEntry {
  const figure = amount.of
    ? `${toText(amount.amount.value)}/${toText(amount.of)}`
    : toText(amount.amount.value);
  return [goal.number, figure, amount.total ? 1 : 0, daysBetween(on, today), note];
}

/** Rights and goals are looked at again: between the list and the press, people move and goals close. All are stored, or none. */
export async function storeList({ on, list }: StoredList, context: GoalContext): Promise<Answer> {
  const goalOf = remembered(async (number: number) =>
    visibleGoal(await context.stores.goals.numbered(number), number, context),
  );
  const planned: Planned[] = [];
  for (const [number, [value, of], total, daysBefore, note] of list) {
    const { goal, owner } = await goalOf(number);
    if (!mayLogFor(context.person, owner)) throw new Refusal(context.t.notYourGoal(number));
    const waiting = {
      value,
      of: of ?? null,
      total: total === 1,
      as: "",
      on: addDays(on, -daysBefore),
      note,
    };
    planned.push({ goal, owner, waiting });
  }
  const written = await writeEntries(planned, context);
  return committed(replace(storedListCard(written, context.t)), ...written.told);
}

/** Asked once for each. */
function remembered<Key, Value>(ask: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const known = new Map<Key, Promise<Value>>();
  return (key) => {
    const answer = known.get(key) ?? ask(key);
    known.set(key, answer);
    return answer;
  };
}
