// CRMs as each of many organisations entered its own: read from the database with every call, since an admin may have entered others meanwhile.
import type { Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createCrmSettings, type CrmSettings } from "#db/stores/sync/settings";
import { CrmTrouble, sourceOf, type Crm, type CrmEntry } from "#src/ports/crm";
import { kinds, type Kind, type Known } from "./kinds.ts";
import { portsOf, type CrmWay } from "./way.ts";

export function enteredCrms(database: Database, key: string, way: CrmWay): readonly Known[] {
  const settings = createCrmSettings(database, createSecrets([key]));
  return kinds.map((kind) => {
    const opened = new Map<string, Crm>();
    return {
      // What is missing differs by organisation: it is said when it is asked.
      offer: { about: kind.about, missing: [] },
      open(organisation) {
        const crm =
          opened.get(organisation) ??
          asEntered(kind, settings, organisation, (from) =>
            kind.open(from, portsOf(way, database, key, organisation, sourceOf(kind.about))),
          );
        opened.set(organisation, crm);
        return crm;
      },
    };
  });
}

function asEntered(
  { about }: Kind,
  settings: CrmSettings,
  organisation: string,
  open: (from: Readonly<Record<string, string>>) => Crm | null,
): Crm {
  let last: { readonly text: string; readonly crm: Crm } | null = null;
  async function crm(): Promise<Crm> {
    const from = await settings.read(organisation, about.id);
    const text = JSON.stringify(from);
    if (last?.text === text) return last.crm;
    const made = open(from);
    if (made === null) throw new CrmTrouble({ kind: "not-entered" });
    last = { text, crm: made };
    return made;
  }
  return {
    health: async () => (await crm()).health(),
    describe: async () => (await crm()).describe(),
    users: async (page) => (await crm()).users(page),
    changed: async (choice, since, page) => (await crm()).changed(choice, since, page),
    gone: async (choice, since, page) => (await crm()).gone(choice, since, page),
  };
}

export function crmEntry(database: Database, key: string): CrmEntry {
  const settings = createCrmSettings(database, createSecrets([key]));
  return {
    entered: (organisation) =>
      Promise.all(
        kinds.map(async ({ about }) => ({
          about,
          kept: Object.keys(await settings.read(organisation, about.id)),
        })),
      ),
    async enter(organisation, crm, values, by) {
      const kind = kinds.find(({ about }) => about.id === crm);
      if (kind === undefined) return null;
      const all = merged(kind, await settings.read(organisation, crm), values);
      const { missing, wrong } = kind.lacking(all);
      if (missing.length === 0 && wrong.length === 0)
        await settings.keep(organisation, crm, all, by);
      return { missing, wrong: wrong.map(({ name }) => name) };
    },
  };
}

/** Over what was kept: what is left empty stays, and of two that do the same the one that was entered now counts. */
function merged(
  { about, either }: Kind,
  before: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const entered = Object.fromEntries(
    about.settings
      .map(({ name }) => [name, (values[name] ?? "").trim()] as const)
      .filter(([, value]) => value !== ""),
  );
  const given = either.find((name) => name in entered);
  const kept = Object.entries(before).filter(
    ([name]) => given === undefined || !either.includes(name),
  );
  return { ...Object.fromEntries(kept), ...entered };
}
