// CRMs as the settings describe them: what each still needs, and one opened for an organisation with its token in the database.
import { setTimeout as later } from "node:timers/promises";
import { aboutFxiaoke, createFxiaoke, readFxiaoke } from "#adapters/crm/fxiaoke/index";
import type { SettingsRead, Variables } from "#adapters/crm/http/read-settings";
import { aboutZoho, createZoho, readZoho } from "#adapters/crm/zoho/index";
import type { Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createCrmTokens } from "#db/stores/sync/tokens";
import { SettingWrong, type Config } from "#src/config";
import { sourceOf, type Crm, type CrmAbout, type CrmOffer, type CrmPorts } from "#src/ports/crm";
import { systemClock } from "../system.ts";

/** A CRM there may be; null where it cannot be opened for that organisation. */
export interface Known {
  readonly offer: CrmOffer;
  readonly open: (organisation: string) => Crm | null;
}

/** How a CRM is reached: over the network unless told. */
export type CrmWay = Pick<CrmPorts, "fetch" | "pause" | "now">;

const overNetwork: CrmWay = {
  fetch,
  // Whoever only waits for a CRM keeps no process alive.
  pause: (ms) => later(ms, undefined, { ref: false }),
  now: () => systemClock.now(),
};

/** One kind; what its settings are, it alone knows. */
interface Kind {
  readonly about: CrmAbout;
  readonly lacking: (from: Variables) => Lacking;
  readonly open: (from: Variables, ports: CrmPorts) => Crm | null;
}

interface Lacking {
  readonly missing: readonly string[];
  readonly wrong: readonly { readonly name: string; readonly why: string }[];
}

function kind<T>(
  about: CrmAbout,
  read: (from: Variables) => SettingsRead<T>,
  create: (settings: T, ports: CrmPorts) => Crm,
): Kind {
  return {
    about,
    lacking(from) {
      const found = read(from);
      return "settings" in found ? { missing: [], wrong: [] } : found;
    },
    open(from, ports) {
      const found = read(from);
      return "settings" in found ? create(found.settings, ports) : null;
    },
  };
}

const kinds: readonly Kind[] = [
  kind(aboutZoho, readZoho, createZoho),
  kind(aboutFxiaoke, readFxiaoke, createFxiaoke),
];

/** One answer, and all that is waited within one page: a throttle of a minute is waited out. */
const answerMs = 30_000;
const patienceMs = 150_000;

/** Throws SettingWrong where one is set by half, or wrongly: whoever set it wanted it. */
export function configuredCrms(
  config: Config,
  database: Database,
  way: CrmWay = overNetwork,
): readonly Known[] {
  const from: Variables = Object.fromEntries(
    Object.entries(config).filter((each): each is [string, string] => typeof each[1] === "string"),
  );
  for (const each of kinds) refuseWrong(each, from, config);
  return kinds.map((each) => knownOf(each, from, config.ENCRYPTION_KEY, database, way));
}

function knownOf(
  { about, lacking, open }: Kind,
  from: Variables,
  key: string | undefined,
  database: Database,
  way: CrmWay,
): Known {
  const source = sourceOf(about);
  // One for each organisation and process: it keeps its pace, and what it read of fields and stages.
  const opened = new Map<string, Crm | null>();
  return {
    offer: { about, missing: lacking(from).missing },
    open(organisation) {
      if (key === undefined) return null;
      const crm =
        opened.get(organisation) ??
        open(from, {
          ...way,
          answerMs,
          patienceMs,
          tokens: createCrmTokens(database, {
            organisation,
            source,
            secrets: createSecrets([key]),
            now: () => way.now(),
          }),
        });
      opened.set(organisation, crm);
      return crm;
    },
  };
}

/** Only what somebody set counts: an address has a default. */
function refuseWrong({ about, lacking }: Kind, from: Variables, config: Config): void {
  const { missing, wrong } = lacking(from);
  const names = about.settings.filter(({ name }) => !name.endsWith("_URL")).map(({ name }) => name);
  const [first] = wrong;
  if (first !== undefined) throw new SettingWrong(`${first.name} ${first.why}.`);
  const set = names.find((name) => from[name] !== undefined);
  if (set === undefined) return;
  const [name] = missing;
  const where = about.settings.find((each) => each.name === name)?.where.en ?? "";
  if (name !== undefined)
    throw new SettingWrong(
      `${name} is missing: ${about.called.en} is set by half. It is found here: ${where}.`,
    );
  if (config.ORGANISATIONS === "many")
    throw new SettingWrong(
      `${set} is for one organisation: with ORGANISATIONS=many the ${about.called.en} of one would be read into all of them. Remove it, or set ORGANISATIONS=one.`,
    );
  if (config.ENCRYPTION_KEY === undefined)
    throw new SettingWrong(
      "ENCRYPTION_KEY is missing: a CRM's tokens are kept sealed. Make one with openssl rand -base64 32 and keep it safe.",
    );
}
