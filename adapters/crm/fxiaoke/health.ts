// Whether it may be read, and as whom.
import { CrmTrouble, type CrmHealth } from "#src/ports/crm";
import type { Calls } from "./api.ts";
import { listObjects } from "./describe.ts";
import { presets } from "./objects.ts";
import { readUsers } from "./people.ts";
import { mayRead } from "./rows.ts";

export async function readHealth(calls: Calls): Promise<CrmHealth> {
  const rights: { which: string; granted: boolean }[] = [];
  const users = await granted(rights, "user/list", () => readUsers(calls));
  const objects = await listObjects(calls);
  for (const id of Object.keys(presets))
    if (objects.some((each) => each.describeApiName === id && each.isActive !== false))
      await granted(rights, id, () => mayRead(calls, id));
  const { account, user } = await calls.reader();
  const me = users?.rows.find((each) => each.id === user);
  if (users !== null && (me === undefined || !me.active))
    throw new CrmTrouble({ kind: "wrong-user" });
  return {
    // Its name in full no interface says.
    organisation: { id: account, name: account },
    user: { id: user, name: me?.name ?? user },
    currency: null,
    fiscalYearStart: null,
    left: null,
    rights,
  };
}

/** What the reading user may not see is said, and the rest is looked at all the same. */
async function granted<T>(
  rights: { which: string; granted: boolean }[],
  which: string,
  read: () => Promise<T>,
): Promise<T | null> {
  try {
    const found = await read();
    rights.push({ which, granted: true });
    return found;
  } catch (error) {
    if (!(error instanceof CrmTrouble) || error.says.kind !== "not-allowed") throw error;
    rights.push({ which, granted: false });
    return null;
  }
}
