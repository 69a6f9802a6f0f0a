// A `log` on a goal with a year of entries beside one on a goal with three weeks of them: the same act, in turns, up to its commit.
import { print, quantile } from "./figures.ts";
import { onBoth, type Subject } from "./subjects.ts";
import { hireTeam, user } from "./team.ts";

const entries = 5_000;
const rounds = 40;
const perRound = 5;

export async function goal(): Promise<void> {
  print([["", "entries", "p50 ms", "entries", "p50 ms", "by p50"], ...(await onBoth(measure))], 1);
}

async function measure(subject: Subject): Promise<string[][]> {
  const team = await hireTeam(subject.database);
  // The first rep's goal grows, an entry in thirty corrected since.
  await subject.script(`insert into goal_entry (organisation_id, goal_id, id, kind, value, "on", note, source, by_id, at, batch_id, replaces_id, counts_as)
    select e.organisation_id, e.goal_id, gen_random_uuid(), 'add', 20, e."on", '', 'chat', e.by_id, e.at, gen_random_uuid(), null, null
    from goal_entry e join chat_identity c on c.person_id = e.by_id cross join generate_series(1, ${Math.ceil(entries / 15)}) n where c."user" = '${user(0)}'`);
  await subject.script(`insert into goal_entry (organisation_id, goal_id, id, kind, value, "on", note, source, by_id, at, batch_id, replaces_id, counts_as)
    select e.organisation_id, e.goal_id, gen_random_uuid(), 'add', 21, e."on", '', 'form', e.by_id, e.at, gen_random_uuid(), e.id, e.seq from goal_entry e where e.value = 20 and e.seq % 30 = 0`);
  await subject.script("analyze goal_entry");
  await subject.script(
    "create table bench_kept as select id from goal_entry; create unique index on bench_kept (id)",
  );
  const took: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round++) {
    await subject.script("delete from goal_entry where id not in (select id from bench_kept)");
    await subject.script("vacuum goal_entry");
    await subject.script("truncate act, outbox, outbox_head");
    for (let i = 0; i < perRound; i++)
      for (const who of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const began = performance.now();
        await team.log(() => "log 5", who);
        // The first round is for compiled code and prepared statements.
        if (round >= 0) took[who]!.push(performance.now() - began);
      }
  }
  const [long, short] = took.map((each) => quantile(each, 0.5)) as [number, number];
  const count = await subject.value(
    `select count(*)::int from goal_entry e join chat_identity c on c.person_id = e.by_id where c."user" = '${user(0)}'`,
  );
  return [
    [
      subject.name,
      String(count),
      long.toFixed(2),
      "15",
      short.toFixed(2),
      (long / short).toFixed(2),
    ],
  ];
}
