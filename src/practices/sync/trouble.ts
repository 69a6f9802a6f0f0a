// A source that is in trouble is told to one admin, once, with what to do about it.
import type { Notice } from "#src/bot/declare/answer";
import { inBoth } from "#src/language/catalogue";
import { button, card, softText, text, type Card } from "#src/view/card";
import { openSource, showStatus } from "./actions.ts";
import { seenSources, type SyncContext, type SyncStores } from "./context.ts";
import type { SyncMessages } from "./messages/en.ts";
import type { Trouble } from "./model.ts";
import { mendOf } from "./rules/mend.ts";
import { isWorthTelling } from "./rules/when.ts";

export interface TroubleShown {
  readonly source: string;
  readonly trouble: Trouble;
  readonly okAt: Date | null;
  /** What to do about it over there, in the reader's language. */
  readonly mend: string | null;
}

export const troubleCard = ({ source, trouble, okAt, mend }: TroubleShown, t: SyncMessages): Card =>
  card({
    title: t.troubleTitle(source),
    tone: "warning",
    body: [
      text(t.trouble(trouble)),
      mend === null ? undefined : text(t.inItsWords(mend)),
      softText(okAt === null ? t.neverPulled() : t.numbersAsOf(okAt)),
    ],
    buttons: [
      button(t.openButton(), openSource({ source }), "primary"),
      button(t.statusButton(), showStatus({}), "quiet"),
    ],
  });

export async function whomToTell({ sync }: SyncStores, now: Date) {
  const troubled = await sync.troubled();
  return troubled.filter(({ state }) => isWorthTelling(state, now)).map(({ teller }) => teller);
}

export async function tellTrouble(context: SyncContext): Promise<readonly Notice[]> {
  const { stores, person, now } = context;
  const offers = await seenSources(context);
  const told: Notice[] = [];
  for (const { state, teller } of await stores.sync.troubled()) {
    const { trouble, troubleSince, source, okAt } = state;
    if (teller !== person.id || trouble === null || !isWorthTelling(state, now)) continue;
    await stores.sync.troubleTold(source);
    const about = offers.find((each) => each.source === source)?.offer.about;
    const mend = about ? mendOf(trouble, about) : null;
    const since = String(troubleSince?.getTime() ?? 0);
    const cards = inBoth((locale) =>
      troubleCard(
        { source, trouble, okAt, mend: mend?.[locale] ?? null },
        context.inLanguage(locale),
      ),
    );
    told.push({
      ...context.notify(person, `trouble-${source}-${trouble.kind}-${since}`, () => cards.en),
      cards: { en: [cards.en], zh: [cards.zh] },
    });
  }
  return told;
}
