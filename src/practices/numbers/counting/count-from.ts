// A goal's pace is made of one figure: what its owner reports, or what a source says. Changing that is said to both of the two whose goal it is.
import {
  committed,
  replace,
  replan,
  show,
  toast,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { foldCase } from "#src/language/text";
import { manages, type Person } from "#src/people/person";
import {
  filesSource,
  paced,
  reportedOf,
  standsReached,
  type GoalProgress,
} from "#src/practices/goals/api";
import { comparedOf } from "../compare.ts";
import type { NumberContext } from "../context.ts";
import type { FactSum, GoalId } from "../model.ts";
import { numbersCard } from "../numbers-card.ts";
import { askedCard, askToCountCard, countedCard, type Counted } from "./counting-card.ts";
import { askedBefore, isCountable } from "./ways.ts";

type Wanted = { readonly goal: GoalId; readonly source: string | null };

const askedName = (goal: GoalId): string => `numbers.counting:${goal}`;

/** `source G7 files`; without a source, what it counts and what it could. */
export async function sourceSaid(
  { goal: number, said }: { readonly goal: number; readonly said: string },
  context: NumberContext,
): Promise<Answer> {
  const found = await visible(await context.stores.goals.numbered(number), context);
  if (!found) throw new Refusal(context.t.noSuchGoal(number));
  const { goal, owner } = found;
  const sums = await context.stores.numbers.sums([goal.id]);
  if (said === "")
    return show(
      numbersCard(
        {
          name: owner.id === context.person.id ? null : owner.name,
          goals: await comparedOf([goal], owner, context),
          isAdmin: false,
        },
        context.t,
      ),
    );
  const source = readSource(said, sums);
  if (source === undefined) throw new Refusal(context.t.whichSource(number));
  return countIt({ goal: goal.id, source }, show, context);
}

const reportedWords = /^(?:reported|own|typed|chat|自报|自己报的?|手报|手工|报数)$/iu;
const importedWords = /^(?:files?|imports?|imported|文件|导入|导入的?|表格)$/iu;

/** Undefined where it names none. */
function readSource(said: string, sums: readonly FactSum[]): string | null | undefined {
  if (reportedWords.test(said)) return null;
  const named = sums.find(({ source }) => foldCase(source) === foldCase(said));
  if (named) return named.source;
  return importedWords.test(said)
    ? (sums.find(({ source }) => source === filesSource)?.source ?? sums[0]?.source ?? filesSource)
    : undefined;
}

export const countFrom = (wanted: Wanted, context: NumberContext): Promise<Answer> =>
  countIt(wanted, replace, context);

async function countIt(
  { goal: id, source }: Wanted,
  answer: typeof show,
  context: NumberContext,
): Promise<Answer> {
  const { t } = context;
  const found = await locked(id, context);
  if (!found) throw new Refusal(context.house.oldCard());
  const { goal, owner } = found;
  if (!isCountable(goal)) throw new Refusal(t.notCountable(goal.number));
  if ((goal.countedSource ?? null) === source) throw new Refusal(t.countsAlready(source));
  const sum = await sumFrom(goal, source, context);
  const asked = await askedBefore(owner, context);
  if (asked) return askFor(goal, source, sum, asked, context);
  const { after, told } = await count(goal, owner, source, sum, context);
  return replan(committed(answer(countedCard(after, true, t)), ...told), owner.id);
}

/** What it would count; refused where that source says nothing of it. */
async function sumFrom(
  goal: GoalProgress,
  source: string | null,
  context: NumberContext,
): Promise<FactSum | null> {
  if (source === null) return null;
  const sums = await context.stores.numbers.sums([goal.id]);
  const sum = sums.find((each) => each.source === source);
  if (!sum) throw new Refusal(context.t.nothingFrom(source, goal.number));
  return sum;
}

async function count(
  goal: GoalProgress,
  owner: Person,
  source: string | null,
  sum: FactSum | null,
  context: NumberContext,
): Promise<{ readonly after: Counted; readonly told: readonly Notice[] }> {
  const { goals, nudges, people, numbers } = context.stores;
  const before = (await paced(goal, owner, context)).goal;
  await goals.countBy(
    { id: context.newId(), goalId: goal.id, source, byId: context.person.id, at: context.now },
    standsReached(before, null),
  );
  const others = await othersLike(goal, source, context);
  const imported =
    sum ?? (await numbers.sums([goal.id])).find((each) => each.source === goal.countedSource);
  const after: Counted = {
    goal,
    source,
    reported: reportedOf(goal),
    imported: imported?.value ?? null,
    owner: owner.id === context.person.id ? null : owner.name,
    others: others.length,
  };
  const manager = await context.managerOf(owner);
  const other = owner.id === context.person.id ? manager : owner;
  if (manager) await nudges.takeBack(manager.id, askedName(goal.id));
  const reader = other && other.id !== context.person.id ? await people.person(other.id) : null;
  return {
    after,
    told: reader
      ? [
          context.notify(reader, `counted-${goal.id}-${context.now.getTime()}`, (t) =>
            countedCard(
              { ...after, owner: reader.id === owner.id ? null : owner.name, others: 0 },
              false,
              t,
              context.person.name,
            ),
          ),
        ]
      : [],
  };
}

/** The goals of this metric of everybody whom whoever acts leads that count something else and could count this. */
async function othersLike(
  { id, metricId }: Pick<GoalProgress, "id" | "metricId">,
  source: string | null,
  context: NumberContext,
): Promise<readonly GoalProgress[]> {
  const { goals, numbers } = context.stores;
  const like = (await goals.openUnder(context.person.id)).filter(
    (each) =>
      each.id !== id &&
      each.metricId === metricId &&
      isCountable(each) &&
      (each.countedSource ?? null) !== source,
  );
  if (source === null) return like;
  const sums = await numbers.sums(like.map((each) => each.id));
  return like.filter((each) => sums.some((sum) => sum.goal === each.id && sum.source === source));
}

/** The same for everybody's goal of that metric, one message to each. */
export async function countAllFrom(
  { goal: id, source }: Wanted,
  context: NumberContext,
): Promise<Answer> {
  const { goals, people, numbers } = context.stores;
  const like = await goals.byId(id);
  if (!like) throw new Refusal(context.house.oldCard());
  const others = await othersLike(like, source, context);
  if (others.length === 0) throw new Refusal(context.t.noOthers());
  const held = await goals.lock(others.map((each) => each.id));
  const sums = await numbers.sums(held.map((each) => each.id));
  const told: Notice[] = [];
  const names: string[] = [];
  for (const goal of held) {
    const owner = await people.person(goal.ownerId);
    if (!owner || !(manages(context.person, owner) || owner.id === context.person.id)) continue;
    const sum = sums.find((each) => each.goal === goal.id && each.source === source) ?? null;
    told.push(...(await count(goal, owner, source, sum, context)).told);
    if (!names.includes(owner.name)) names.push(owner.name);
  }
  return replan(
    committed(replace(askedCard(context.t.countedForAll(source, names), context.t)), ...told),
    ...held.map((each) => each.ownerId),
  );
}

async function askFor(
  goal: GoalProgress,
  source: string | null,
  sum: FactSum | null,
  decider: Person,
  context: NumberContext,
): Promise<Answer> {
  const says = {
    goal,
    source,
    reported: reportedOf(goal),
    imported: sum?.value ?? null,
    owner: context.person.name,
  };
  return committed(toast(context.t.countingAsked(decider.name)), {
    ...context.notify(
      decider,
      `count-${goal.id}`,
      (t) => askToCountCard(says, t),
      askedName(goal.id),
    ),
    asks: true,
  });
}

export async function declineCounting(
  { goal: id, source }: Wanted,
  context: NumberContext,
): Promise<Answer> {
  const found = await locked(id, context);
  if (!found || !manages(context.person, found.owner)) throw new Refusal(context.house.oldCard());
  const { goal, owner } = found;
  return committed(
    replace(askedCard(context.t.countingDeclined(owner.name), context.t)),
    context.notify(owner, `not-counted-${goal.id}-${context.now.getTime()}`, (t) =>
      askedCard(t.notCountedNow(context.person.name, goal.number, source), t),
    ),
  );
}

interface Found {
  readonly goal: GoalProgress;
  readonly owner: Person;
}

const locked = async (id: GoalId, context: NumberContext): Promise<Found | null> =>
  visible((await context.stores.goals.lock([id]))[0] ?? null, context);

async function visible(goal: GoalProgress | null, context: NumberContext): Promise<Found | null> {
  const owner = goal && (await context.stores.people.person(goal.ownerId));
  return owner && (owner.id === context.person.id || manages(context.person, owner))
    ? { goal, owner }
    : null;
}
