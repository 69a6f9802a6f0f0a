// A line without a verb that holds an exact amount: asked about once, and stored only by the press.
import { replace, show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { isFor } from "#src/people/person";
import { findCounts } from "#src/language/amount/english-counts";
import { card, type Card } from "#src/view/card";
import type { GoalContext } from "../context.ts";
import type { GoalProgress } from "../model.ts";
import { offerCard } from "./ask-card.ts";
import { askIfGoal } from "../naming/like-a-goal.ts";
import { leftOutIn, logSaid, quietly, readerOf, wantedIn, wayLabel } from "./log-command.ts";
import { fitting } from "./parse/fitting-goals.ts";
import { readList } from "./parse/parse-list.ts";
import { readMessage } from "./reading/read-message.ts";
import {
  waysOf,
  type LineReader,
  type LineReading,
  type ReadEntry,
  type Way,
} from "./reading/reading.ts";
import type { SaidLine } from "./parse/said-line.ts";

const holdsFigure = (line: string): boolean =>
  /\d|[一二两三四五六七八九十百千][万亿单个通家次百千]|[壹贰叁肆伍陆柒捌玖][拾佰仟万]/u.test(
    line,
  ) || findCounts(line).length > 0;
/** 把5万改成6万, logged 5k twice: about an entry that is there, and no new one. */
const mends =
  /改[成为到]|更正|[多错]报了|报[多错重]了?|重复[报记]|记[多错]了?|(?<![a-z])(?:(?:should|must|was supposed to) (?:be|have been)|(?:change|correct|fix) .* to|twice by mistake|logged .* twice|by mistake|typo)(?![a-z])/iu;
const asksSomething = /[?？]\s*$|吗[。\s]*$/u;

/** What the line would come to, where every amount of it is exact and has a metric or the one goal in money; null for anything else. */
export async function offerLog(line: string, context: GoalContext): Promise<Answer | null> {
  if (!holdsFigure(line) || asksSomething.test(line)) return null;
  if (mends.test(line)) return show(card({ title: context.t.offerMend(), tone: "info" }));
  const said = await saidAlone(line, context);
  const reader = await readerOf(said, new Map(), context);
  if (isFor("logger", context.person) && line.includes("\n") && readList(line, reader))
    return logSaid({ said }, context);
  const reading = readMessage(line, reader);
  if (reading.is === "day") return offerWithoutDay(reading, line, reader, context);
  if (reading.is === "asked")
    return (await Promise.all(reading.ways.map((way) => isMeant(way, context)))).some(Boolean)
      ? (askIfGoal(line, false, context) ?? logSaid({ said }, context))
      : null;
  if (reading.is !== "clear") return null;
  if (await isOffered(reading.way, context))
    return askIfGoal(line, false, context) ?? show(await offer(line, reading.way, said, context));
  return (await isOfferedInPart(reading.way, context)) || saysDone(line, reading.way)
    ? logSaid({ said }, context)
    : null;
}

const didZh =
  /^我?(?:今[天早晚日]|昨天|刚刚?|上午|下午|又|一共|共)*(?:跑|做|谈|见|签|约|打|发|联系|接待|完成)[了过完]/u;
const didEn =
  /^(?:(?:i|we) )?(?:(?:have|'ve|just|today|yesterday|already) )*(?:did|done|made|met|saw|held|closed|signed|won|sent|booked|finished) /iu;

/** 跑了3家客户, met 3 customers: counted, and of no metric anybody named, so that which goal is asked. */
function saysDone(line: string, { entries }: Way): boolean {
  const [only, ...others] = entries;
  return (
    only !== undefined &&
    others.length === 0 &&
    line.length <= 40 &&
    only.amount.currency === undefined &&
    !only.amount.percent &&
    only.amount.value.lt("1000") &&
    (didZh.test(line) || didEn.test(line))
  );
}

const isMeant = async (way: Way, context: GoalContext): Promise<boolean> =>
  (await isOffered(way, context)) || isOfferedInPart(way, context);

/** 12 calls, 1 demo, with no goal for demos: meant as results, and asked about as with the verb. */
async function isOfferedInPart({ entries }: Way, context: GoalContext): Promise<boolean> {
  if (entries.length < 2) return false;
  const fits = await Promise.all(entries.map((each) => fittingFor(each, context)));
  const goals = await Promise.all(entries.map((each) => goalOf(each, context)));
  return goals.some((each) => each !== null) && fits.some((each) => each.length !== 1);
}

/** 11.9 回款6万: meant as a result, of a day that nobody could tell. */
async function offerWithoutDay(
  { text, unclear }: Extract<LineReading, { is: "day" }>,
  line: string,
  reader: LineReader,
  context: GoalContext,
): Promise<null> {
  const rest = readMessage(line.replace(text, " ").trim(), reader);
  const ways = waysOf(rest);
  if (!(await Promise.all(ways.map((way) => isOffered(way, context)))).some(Boolean)) return null;
  throw new Refusal(unclear ? context.t.whichDay(text) : context.house.noSuchDate(text));
}

export async function saidAlone(line: string, context: GoalContext): Promise<SaidLine> {
  const directory = isFor("logger", context.person) ? await context.stores.people.directory() : [];
  const whole = `${verbOf(context)} ${line}`;
  const { today, house: t } = context;
  return { line, typed: line, reading: { rest: line, whole, typed: line, today, directory, t } };
}

const verbOf = ({ person }: GoalContext): string => (person.locale === "zh" ? "报" : "log");

async function isOffered({ entries }: Way, context: GoalContext): Promise<boolean> {
  const goals = await Promise.all(entries.map((each) => goalOf(each, context)));
  return entries.length > 0 && goals.every((goal) => goal !== null);
}

async function fittingFor(
  entry: ReadEntry,
  context: GoalContext,
): Promise<readonly GoalProgress[]> {
  const open = await context.stores.goals.openOf((entry.who ?? context.person).id);
  return fitting(entry, open, entry.on ?? context.today);
}

/** The goal it would go to, or null where the amount says too little to be taken for a result. */
async function goalOf(entry: ReadEntry, context: GoalContext): Promise<GoalProgress | null> {
  const [goal, ...others] = await fittingFor(entry, context);
  if (!goal || (entry.metric === null && others.length > 0)) return null;
  return entry.metric !== null || goal.unit.kind === "money" ? goal : null;
}

async function offer(line: string, way: Way, said: SaidLine, context: GoalContext): Promise<Card> {
  const { t } = context;
  const inLine = { named: new Map(), said, total: false, words: (read: string) => read };
  const wanted = wantedIn(way, inLine, context);
  const [only, ...others] = way.entries;
  return offerCard(
    {
      what: await wayLabel(quietly, wanted, context),
      goal: only && others.length === 0 ? await goalOf(only, context) : null,
      notes: wanted.map(({ note }) => note).filter((note) => note !== ""),
      leftOut: leftOutIn(way.leftOut, inLine, context),
      line: `${verbOf(context)} ${line}`,
    },
    t,
  );
}

export const leaveIt = (_payload: unknown, { t }: GoalContext): Answer =>
  replace(card({ title: t.offerLeft() }));
