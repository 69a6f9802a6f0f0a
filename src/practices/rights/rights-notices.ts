// Who sees what of somebody has changed: they are told once, what changes again within an hour in that same message. Before their team is
// switched on nobody is; then the greeting says how it is.
import type { Notice } from "#src/bot/declare/answer";
import type { Upkeep } from "#src/bot/declare/practice";
import type { RightsContext, RightsStores } from "./context.ts";
import { namesOf } from "./context.ts";
import type { RightsMessages } from "./messages/en/index.ts";
import { isNews, messageOf, newsBetween, type News } from "./rules.ts";
import { asBeforeCard, newsCard, type NamedNews } from "./rights-card.ts";

export const news: Upkeep<RightsMessages, RightsStores> = {
  after: "rights",
  whom: ({ sight }) => sight.untold(),
  tend: tellNews,
};

async function tellNews(context: RightsContext): Promise<readonly Notice[]> {
  const { stores, person, now } = context;
  const { now: sight, known } = await stores.sight.of(person.id);
  // Greeted before anybody kept what they know: that is how it is now.
  if (!known)
    return stores.sight.keep(person.id, { told: sight, before: null, since: null }).then(() => []);
  const { before, since, isNew } = messageOf(known, now);
  const shown = await named(newsBetween(before, sight), context);
  const standing = `rights.news:${since.toISOString()}`;
  const tell = (say: (t: RightsMessages) => ReturnType<typeof newsCard>): Notice =>
    context.notify(person, `rights-${now.toISOString()}`, say, standing);
  if (shown) {
    await stores.sight.keep(person.id, { told: sight, before, since });
    return [tell((t) => newsCard(shown, t))];
  }
  await stores.sight.keep(person.id, { told: sight, before: null, since: null });
  // What nobody heard of need not be taken back.
  return !isNew && (await stores.nudges.takeBack(person.id, standing)) ? [tell(asBeforeCard)] : [];
}

/** Null where there is nothing to say: whoever left is told of by others. */
async function named(change: News, context: RightsContext): Promise<NamedNews | null> {
  const { manager, team, assists, assistants, leads } = change;
  const names = await namesOf(
    [
      manager?.now,
      manager?.before,
      ...assistants.added,
      ...assistants.gone,
      ...leads.added,
      ...leads.gone,
    ],
    context,
  );
  const said = {
    ...change,
    leads: { added: leads.added, gone: names.here(leads.gone) } as News["leads"],
  };
  if (!isNews(said)) return null;
  const all = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => names.person(id) ?? []);
  return {
    manager: manager && { now: names.person(manager.now), before: names.person(manager.before) },
    team: team && { now: names.team(team.now), before: names.team(team.before) },
    assists: assists && { now: names.team(assists.now), before: names.team(assists.before) },
    assistants: { added: all(assistants.added), gone: all(assistants.gone) },
    leads: { added: all(said.leads.added), gone: all(said.leads.gone) },
  };
}
