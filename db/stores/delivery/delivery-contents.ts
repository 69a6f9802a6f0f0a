// What deliveries say, in the language of whoever reads them: read in a transaction of each organisation.
import { sql } from "drizzle-orm";
import type { Both } from "#src/language/catalogue";
import type { Claimed, Content } from "#src/ports/delivery/outbox";
import type { Card } from "#src/view/card";
import { execute, type Database } from "../../client.ts";
import { inOrganisation } from "../../organisation.ts";
import { fromJson } from "../columns.ts";

interface ContentRow {
  id: string;
  cards: unknown;
  at: Date;
  reads: "zh" | "en" | "both" | null;
}

const contentRows = (ids: string) => sql`
  select o.id, o.cards, o.at, coalesce(p.locale, l.reads) as reads from outbox o left join person p on p.id = o.person_id left join place l on l.id = o.place_id
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
    const rows = await inOrganisation(database, organisation, (tx) =>
      execute<ContentRow>(tx, contentRows(ids)),
    );
    for (const row of rows) found.set(row.id, toContent(row));
  }
  return found;
}

function toContent({ cards, at, reads }: ContentRow): Content {
  const both = fromJson<Partial<Both<readonly Card[]>>>(cards);
  if (reads === "both") return { cards: [...(both.zh ?? []), ...(both.en ?? [])], at };
  if (reads === null) return { cards: both.en ?? both.zh ?? [], at };
  return { locale: reads, cards: both[reads] ?? both.en ?? both.zh ?? [], at };
}
