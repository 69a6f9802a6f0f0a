// What deliveries say, in the language of whoever reads them: read in a transaction of each organisation.
import { sql } from "drizzle-orm";
import type { Both } from "#src/language/catalogue";
import type { Locale } from "#src/language/text";
import type { Claimed, Content } from "#src/ports/delivery/outbox";
import type { Card } from "#src/view/card";
import { execute, type Database, type Tx } from "../../client.ts";
import { inOrganisation } from "../../organisation.ts";
import { fromJson } from "../columns.ts";

interface ContentRow {
  id: string;
  cards: unknown;
  at: Date;
  reads: Locale | "both" | null;
  /** What the organisation speaks. */
  spoken: Locale;
}

type Said = Partial<Both<readonly Card[]>>;

const contentRows = (ids: string) => sql`
  select o.id, o.cards, o.at, coalesce(p.locale, l.reads) as reads,
    coalesce((select s.locale from organisation_profile s where s.organisation_id = o.organisation_id), 'en') as spoken
  from outbox o left join person p on p.id = o.person_id left join place l on l.id = o.place_id
  where o.id in (select json_array_elements_text(${ids}::json)::uuid)`;

export async function contentsOf(
  database: Database,
  claimed: readonly Pick<Claimed, "id" | "organisation">[],
): Promise<ReadonlyMap<string, Content>> {
  const found = new Map<string, Content>();
  for (const organisation of new Set(claimed.map((each) => each.organisation))) {
    const ids = JSON.stringify(
      claimed.filter((each) => each.organisation === organisation).map((each) => each.id),
    );
    const read = await inOrganisation(database, organisation, (tx) => contentsIn(tx, ids));
    for (const [id, content] of read) found.set(id, content);
  }
  return found;
}

/** `ids`: as JSON. `as`: what they say instead. */
export async function contentsIn(
  tx: Tx,
  ids: string,
  as: (cards: Said) => Said = (cards) => cards,
): Promise<ReadonlyMap<string, Content>> {
  const rows = await execute<ContentRow>(tx, contentRows(ids));
  return new Map(rows.map((row) => [row.id, toContent(row, as(fromJson<Said>(row.cards)))]));
}

/** Where both languages are read, the organisation's own stands first: it is what a notification says. */
function toContent({ at, reads, spoken }: ContentRow, both: Said): Content {
  const other = spoken === "zh" ? "en" : "zh";
  if (reads === "both")
    return { locale: spoken, cards: [...(both[spoken] ?? []), ...(both[other] ?? [])], at };
  if (reads === null) return { cards: both[spoken] ?? both[other] ?? [], at };
  return { locale: reads, cards: both[reads] ?? both.en ?? both.zh ?? [], at };
}
