// Zoho CRM, version 8 of its API, as a source that is read and never written. Known of it: docs.zoho.com pages and github.com/zoho/crm-oas v8.0.
import { CrmTrouble, type Crm, type CrmPorts } from "#src/ports/crm";
import { createApi, type Calls } from "./api.ts";
import { describe, readStages, type KnownStage } from "./describe.ts";
import { readHealth } from "./health.ts";
import { modules, type Module } from "./modules.ts";
import { readUsers } from "./people.ts";
import { readBin, readChanged } from "./rows.ts";
import { webAddress, type ZohoSettings } from "./settings.ts";

export { aboutZoho } from "./about.ts";
export { readZoho } from "./settings.ts";

export function createZoho(settings: ZohoSettings, ports: CrmPorts): Crm {
  const api = createApi(settings, ports);
  const web = webAddress(settings);
  // Read anew with each first page: a stage may have been renamed meanwhile.
  const stages = new Map<string, readonly KnownStage[]>();

  async function stagesOf(calls: Calls, module: Module, page: string | null) {
    const known = stages.get(module.name);
    if (known !== undefined && page !== null) return known;
    const read = await readStages(calls, module);
    stages.set(module.name, read);
    return read;
  }

  return {
    health: () => readHealth(api.begin(), api),
    describe: () => describe(api.begin()),
    users: (page) => readUsers(api.begin(), page),
    async changed(choice, since, page) {
      const calls = api.begin();
      const module = moduleOf(choice.object);
      const known = await stagesOf(calls, module, page);
      return await readChanged(calls, { module, choice, stages: known, web }, since, page);
    },
    gone: async (choice, since, page) =>
      await readBin(api.begin(), moduleOf(choice.object), since, page),
  };
}

function moduleOf(name: string): Module {
  const module = modules.find((each) => each.name === name);
  if (module === undefined) throw new CrmTrouble({ kind: "no-such", which: name });
  return module;
}
