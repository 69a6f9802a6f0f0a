// `topic ...` 加议题: put on the list of the next one-on-one, from anywhere; and a button for it on goals, blockers and feedback.
import { ask, committed, correct, show, toast, type Answer } from "#src/bot/declare/answer";
import { notOnePerson, type Argument } from "#src/bot/declare/arguments";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { asTyped, isLonger } from "#src/language/text";
import { peopleNamedAt } from "#src/people/naming";
import { isManager, type Person } from "#src/people/person";
import { button, card, type Card } from "#src/view/card";
import { form, longTextField, type Form, type FormValues } from "#src/view/form";
import { said, type Line } from "#src/view/line";
import { askPair, askTopic, keepTopic, openTalk, saveAbout, saveTopic } from "../actions.ts";
import type { BoundAction } from "#src/view/action";
import { leaderOf, otherOf, pairOf, personOf, seesOf, type OneOnOneContext } from "../context.ts";
import type { OneOnOneMessages } from "../messages/en/index.ts";
import {
  longest,
  mostTopics,
  type Pair,
  type PairId,
  type TopicId,
  type TopicSource,
} from "../model.ts";
import { cardAgain } from "./show-talk.ts";

export interface SaidTopic {
  readonly who: Person | null;
  readonly words: string;
}

/** Only a name right behind the verb, marked with @, says whose list it is; every other name belongs to the words. */
export function topicWords(): Argument<SaidTopic> {
  return {
    namesPeople: true,
    mayHold: (rest) => /^\s*@/u.test(rest),
    read(reading) {
      const line = reading.rest.trim();
      reading.rest = "";
      const marked = /^@+/u.exec(line);
      if (!marked) return { who: null, words: asTyped(reading.typed, line) };
      const start = marked[0].length;
      const { people, end } = peopleNamedAt(line, start, reading.directory);
      const [who, ...others] = people;
      if (!who || others.length > 0) throw notOnePerson(reading, line.slice(start, end), people);
      const words = line.slice(end).replace(/^[\s,，:：]+/u, "");
      return { who, words: asTyped(reading.typed, words) };
    },
  };
}

export async function topicSaid(
  { topic: { who, words } }: { readonly topic: SaidTopic },
  context: OneOnOneContext,
): Promise<Answer> {
  const { person, t, stores } = context;
  if (words === "") throw new Refusal(t.topicWhat());
  if (isLonger(words, longest.topic)) throw new Refusal(t.topicTooLong(longest.topic));
  const pairs = await stores.talks.pairsOf(person.id);
  if (who === null) return withoutName(words, pairs, context);
  const pair = pairs.find((each) => otherOf(each, person.id).id === who.id);
  if (pair) return keep(pair, words, "self", context);
  if (who.id !== person.id && leaderOf(person, who)) throw noPair(who, words, t);
  throw new Refusal(who.id === person.id ? t.withYourself() : t.topicWhose(who.name));
}

/** With one's manager, or the only one there is; whoever leads several is asked. */
async function withoutName(
  words: string,
  pairs: readonly Pair[],
  context: OneOnOneContext,
): Promise<Answer> {
  const { person, t } = context;
  const own = pairs.find((each) => each.person === person.id);
  const [only, ...more] = pairs;
  const pair = isManager(person) && more.length > 0 ? undefined : (own ?? only);
  if (pair) return keep(pair, words, "self", context);
  if (pairs.length > 1)
    return show(
      card({
        title: t.topicWithWhom(),
        buttons: pairs.map((each) =>
          button(said(otherOf(each, person.id).name), keepTopic({ pair: each.id, words })),
        ),
      }),
    );
  const manager = await context.managerOf(person);
  if (manager && manager.id === person.managerId) throw noPair(manager, words, t);
  throw new Refusal(t.nobodyToTalkWith());
}

const noPair = (who: Pick<Person, "id" | "name">, words: string, t: OneOnOneMessages): Refusal =>
  new Refusal(t.topicNoPair(who.name), [
    button(t.setUp(), askPair({ with: who.id, topic: words }), "primary"),
  ]);

async function keep(
  pair: Pair,
  words: string,
  source: TopicSource,
  context: OneOnOneContext,
): Promise<Answer> {
  const { person, stores, t } = context;
  if ((await stores.talks.topics([pair.id])).length >= mostTopics)
    throw new Refusal(t.topicTooMany(mostTopics));
  await stores.talks.addTopic({
    id: context.newId() as TopicId,
    pair: pair.id,
    by: person.id,
    said: words,
    source,
    at: context.now,
  });
  return committed(show(keptCard(pair, otherOf(pair, person.id).name, words, t)));
}

export const keptCard = (pair: Pair, other: string, words: string, t: OneOnOneMessages): Card =>
  card({
    title: t.topicKept(other),
    tone: "good",
    body: [{ element: "quote", line: [said(words)] }],
    buttons: [
      button(t.open(), openTalk({ pair: pair.id })),
      button(t.addTopic(), askTopic({ pair: pair.id }), "quiet"),
    ],
    sees: seesOf(pair, t),
  });

export const topicForm = (
  {
    other,
    words,
    act,
    sees,
  }: {
    readonly other: string;
    readonly words: string;
    readonly act: BoundAction;
    readonly sees: Line;
  },
  t: OneOnOneMessages,
): Form =>
  form({
    title: t.topicForm(other),
    fields: [
      longTextField("topic", t.topicField(), {
        required: true,
        max: longest.topic,
        initial: words,
        hint: t.topicHint(),
      }),
    ],
    submit: t.save(),
    act,
    sees,
  });

export async function askForTopic(
  { pair: id }: { readonly pair: PairId },
  context: OneOnOneContext,
): Promise<Answer> {
  const pair = await pairOf(id, context);
  return ask(
    topicForm(
      {
        other: otherOf(pair, context.person.id).name,
        words: "",
        act: saveTopic({ pair: pair.id }),
        sees: seesOf(pair, context.t),
      },
      context.t,
    ),
  );
}

/** From a goal, a blocker or feedback: with whoever it may be talked over with. */
export async function askToTalkAbout(
  {
    with: other,
    source,
    words,
  }: {
    readonly with: Person["id"];
    readonly source: TopicSource;
    readonly words: string;
  },
  context: OneOnOneContext,
): Promise<Answer> {
  const { person, stores, t } = context;
  const pair = (await stores.talks.pairsOf(person.id)).find(
    (each) => otherOf(each, person.id).id === other,
  );
  if (!pair) {
    const who = await personOf(other, context);
    if (who.id === person.id || !leaderOf(person, who)) throw new Refusal(context.house.oldCard());
    throw noPair(who, words, t);
  }
  return ask(
    topicForm(
      {
        other: otherOf(pair, person.id).name,
        words,
        act: saveAbout({ pair: pair.id, source }),
        sees: seesOf(pair, t),
      },
      t,
    ),
  );
}

export async function submitTopic(
  {
    payload,
    values,
  }: {
    readonly payload: { readonly pair: PairId; readonly source?: TopicSource };
    readonly values: FormValues;
  },
  context: OneOnOneContext,
): Promise<Answer> {
  const pair = await pairOf(payload.pair, context);
  const fields = readFields(values, context);
  const words = fields.neededText("topic", longest.topic);
  if (fields.wrong) return correct(fields.errors);
  return keep(pair, words, payload.source ?? "self", context);
}

/** Whose list it goes to was chosen. */
export async function keepChosen(
  { pair, words }: { readonly pair: PairId; readonly words: string },
  context: OneOnOneContext,
): Promise<Answer> {
  return keep(await pairOf(pair, context), words, "self", context);
}

export async function topicOver(
  { pair: id, topic }: { readonly pair: PairId; readonly topic: TopicId },
  context: OneOnOneContext,
): Promise<Answer> {
  const pair = await pairOf(id, context);
  if (!(await context.stores.talks.closeTopic(topic, pair.id, context.now)))
    return toast(context.t.topicWasClosed());
  return committed(await cardAgain(pair, context));
}
