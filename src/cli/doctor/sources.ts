// What doctor says of the CRMs figures come from: what is missing, how current each is, and what is wrong with it and how that is mended. It asks none of them.
import type { Database } from "#db/client";
import { createStores } from "#db/stores/index";
import { openCrms } from "#src/app/crm/crms";
import { systemClock } from "#src/app/system";
import type { Config } from "#src/config";
import { createLanguage } from "#src/language/catalogue";
import { sourceOf, type CrmOffer } from "#src/ports/crm";
import { mendOf, troubleSays, type SourceState } from "#src/practices/sync/api";
import { ill, odd, well, type Finding, type Shown } from "./finding.ts";

/** Nothing of a CRM that nobody set anything of. */
export async function examineSources(
  config: Config,
  database: Database,
  shown: Shown = {},
): Promise<Finding[]> {
  const { offers } = openCrms(config, systemClock, database);
  const stores = createStores(database);
  const findings: Finding[] = [];
  for (const organisation of await stores.routing.organisations()) {
    const states = await stores.inOrganisation(organisation, ({ sync }) => sync.sources());
    for (const offer of offers) {
      const state = states.find(({ source }) => source === sourceOf(offer.about));
      if (state) findings.push(stateOf(offer, state, shown));
    }
  }
  return findings;
}

function stateOf(offer: CrmOffer, state: SourceState, { names }: Shown): Finding {
  const what = offer.about.called.en;
  if (offer.missing.length > 0)
    return (state.isOn ? ill : odd)(what, `not set up: ${offer.missing.join(", ")} missing`);
  const current =
    state.okAt === null ? "nothing read yet" : `read up to ${state.okAt.toISOString()}`;
  if (state.trouble === null) return well(what, state.isOn ? current : `switched off; ${current}`);
  // What the CRM names itself (a company, an address) is shown where names are asked for alone.
  const trouble = names === true ? state.trouble : { ...state.trouble, which: null };
  const reader = { locale: "en", zone: "UTC", currency: "USD" } as const;
  const mend = mendOf(trouble, offer.about)?.en;
  const says = [troubleSays(trouble, createLanguage(), reader), mend ?? ""].join(" ").trim();
  return (state.isOn ? ill : odd)(what, `${says} (${current})`);
}
