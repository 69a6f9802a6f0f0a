// Figures that leave as a file: what people reported and what was imported, as it counts now, a page at a time.
import { sql, type SQL } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { FigureOut, FiguresAsked, FigureStore } from "#src/practices/numbers/api";
import { execute, type Tx } from "../../client.ts";
import { current } from "./current-facts.ts";

interface Row {
  seq: string | number;
  source: string;
  on: string;
  who: string | null;
  zh: string | null;
  en: string | null;
  value: string;
  currency: string | null;
  status: FigureOut["status"];
  credit: string | null;
  id: string;
}

const toFigure = (row: Row): FigureOut => ({
  seq: Number(row.seq),
  source: row.source,
  on: localDate(row.on),
  who: row.who ?? "",
  metricZh: row.zh ?? "",
  metricEn: row.en ?? "",
  value: decimal(row.value),
  currency: row.currency,
  status: row.status,
  credit: row.credit === null ? null : decimal(row.credit),
  id: row.id,
});

export function createFigureStore(tx: Tx, organisation: string): FigureStore {
  const within = ({ of, from, to }: FiguresAsked, person: SQL, on: SQL): SQL => sql`
    (${of === null} or ${person} in (select value::uuid from json_array_elements_text(${JSON.stringify(of ?? [])}::json)))
    and ${on} between coalesce(${from}::date, '-infinity') and coalesce(${to}::date, 'infinity')`;
  const reported = (asked: FiguresAsked): SQL => sql`
    select e.seq, 'reported' as source, e.on::text as on, p.name as who, m.name_zh as zh, m.name_en as en, trim_scale(e.value)::text as value,
      g.unit->>'currency' as currency, e.kind as status, null as credit, 'G' || g.number as id
    from goal_entry e join goal g on g.organisation_id = e.organisation_id and g.id = e.goal_id
      left join person p on p.organisation_id = g.organisation_id and p.id = g.owner_id
      left join metric m on m.organisation_id = g.organisation_id and m.id = g.metric_id
    where e.organisation_id = ${organisation}::uuid and e.seq > ${asked.after} and e.kind <> 'void'
      and not exists (select from goal_entry n where n.organisation_id = e.organisation_id and n.replaces_id = e.id)
      and ${within(asked, sql`g.owner_id`, sql`e.on`)}
    order by e.seq limit ${asked.most}`;
  const imported = (asked: FiguresAsked): SQL => sql`
    select f.seq, f.source, f.on::text as on, coalesce(p.name, o.said) as who, m.name_zh as zh, m.name_en as en, trim_scale(f.value)::text as value,
      f.currency, f.outcome as status, trim_scale(f.credit)::text as credit, case when f.external_id like 'row:%' then '' else f.external_id end as id
    from number_fact f join number_owner o on o.organisation_id = f.organisation_id and o.id = f.source_owner_id
      left join person p on p.organisation_id = o.organisation_id and p.id = o.person_id
      left join metric m on m.organisation_id = f.organisation_id and m.id = f.metric_id
    where f.organisation_id = ${organisation}::uuid and f.seq > ${asked.after} and ${sql.raw(current)}
      and ${within(asked, sql`o.person_id`, sql`f.on`)}
    order by f.seq limit ${asked.most}`;
  return {
    async figures(asked) {
      const rows = await execute<Row>(
        tx,
        asked.kind === "reported" ? reported(asked) : imported(asked),
      );
      return rows.map(toFigure);
    },
  };
}
