// Fxiaoke 纷享销客 as a source that is read and never written.
import type { Crm, CrmPorts } from "#src/ports/crm";
import { createApi, type Calls } from "./api.ts";
import { describe, readFields, requireField, type Fields } from "./describe.ts";
import { readHealth } from "./health.ts";
import { readUsers } from "./people.ts";
import { readChanged, readVoided } from "./rows.ts";
import type { FxiaokeSettings } from "./settings.ts";

export { aboutFxiaoke } from "./about.ts";
export { readFxiaoke } from "./settings.ts";

export function createFxiaoke(settings: FxiaokeSettings, ports: CrmPorts): Crm {
  const api = createApi(settings, ports);
  // Read anew with each first page: a label or a field may have changed meanwhile.
  const described = new Map<string, Fields>();

  async function fieldsOf(calls: Calls, object: string, page: string | null): Promise<Fields> {
    const known = described.get(object);
    if (known !== undefined && page !== null) return known;
    const fields = await readFields(calls, object);
    described.set(object, fields);
    return fields;
  }

  return {
    health: () => readHealth(api.begin()),
    describe: () => describe(api.begin()),
    // They all come at once.
    users: () => readUsers(api.begin()),
    async changed(choice, since, page) {
      const calls = api.begin();
      const fields = await fieldsOf(calls, choice.object, page);
      requireField(fields, choice.amount);
      requireField(fields, choice.day);
      return await readChanged(calls, choice, fields, since, page);
    },
    gone: (choice, since, page) => readVoided(api.begin(), choice.object, since, page),
  };
}
