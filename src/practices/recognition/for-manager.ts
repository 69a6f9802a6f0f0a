// What recognition adds to the page of somebody their manager reads: their last praise, and the button for the next.
import { practiceOf } from "#src/bot/declare/practice";
import { about, digesting } from "#src/practices/goals/api";
import { button, fact, facts } from "#src/view/card";
import { askPraise } from "./actions.ts";
import type { RecognitionStores } from "./context.ts";
import type { RecognitionMessages } from "./messages/en/index.ts";
import { namedIn } from "./rules.ts";

const { contributes } = practiceOf<RecognitionMessages, RecognitionStores>();

const dayMs = 24 * 3_600_000;
const lookedBackDays = 90;
/** More than is said of a team in that time. */
const mostRead = 500;

const weekMs = 7 * dayMs;

/** How many of the team were praised in the week before, in their manager's Monday. */
export const praisedLastWeek = contributes(digesting, async ({ people }, { stores, now, t }) => {
  const praised = await stores.recognition.praisedSince(
    people.map((each) => each.id),
    new Date(now.getTime() - weekMs),
  );
  return [
    {
      rank: 2,
      line: t.praisedLastWeek(praised.size, people.length),
      button: button(t.praiseSomebody(), askPraise({ to: null, win: null })),
    },
  ];
});

export const lastPraise = contributes(about, async ({ person }, { stores, now, t }) => {
  const seen = await stores.recognition.seen({
    since: new Date(now.getTime() - lookedBackDays * dayMs),
    most: mostRead,
  });
  const last = seen.find((shout) =>
    namedIn(shout).some((receiver) => receiver.person === person.id),
  );
  return [
    {
      rank: 2,
      elements: [facts(fact(t.lastPraise(), last ? t.lastPraiseIs(last) : t.noPraiseLately()))],
      buttons: [button(t.praiseNow(), askPraise({ to: person.id, win: null }))],
    },
  ];
});
