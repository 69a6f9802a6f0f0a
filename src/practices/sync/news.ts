// What is told of a pull: an owner whose figure was changed over there, once, and whoever leads somebody who won a deal, with words of praise to send.
import { say } from "#src/bot/declare/actions";
import type { Notice } from "#src/bot/declare/answer";
import { decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import { askPraiseFor } from "#src/practices/recognition/api";
import type { Metric } from "#src/practices/setup/api";
import type { PersonId } from "#src/people/person";
import { button, card, rows, softText, type Card } from "#src/view/card";
import type { SyncContext } from "./context.ts";
import type { SyncMessages } from "./messages/en.ts";
import type { News } from "./model.ts";

const mostShown = 8;

export interface NewsShown {
  readonly news: readonly News[];
  readonly metrics: readonly Pick<Metric, "id" | "unit">[];
}

const unitOf = ({ currency, metric }: News, metrics: NewsShown["metrics"]): Unit =>
  currency === null
    ? (metrics.find(({ id }) => id === metric)?.unit ?? { kind: "count" })
    : { kind: "money", currency };

export function changedCard({ news, metrics }: NewsShown, t: SyncMessages): Card {
  return card({
    title: t.changedTitle(news.length),
    tone: "info",
    body: [
      rows(
        news.slice(0, mostShown).map((each) => ({
          line: t.changedRow(
            each.number,
            decimal(each.before ?? "0"),
            decimal(each.value),
            unitOf(each, metrics),
            each.source,
          ),
        })),
      ),
      news.length > mostShown ? softText(t.moreRows(news.length - mostShown)) : undefined,
      softText(t.changedWhy()),
    ],
    buttons: [button(t.seeNumbers(), say({ text: t.numbersTyped() }))],
  });
}

export interface WonShown extends NewsShown {
  readonly name: string;
  readonly person: PersonId;
}

export function wonCard({ news, metrics, name, person }: WonShown, t: SyncMessages): Card {
  const [first] = news;
  return card({
    title: t.wonTitle(name, news.length),
    tone: "good",
    body: [
      rows(
        news.slice(0, mostShown).map((each) => ({
          line: t.wonRow(decimal(each.value), unitOf(each, metrics), each.on),
        })),
      ),
      news.length > mostShown ? softText(t.moreRows(news.length - mostShown)) : undefined,
      softText(t.praiseIsYours()),
    ],
    buttons:
      first === undefined
        ? []
        : [
            button(
              t.praiseButton(name),
              askPraiseFor({ to: person, words: t.praiseWords(news.length, first.on) }),
              "primary",
            ),
          ],
  });
}

export async function tellNews(context: SyncContext): Promise<readonly Notice[]> {
  const { stores, person, now } = context;
  const news = await stores.sync.newsOf(person.id);
  if (news.length === 0) return [];
  await stores.sync.told(
    news.map(({ id }) => id),
    now,
  );
  const metrics = await stores.setup.metrics();
  const of = (kind: News["kind"]) => news.filter((each) => each.kind === kind);
  const [changed, won] = [of("changed"), of("won")];
  const manager = won.length > 0 ? await context.managerOf(person) : null;
  const told: Notice[] = [];
  if (changed.length > 0)
    told.push(
      context.notify(person, `changed-${changed[0]?.id ?? ""}`, (t) =>
        changedCard({ news: changed, metrics }, t),
      ),
    );
  if (manager !== null)
    told.push(
      context.notify(manager, `won-${won[0]?.id ?? ""}`, (t) =>
        wonCard({ news: won, metrics, name: person.name, person: person.id }, t),
      ),
    );
  return told;
}
