// Which CRMs there are: those of the settings, and one that is made up where there is a playground.
import { aboutSample, createSample } from "#adapters/crm/sample/index";
import type { Database } from "#db/client";
import type { AllStores } from "#db/stores/index";
import { playgroundOrganisation } from "#db/seed";
import type { Config } from "#src/config";
import { sourceOf, type CrmEntry, type Crms } from "#src/ports/crm";
import type { Clock } from "#src/ports/process/clock";
import type { Stores } from "#src/ports/stores";
import { proposalOf } from "#src/practices/sync/api";
import { configuredCrms } from "./configured.ts";
import { crmEntry, enteredCrms } from "./entered.ts";
import type { Known } from "./kinds.ts";
import { overNetwork, type CrmWay } from "./way.ts";

export function openCrms(
  config: Config,
  clock: Clock,
  database: Database,
  way: CrmWay = overNetwork,
): Crms {
  const configured = configuredCrms(config, database, way);
  const key = config.ENCRYPTION_KEY;
  const known: readonly Known[] = [
    ...(config.PLAYGROUND === "on" ? [sampleOf(clock)] : []),
    ...(isEntered(config) && key !== undefined ? enteredCrms(database, key, way) : configured),
  ];
  return {
    offers: known.map(({ offer }) => offer),
    open(source, organisation) {
      const found = known.find(({ offer }) => sourceOf(offer.about) === source);
      return found && found.offer.missing.length === 0 ? found.open(organisation) : null;
    },
  };
}

const isEntered = ({ ORGANISATIONS }: Config): boolean => ORGANISATIONS === "many";

/** Where the organisations enter their CRMs themselves; null where they stand in the environment. */
export const openCrmEntry = (config: Config, database: Database): CrmEntry | null =>
  isEntered(config) && config.ENCRYPTION_KEY !== undefined
    ? crmEntry(database, config.ENCRYPTION_KEY)
    : null;

function sampleOf(clock: Clock): Known {
  const sample = createSample(clock);
  return {
    offer: { about: aboutSample, missing: [] },
    open: (organisation) => (organisation === playgroundOrganisation ? sample : null),
  };
}

/** The playground begins with its sample on, as an admin would switch it on with what it proposes. */
export async function switchSampleOn(
  crms: Crms,
  stores: Stores<AllStores>,
  at: Date,
): Promise<void> {
  const source = sourceOf(aboutSample);
  const crm = crms.open(source, playgroundOrganisation);
  if (crm === null) return;
  const objects = await crm.describe();
  await stores.inOrganisation(playgroundOrganisation, async ({ sync, setup, people }) => {
    const { currency } = await people.organisation();
    const choice = proposalOf(objects, await setup.metrics(), currency);
    if (choice === null) return;
    await sync.choose(source, choice, null);
    await sync.switchTo(source, true, null, at);
  });
}
