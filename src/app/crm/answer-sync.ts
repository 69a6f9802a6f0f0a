// npm run sync, answered where the database is: one pull from a CRM now, or what it says of itself. Nothing is ever written there.
import type { LocalDate } from "#src/calendar/local-date";
import { instantAt } from "#src/calendar/zones";
import { createLanguage } from "#src/language/catalogue";
import type { Organisation } from "#src/people/person";
import { sourceOf, type Crm, type CrmOffer } from "#src/ports/crm";
import {
  lacksWon,
  mendOf,
  proposalOf,
  troubleOf,
  troubleSays,
  type PullReport,
  type Trouble,
} from "#src/practices/sync/api";
import type { Opened } from "../open.ts";
import { organisationCalled } from "../figures/which-organisation.ts";
import { createChance } from "../system.ts";
import { createLogger } from "../log/logger.ts";
import type { SyncAsked } from "./sync-asked.ts";
import { workOn, type SyncParts } from "./sync.ts";

/** 0: done. 2: partly, since some rows cannot be counted. 3: refused, by the CRM or since something is missing. */
export interface SyncAnswer {
  readonly code: 0 | 2 | 3;
  readonly says: string;
}

export const syncParts = (opened: Pick<Opened, "stores" | "crms" | "clock">): SyncParts => ({
  ...opened,
  chance: createChance(),
  logger: createLogger("warn"),
});

const refused = (says: string): SyncAnswer => ({ code: 3, says });

export async function answerSync(asked: SyncAsked, parts: SyncParts): Promise<SyncAnswer> {
  const { offers } = parts.crms;
  const offer = offers.find(({ about }) => about.id === asked.crm);
  if (!offer)
    return refused(
      `${asked.crm === null ? "Say which CRM" : `“${asked.crm}” is no CRM here`}: ${offers.map(({ about }) => about.id).join(", ") || "there is none"}.`,
    );
  if (offer.missing.length > 0)
    return refused(`${offer.about.called.en} is not set up: ${offer.missing.join(", ")} missing.`);
  const where = await organisationCalled(asked.organisation, parts.stores);
  if (!("id" in where)) return refused(where.says);
  const source = sourceOf(offer.about);
  const crm = parts.crms.open(source, where.id);
  if (crm === null) return refused(`${offer.about.called.en} is not for ${where.name}.`);
  return asked.describe
    ? describe(crm, asked.json, offer, where)
    : pull(asked, offer, where, parts);
}

async function describe(
  crm: Crm,
  json: boolean,
  offer: CrmOffer,
  organisation: Organisation,
): Promise<SyncAnswer> {
  try {
    const health = await crm.health();
    const objects = await crm.describe();
    if (json) return { code: 0, says: JSON.stringify({ health, objects }) };
    const lacking = health.rights.filter(({ granted }) => !granted);
    return {
      code: lacking.length > 0 ? 2 : 0,
      says: [
        `${offer.about.called.en}: ${health.organisation.name}${health.user ? `, read as ${health.user.name}` : ""}${health.currency ? `, ${health.currency}` : ""}`,
        ...lacking.map(({ which }) => `  may not read: ${which}`),
        ...objects.flatMap((each) => [
          `${each.said} (${each.id}), ${each.kind}${each.active ? "" : ", not used"}`,
          ...each.stages.map(
            ({ id, said, outcome }) => `  stage ${said} (${id})${outcome ? `: ${outcome}` : ""}`,
          ),
          `  amounts: ${each.amounts.map(({ id, said }) => `${said} (${id})`).join(", ")}`,
          `  days: ${each.days.map(({ id, said }) => `${said} (${id})`).join(", ")}`,
        ]),
      ].join("\n"),
    };
  } catch (error) {
    return troubled(troubleOf(error), offer, organisation, json);
  }
}

async function pull(
  asked: SyncAsked,
  offer: CrmOffer,
  organisation: Organisation,
  parts: SyncParts,
): Promise<SyncAnswer> {
  const source = sourceOf(offer.about);
  const before = await parts.stores.inOrganisation(organisation.id, ({ sync }) =>
    sync.source(source),
  );
  if (!before?.choice) {
    const proposed = await propose(offer, organisation, parts);
    if (proposed !== null) return proposed;
  }
  const choice = await parts.stores.inOrganisation(
    organisation.id,
    async ({ sync }) => (await sync.source(source))?.choice,
  );
  if (choice && lacksWon(choice.counts))
    return refused(
      `${offer.about.called.en} does not say which stages of ${choice.counts.said} mean won: an admin ticks them in the chat (sync status, Set up, Stages and fields).`,
    );
  const wish = wishOf(asked, organisation);
  const worked = await workOn(source, organisation.id, parts, wish);
  if (worked === null)
    return wish === null
      ? { code: 0, says: asked.json ? JSON.stringify({ due: false }) : "Nothing is due." }
      : refused(`${offer.about.called.en} is being pulled from right now. Try again in a moment.`);
  if (worked.trouble !== null) return troubled(worked.trouble, offer, organisation, asked.json);
  const { report } = worked;
  if (report === null) return refused("Nobody chose yet what counts of it.");
  const code = report.noDay + report.unread > 0 ? 2 : 0;
  return {
    code,
    says: asked.json
      ? JSON.stringify({ ...report, stored: worked.stored })
      : reportSays(report, worked.stored),
  };
}

/** Before anybody chose, what the CRM itself proposes is kept: an admin may change it in the chat. */
async function propose(
  offer: CrmOffer,
  organisation: Organisation,
  { crms, stores }: SyncParts,
): Promise<SyncAnswer | null> {
  const source = sourceOf(offer.about);
  const crm = crms.open(source, organisation.id);
  try {
    const objects = (await crm?.describe()) ?? [];
    return await stores.inOrganisation(organisation.id, async ({ sync, setup }) => {
      const choice = proposalOf(objects, await setup.metrics(), organisation.currency);
      if (choice === null)
        return refused(
          "Nothing there can be counted: an admin makes a metric in money with setup.",
        );
      await sync.choose(source, choice, null);
      return null;
    });
  } catch (error) {
    return troubled(troubleOf(error), offer, organisation, false);
  }
}

function wishOf({ once, full, since, dryRun }: SyncAsked, { zone }: Organisation) {
  const at = (day: LocalDate) => instantAt(day, "00:00", zone);
  if (!once && !full && since === null && !dryRun) return null;
  const what = full ? ("full" as const) : ("pull" as const);
  return {
    what: dryRun ? ("try" as const) : what,
    ...(since === null ? {} : { since: at(since) }),
  };
}

function reportSays(report: PullReport, stored: boolean): string {
  const { rows, added, changed, same, left, noAmount, noDay, unread } = report;
  return [
    `${rows} rows read: ${added} new, ${changed} changed, ${same} the same, ${left} gone.`,
    ...(noAmount > 0 ? [`  ${noAmount} won without an amount: they count nothing.`] : []),
    ...(noDay > 0 ? [`  ${noDay} won without a day: they count nothing.`] : []),
    ...(unread > 0 ? [`  ${unread} with an amount that cannot be read.`] : []),
    ...(report.isFull && report.owners === 1 && rows > 1
      ? [`  ${rows} rows of 1 owner: is this everybody?`]
      : []),
    ...report.sums.map(
      ({ owner, isKnown, currency, value }) =>
        `  ${owner}: ${value}${currency === null ? "" : ` ${currency}`}${isKnown ? "" : " (nobody of ours is known under this name yet)"}`,
    ),
    stored ? "Stored." : "Nothing is stored: this was a dry run.",
  ].join("\n");
}

function troubled(
  trouble: Trouble,
  { about }: CrmOffer,
  { zone, currency }: Organisation,
  json: boolean,
): SyncAnswer {
  if (json) return refused(JSON.stringify({ trouble }));
  const reader = { locale: "en", zone, currency } as const;
  const mend = mendOf(trouble, about)?.en;
  const says = troubleSays(trouble, createLanguage(), reader);
  return refused([says, ...(mend === undefined ? [] : [mend])].join(" "));
}
