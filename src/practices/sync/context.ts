// What the handlers of sync are given, and the sources as somebody sees them.
import { Refusal } from "#src/bot/declare/errors";
import type { Context } from "#src/bot/declare/practice";
import type { AuditStore } from "#src/ports/audit";
import type { PeopleStore } from "#src/people/store";
import { sourceOf, type CrmOffer } from "#src/ports/crm";
import type { MetricReader } from "#src/practices/setup/api";
import type { SyncMessages } from "./messages/en.ts";
import type { SourceState } from "./model.ts";
import type { SyncStore } from "./store.ts";

export interface SyncStores {
  readonly sync: SyncStore;
  readonly people: PeopleStore;
  readonly audit: AuditStore;
  readonly setup: MetricReader;
}
export type SyncContext = Context<SyncMessages, SyncStores>;

/** A source there may be; `state`: null while nobody asked anything of it. */
export interface SeenSource {
  readonly source: string;
  readonly offer: CrmOffer;
  readonly state: SourceState | null;
}

export async function seenSources({
  here: { crms },
  stores,
}: Pick<SyncContext, "here" | "stores">): Promise<readonly SeenSource[]> {
  const states = await stores.sync.sources();
  return crms.map((offer): SeenSource => {
    const source = sourceOf(offer.about);
    return { source, offer, state: states.find((each) => each.source === source) ?? null };
  });
}

export async function seenSource(source: string, context: SyncContext): Promise<SeenSource> {
  const seen = (await seenSources(context)).find((each) => each.source === source);
  if (!seen) throw new Refusal(context.house.oldCard());
  return seen;
}
