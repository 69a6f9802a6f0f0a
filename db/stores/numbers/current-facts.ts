// Which facts count now. It is said here for whoever sums them: the practice that shows them, and goals that are counted from them.

/** `f`: visible, replaced by nothing that is, and not taken out. */
export const current = `exists (select from number_batch b where b.organisation_id = f.organisation_id and b.id = f.batch_id and b.state = 'visible')
    and not exists (select from number_fact n join number_batch v on v.organisation_id = n.organisation_id and v.id = n.batch_id and v.state = 'visible' where n.organisation_id = f.organisation_id and n.replaces_id = f.id)
    and not exists (select from number_taken_out x where x.organisation_id = f.organisation_id and x.source = f.source and x.metric_id = f.metric_id and x.external_id = f.external_id and x.share = f.share)`;

/** Its part of a fact that is shared. */
export const share = "f.value * coalesce(f.credit, 100) / 100";

/** Whose facts make up the goal `g`: its owner's, or everybody's in the team whose goal it is. */
const isOfGoal = `o.person_id in (select w.id from person w where w.organisation_id = g.organisation_id
      and ((g.team_id is null and w.id = g.owner_id) or (g.team_id is not null and w.team_id = g.team_id)))`;

/** What `source` says of goal `g`, in its days and currency: won facts that count. `more` is a condition of its own. */
export const factsOfGoal = (source: string, more = "true"): string => `number_owner o
      join number_fact f on f.organisation_id = o.organisation_id and f.source_owner_id = o.id
    where o.organisation_id = g.organisation_id and o.source = ${source} and ${isOfGoal}
      and f.metric_id = g.metric_id and f.on between g.start and g.due and f.outcome = 'won' and f.currency is not distinct from g.unit->>'currency' and ${current} and ${more}`;

/** Sums add up; of anything else the last value holds. Nothing where the goal counts what people report. */
export const countedOf = (more = "true"): string => `
    select case when g.adds then sum(${share}) else (array_agg(f.value order by f."on" desc, f.seq desc))[1] end as value, max(f."on") as last_on, min(f."on") as first_on
    from ${factsOfGoal("g.counted_source", `g.counted_source is not null and ${more}`)}`;
