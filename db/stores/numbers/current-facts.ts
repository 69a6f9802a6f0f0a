// Which facts count now. It is said here for whoever sums them: the practice that shows them, and goals that are counted from them.

/** `f`: visible, replaced by nothing that is, and not taken out. */
export const current = `exists (select from number_batch b where b.organisation_id = f.organisation_id and b.id = f.batch_id and b.state = 'visible')
    and not exists (select from number_fact n join number_batch v on v.organisation_id = n.organisation_id and v.id = n.batch_id and v.state = 'visible' where n.organisation_id = f.organisation_id and n.replaces_id = f.id)
    and not exists (select from number_taken_out x where x.organisation_id = f.organisation_id and x.source = f.source and x.metric_id = f.metric_id and x.external_id = f.external_id and x.share = f.share)`;

/** Its part of a fact that is shared. */
export const share = "case when f.credit is null then f.value else f.value * f.credit / 100 end";

/** Who the facts of the goal `g` are of: its owner, or everybody in the team whose goal it is. Two ways in, so that each finds its index. */
const whoOfGoal = `(select g.owner_id as id where g.team_id is null
      union all select m.id from person m where g.team_id is not null and m.organisation_id = g.organisation_id and m.team_id = g.team_id) w`;

/** What `source` says of goal `g`, in its days and currency: won facts that count. `more` is a condition of its own. */
export const factsOfGoal = (source: string, more = "true"): string => `${whoOfGoal}
      cross join lateral (select * from number_owner o where o.organisation_id = g.organisation_id and o.person_id = w.id offset 0) o
      join number_fact f on f.organisation_id = o.organisation_id and f.source_owner_id = o.id
    where o.source = ${source}
      and f.metric_id = g.metric_id and f.on between g.start and g.due and f.outcome = 'won' and f.currency is not distinct from g.unit->>'currency' and ${current} and ${more}`;

/** Sums add up (and sort nothing); of anything else the last value holds. Nothing where the goal counts what people report. */
export const countedOf = `
    select case when g.adds then sum(${share}) else (array_agg(f.value order by f."on" desc, f.seq desc) filter (where not g.adds))[1] end as value, max(f."on") as last_on, min(f."on") as first_on
    from ${factsOfGoal("g.counted_source", "g.counted_source is not null")}`;

/** The same as it was before each day of `asked` (day, n): the facts of a goal are read once for all of them. */
export const countedBefore = `
    select asked.n, case when g.adds then sum(q.part) else (array_agg(q.value order by q."on" desc, q.seq desc) filter (where not g.adds))[1] end as value
    from (select f."on", f.seq, f.value, ${share} as part from ${factsOfGoal("g.counted_source")} offset 0) q join asked on q."on" < asked.day group by asked.n`;
