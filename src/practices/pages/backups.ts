// Backups that nobody has seen come back for too long: whoever sees to the bot is told, again after as long.
import type { Upkeep } from "#src/bot/declare/practice";
import { card, text, type Card } from "#src/view/card";
import type { PageStores } from "./context.ts";
import type { PageMessages } from "./messages/en.ts";

/** A backup a week is proved unless somebody chose otherwise; beyond this something is wrong. */
const patienceDays = 8;

export const unprovedBackups: Upkeep<PageMessages, PageStores> = {
  async whom({ people, running }) {
    const days = await running.daysUnproved();
    if (days === null || days <= patienceDays) return [];
    return (await people.directory()).filter(({ admin }) => admin).map(({ id }) => id);
  },
  async tend(context) {
    const { stores, person, now } = context;
    const days = await stores.running.daysUnproved();
    if (days === null || days <= patienceDays) return [];
    const turn = Math.floor(now.getTime() / (patienceDays * 86_400_000));
    return [context.notify(person, `backups-${turn}`, (t) => unprovedCard(days, t))];
  },
};

export const unprovedCard = (days: number, t: PageMessages): Card =>
  card({ title: t.unprovedTitle(), body: [text(t.unproved(days)), text(t.unprovedDo())] });
