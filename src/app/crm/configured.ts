// CRMs as the environment describes them, for the one organisation there is: what each still needs, and each opened.
import type { Variables } from "#adapters/crm/http/read-settings";
import type { Database } from "#db/client";
import { SettingWrong, type Config } from "#src/config";
import { sourceOf, type Crm } from "#src/ports/crm";
import { kinds, type Kind, type Known } from "./kinds.ts";
import { portsOf, type CrmWay } from "./way.ts";

/** Throws SettingWrong where one is set by half, or wrongly: whoever set it wanted it. */
export function configuredCrms(config: Config, database: Database, way: CrmWay): readonly Known[] {
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
  // One for each organisation and process: it keeps its pace, and what it read of fields and stages.
  const opened = new Map<string, Crm | null>();
  return {
    offer: { about, missing: lacking(from).missing },
    open(organisation) {
      if (key === undefined) return null;
      const crm =
        opened.get(organisation) ??
        open(from, portsOf(way, database, key, organisation, sourceOf(about)));
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
  if (config.ORGANISATIONS === "many")
    throw new SettingWrong(
      `${set} is for one organisation: with ORGANISATIONS=many the ${about.called.en} of one would be read into all of them. Remove it: an admin of each enters their own on their page in the browser.`,
    );
  if (name !== undefined)
    throw new SettingWrong(
      `${name} is missing: ${about.called.en} is set by half. It is found here: ${where}.`,
    );
  if (config.ENCRYPTION_KEY === undefined)
    throw new SettingWrong(
      "ENCRYPTION_KEY is missing: a CRM's tokens are kept sealed. Make one with openssl rand -base64 32 and keep it safe.",
    );
}
