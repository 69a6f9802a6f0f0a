// What stands of one-on-ones elsewhere: one's own home, the page and the digest of whoever leads, and "talk about it" on what others show.
import { practiceOf } from "#src/bot/declare/practice";
import { stuckWith } from "#src/practices/checkins/api";
import { readingFeedback } from "#src/practices/feedback/api";
import { about, digesting, lookingAt } from "#src/practices/goals/api";
import type { PersonId } from "#src/people/person";
import { shorten } from "#src/language/text";
import {
  button,
  card,
  heading,
  rows,
  softText,
  text,
  type Button,
  type Card,
} from "#src/view/card";
import { askAbout, askPair, listTalks, openTalk, showSteps } from "./actions.ts";
import {
  leaderOf,
  looksOf,
  otherOf,
  slotsOf,
  type OneOnOneContext,
  type OneOnOneStores,
} from "./context.ts";
import type { OneOnOneMessages } from "./messages/en/index.ts";
import { longest, type TopicSource } from "./model.ts";
import { nextTalk } from "./rules/cadence.ts";
import { stepRows } from "./steps/step-card.ts";

const { contributes } = practiceOf<OneOnOneMessages, OneOnOneStores>();

const weeksCounted = 4;
const mostShown = 3;

/** The next talks and what one promised; nothing where there is neither. */
export async function homeSection(context: OneOnOneContext): Promise<readonly Card[]> {
  const { person, stores, now, t } = context;
  const pairs = await stores.talks.pairsOf(person.id);
  const steps = await stores.talks.stepsOf(person.id);
  if (pairs.length === 0 && steps.length === 0) return [];
  const talks = [];
  for (const pair of pairs) {
    const next = nextTalk((await slotsOf(pair, context)).slots, now);
    if (next) talks.push({ pair, at: next.at });
  }
  talks.sort((a, b) => a.at.getTime() - b.at.getTime());
  return [
    card({
      title: t.homeTitle(),
      body: [
        ...(talks.length === 0
          ? []
          : [
              rows(
                talks.slice(0, mostShown).map(({ pair, at }) => ({
                  line: t.listRow(otherOf(pair, person.id).name),
                  soft: t.nextAt(at),
                  buttons: [button(t.open(), openTalk({ pair: pair.id }))],
                })),
              ),
            ]),
        ...(steps.length === 0
          ? []
          : [rows(stepRows(steps.slice(0, mostShown), looksOf(context), "list", t))]),
      ],
      buttons: [
        button(t.listTitle(), listTalks({}), "quiet"),
        button(t.actionsTitle(), showSteps({}), "quiet"),
      ],
    }),
  ];
}

/** How many of the last four weeks' talks of those they lead took place; how often, and never about what. */
export const inDigest = contributes(digesting, async (_what, context) => {
  const { person, stores, now, t } = context;
  const from = now.getTime() - weeksCounted * 7 * 86_400_000;
  let [held, due] = [0, 0];
  for (const pair of await stores.talks.pairsOf(person.id)) {
    if (pair.leader !== person.id) continue;
    const past = (await slotsOf(pair, context)).slots.filter(
      (each) => each.at.getTime() > from && each.at <= now && each.state !== "excused",
    );
    due += past.length;
    held += past.filter((each) => each.state === "held").length;
  }
  if (due === 0) return [];
  return [{ rank: 4, line: t.digest(held, due), button: button(t.listTitle(), listTalks({})) }];
});

/** On the page of somebody that whoever leads them reads. */
export const onPerson = contributes(about, async ({ person: whose }, context) => {
  const { person, stores, now, t } = context;
  if (leaderOf(person, whose)?.id !== person.id) return [];
  const pair = (await stores.talks.pairsOf(person.id)).find((each) => each.person === whose.id);
  if (!pair)
    return [
      {
        rank: 3,
        elements: [heading(t.aboutTitle()), softText(t.notSetUp())],
        buttons: [button(t.setUp(), askPair({ with: whose.id, topic: "" }), "quiet")],
      },
    ];
  const next = nextTalk((await slotsOf(pair, context)).slots, now);
  const steps = await stores.talks.stepsBetween(pair.leader, pair.person);
  return [
    {
      rank: 3,
      elements: [
        heading(t.aboutTitle()),
        text(next ? t.nextAt(next.at) : t.noDayAhead()),
        ...(steps.length > 0 ? [softText(t.steps(steps.length))] : []),
      ],
      buttons: [button(t.open(), openTalk({ pair: pair.id }), "quiet")],
    },
  ];
});

/** With whom somebody may talk about it: their manager about what is theirs. Nothing where nobody leads them. */
async function talkAbout(
  about: { readonly source: TopicSource; readonly words: string; readonly whose?: PersonId },
  context: OneOnOneContext,
): Promise<readonly Button[]> {
  const { person, t } = context;
  const whose = about.whose ?? person.id;
  const other = whose === person.id ? (await context.managerOf(person))?.id : whose;
  if (!other || (whose === person.id && other !== person.managerId)) return [];
  const words = shorten(about.words, longest.topic);
  return [button(t.talkAboutIt(), askAbout({ with: other, source: about.source, words }), "quiet")];
}

/** Its owner and whoever leads them; everybody else may only look. */
export const onGoal = contributes(lookingAt, async ({ goal, owner }, context) =>
  owner.id === context.person.id || leaderOf(context.person, owner)?.id === context.person.id
    ? talkAbout({ source: "goal", words: context.t.aboutGoal(goal), whose: owner.id }, context)
    : [],
);

export const onBlocker = contributes(stuckWith, async ({ blocker }, context) =>
  talkAbout({ source: "blocker", words: blocker.text }, context),
);

/** Only from whom it came: the words of it stay where they are, unless its reader types them. */
export const onFeedback = contributes(readingFeedback, async ({ feedback }, context) =>
  talkAbout({ source: "feedback", words: context.t.aboutFeedback(feedback.fromName) }, context),
);
