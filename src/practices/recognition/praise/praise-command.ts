// Praise 表扬: from a line or a form to a shout-out.
import { ask, correct, show, type Answer } from "#src/bot/declare/answer";
import { say } from "#src/bot/declare/actions";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { onlyOne } from "#src/language/lists";
import { isLonger, normalise } from "#src/language/text";
import { askPraise } from "../actions.ts";
import { exactName } from "#src/people/naming";
import type { Person, PersonId } from "#src/people/person";
import { button, softText } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import type { Line } from "#src/view/line";
import { offeredValues, rulesNow, type RecognitionContext } from "../context.ts";
import { noValue, praiseForm, wheres } from "./praise-form.ts";
import { begin, type Draft } from "./post-praise.ts";
import type { Shout, ShoutId } from "../model.ts";
import { standingOf, whyNotPaid } from "../points/points.ts";
import { readWords, type PraiseLine } from "./parse-praise.ts";
import { isReason, longestReason } from "../rules.ts";
import { praiseHelpCard } from "../praise-card.ts";

export async function praiseSaid(
  { line }: { line: PraiseLine },
  context: RecognitionContext,
): Promise<Answer> {
  const { t } = context;
  if (line.receivers.length === 0 && line.rest === "") return show(praiseHelpCard(t));
  if (line.receivers.length === 0)
    throw context.place === null
      ? new Refusal(context.house.usage(t.helpPraise().usage, t.helpPraise().example))
      : new Incomplete("receiver");
  if (line.receivers.some((each) => each.id === context.person.id))
    throw new Refusal(t.selfPraise());
  const perhaps = line.perhaps.filter((each) => each.id !== context.person.id);
  if (perhaps.length > 0) throw whomToPraise({ ...line, perhaps }, t);
  const { points } = await rulesNow(context);
  const read = readWords(line.rest, line.typed, { values: await offeredValues(context), points });
  if (points && read.unclear !== null) throw new Refusal(t.pointsUnclear(read.unclear));
  const only = onlyOne(line.receivers);
  if (!isReason(read.reason))
    throw new Refusal(
      t.reasonTooShort(),
      only && read.reason === ""
        ? [button(t.writePraise(), askPraise({ to: only.id, win: null }))]
        : [],
    );
  if (isLonger(read.reason, longestReason)) throw new Refusal(t.reasonTooLong(longestReason));
  const answer = await begin(
    {
      kind: "praise",
      reason: read.reason,
      valueId: read.value?.id ?? null,
      points: read.points,
      isPrivate: false,
      facts: null,
    },
    line.receivers,
    context,
  );
  return read.unclear === null ? answer : noted(answer, t.pointsStayWords(read.unclear));
}

/** Whether somebody spoken of in the words is praised as well. Names stay in the words either way. */
function whomToPraise(
  { receivers, perhaps, rest }: PraiseLine,
  t: RecognitionContext["t"],
): Refusal {
  const all = [...receivers, ...perhaps];
  const again = (people: readonly Person[]) =>
    say({ text: `praise ${people.map((each) => `@${exactName(each)}`).join(" ")}: ${rest}` });
  const named = (people: readonly Person[]) => people.map(({ id, name }) => ({ person: id, name }));
  return new Refusal(t.whomToPraise(named(perhaps)), [
    button(t.praiseThem(named(all)), again(all), "primary"),
    button(t.praiseOnly(named(receivers)), again(receivers)),
  ]);
}

/** A soft line more on the card that answers. */
function noted(answer: Answer, says: Line): Answer {
  const { reply } = answer;
  if (reply.reply !== "show") return answer;
  return {
    ...answer,
    reply: {
      ...reply,
      cards: reply.cards.map((each, i) =>
        i === 0 ? { ...each, body: [...each.body, softText(says)] } : each,
      ),
    },
  };
}

export async function askForPraise(
  { to, win }: { to: PersonId | null; win: ShoutId | null },
  context: RecognitionContext,
): Promise<Answer> {
  const from = win === null ? null : await context.stores.recognition.shout(win);
  // A win that was shared is public; one taken back leaves no words behind.
  const reason = from?.kind === "win" && from.state === "given" ? reasonOf(from, context.t) : "";
  return askWith(to, reason, context);
}

export const askForPraiseOf = (
  { to, words }: { readonly to: PersonId; readonly words: string },
  context: RecognitionContext,
): Promise<Answer> => askWith(to, words, context);

async function askWith(
  to: PersonId | null,
  reason: string,
  context: RecognitionContext,
): Promise<Answer> {
  const { stores, person, t } = context;
  const others = (await stores.people.directory()).filter((each) => each.id !== person.id);
  return ask(
    praiseForm(
      {
        others,
        to,
        reason,
        values: await offeredValues(context),
        left: (await standingOf(context))?.left ?? null,
      },
      t,
    ),
  );
}

const reasonOf = (win: Shout, t: RecognitionContext["t"]): string =>
  win.facts === null ? win.reason : t.draftReason(win.byName, win.facts);

export async function praiseSubmitted(
  { values }: { values: FormValues },
  context: RecognitionContext,
): Promise<Answer> {
  const { t, person, stores } = context;
  const fields = readFields(values, context);
  const offered = await offeredValues(context);
  const others = (await stores.people.directory()).filter((each) => each.id !== person.id);
  const who = fields.many(
    "who",
    others.map((each) => each.id),
  );
  const reason = fields.neededText("what", longestReason);
  const value = fields.chosen("value", [noValue, ...offered.map((each) => each.id)]);
  const where = fields.chosen("where", wheres);
  const points = (await rulesNow(context)).points ? readPoints(fields.text("points", 10)) : 0;
  if (who.length === 0) fields.refuse("who", context.house.fieldNeeded());
  if (reason !== "" && !isReason(normalise(reason))) fields.refuse("what", t.reasonTooShort());
  if (points === null) fields.refuse("points", t.formPointsWrong());
  if (fields.wrong) return correct(fields.errors);
  const receivers = who.flatMap((id) => others.filter((each) => each.id === id));
  const draft: Draft = {
    kind: "praise",
    reason,
    valueId: offered.find((each) => each.id === value)?.id ?? null,
    points: points ?? 0,
    isPrivate: where === "private",
    facts: null,
  };
  const problem = await whyNotPaid(
    {
      id: context.newId() as ShoutId,
      byId: person.id,
      points: draft.points,
      receivers: receivers.map((each) => ({ person: each.id })),
    },
    context,
  );
  return problem === null ? begin(draft, receivers, context) : correct({ points: problem });
}

/** Null for what is no whole number; empty gives none. */
function readPoints(text: string): number | null {
  const plain = normalise(text)
    .replace(/\s?(?:points?|pts?|积?分)$/i, "")
    .replace(/^\+/, "");
  if (plain === "") return 0;
  return /^\d{1,6}$/.test(plain) ? Number(plain) : null;
}
