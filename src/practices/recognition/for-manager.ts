// What recognition adds to the page of somebody their manager reads: their last praise, and the button for the next.
import { practiceOf } from "#src/bot/declare/practice";
import { about } from "#src/practices/goals/api";
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
