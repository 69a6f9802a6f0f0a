// Steps that came out of one-on-ones. They outlive the pair they came from.
import { sql, type SQL } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { PairId, Step, StepId } from "#src/practices/oneonones/model";
import type { StepStore } from "#src/practices/oneonones/store";
import { affectedBy, execute, only, type Tx } from "../../client.ts";

interface StepRow {
  id: string;
  number: number;
  pair_id: string;
  person_id: string;
  person_name: string;
  said: string;
  due: string;
  at: Date | string;
  closed_at: Date | string | null;
  dropped: number;
  leader: string;
  talked_with: string;
}

export function createSteps(tx: Tx, organisationId: string): StepStore {
  const own = sql`s.organisation_id = ${organisationId}::uuid`;
  const steps = (where: SQL): Promise<StepRow[]> =>
    execute<StepRow>(
      tx,
      sql`select s.id, s.number, s.pair_id, s.person_id, coalesce(w.name, '') as person_name, s.said, s.due::text as due, s.at, s.closed_at, s.dropped, k.owner_id as leader, k.person_id as talked_with
        from talk_step s join talk_pair k on k.organisation_id = s.organisation_id and k.id = s.pair_id left join person w on w.organisation_id = s.organisation_id and w.id = s.person_id
        where ${own} and ${where} order by s.due, s.number`,
    );
  return {
    async addStep({ id, pair, person, by, said, due, at }) {
      const { last: number } = only(
        await execute<{ last: number }>(
          tx,
          sql`insert into numbering (organisation_id, letter, last) values (${organisationId}::uuid, 'A', 1)
            on conflict (organisation_id, letter) do update set last = numbering.last + 1 returning last`,
        ),
      );
      await tx.execute(
        sql`insert into talk_step (organisation_id, id, number, pair_id, person_id, by_id, said, due, at)
          values (${organisationId}::uuid, ${id}::uuid, ${number}, ${pair}::uuid, ${person}::uuid, ${by}::uuid, ${said}, ${due}::date, ${at.toISOString()}::timestamptz)`,
      );
      return Number(number);
    },
    // Steps outlive their pair: whoever leads that person now finds them too.
    stepsBetween: async (leader, person) =>
      (
        await steps(
          sql`s.closed_at is null and k.person_id = ${person}::uuid and (k.owner_id = ${leader}::uuid or k.ended_at is not null) and s.person_id in (${leader}::uuid, ${person}::uuid)`,
        )
      ).map(toStep),
    stepsOf: async (person) =>
      (await steps(sql`s.closed_at is null and s.person_id = ${person}::uuid`)).map(toStep),
    async step(by) {
      const [found] = await steps(
        "id" in by ? sql`s.id = ${by.id}::uuid` : sql`s.number = ${by.number}`,
      );
      return found
        ? {
            ...toStep(found),
            leader: found.leader as PersonId,
            talkedWith: found.talked_with as PersonId,
          }
        : null;
    },
    async closeStep(id, at, dropped) {
      const closed = await tx.execute(
        sql`update talk_step s set closed_at = ${at.toISOString()}::timestamptz, dropped = ${dropped ? 1 : 0} where ${own} and s.id = ${id}::uuid and s.closed_at is null`,
      );
      return affectedBy(closed) === 1;
    },
    async moveStep(id, due) {
      await tx.execute(
        sql`update talk_step s set due = ${due}::date where ${own} and s.id = ${id}::uuid and s.closed_at is null`,
      );
    },
    async handOverSteps(pair, from, to) {
      const moved = await tx.execute(
        sql`update talk_step s set person_id = ${to}::uuid where ${own} and s.pair_id = ${pair}::uuid and s.person_id = ${from}::uuid and s.closed_at is null`,
      );
      return affectedBy(moved);
    },
  };
}

const toStep = (row: StepRow): Step => ({
  id: row.id as StepId,
  number: Number(row.number),
  pair: row.pair_id as PairId,
  person: row.person_id as PersonId,
  personName: row.person_name,
  said: row.said,
  due: localDate(row.due),
  at: new Date(row.at),
  closedAt: row.closed_at === null ? null : new Date(row.closed_at),
  dropped: Number(row.dropped) === 1,
});
