// A year of a centre of a thousand: a million imported figures, a hundred managers with nine people each, one goal apiece that counts what was
// imported. What the page of a manager and of a rep asks the database for, and how long that takes beside the bare sums of the same people.
import { createBot } from "#src/bot/index";
import { createChance } from "#src/app/system";
import { noMeter } from "#src/app/compose";
import { createLanguage } from "#src/language/catalogue";
import { practices } from "#src/practices/index";
import { playgroundOrganisation, playgroundStart, seedPlayground } from "#db/seed";
import { createInbox } from "#db/stores/delivery/inbox";
import { createStores } from "#db/stores/index";
import { counted, print, quantile } from "./figures.ts";
import { onBoth, type Subject } from "./subjects.ts";
import { listenTo } from "./team.ts";

const managers = 100;
const reportsEach = 9;
const people = managers * (1 + reportsEach);
const factsEach = 1_000_000 / (managers * reportsEach);
const rounds = 30;

const organisation = `'${playgroundOrganisation}'::uuid`;
/** The same ids every time. */
const id = (kind: number, of: string): string =>
  `('00000000-0000-7000-80${kind}-' || lpad((${of})::text, 12, '0'))::uuid`;

export async function centre(): Promise<void> {
  print(
    [
      ["", "page", "statements", "page p50 ms", "bare sum p50 ms", "page / bare"],
      ...(await onBoth(measure)),
    ],
    2,
  );
}

/** Person n is a manager where n is below a hundred; the others lead nobody. Figures come by arithmetic: no chance in them. */
async function fill(subject: Subject): Promise<void> {
  await seedPlayground(subject.database);
  const manager = `case when n < ${managers} then null else n % ${managers} end`;
  for (const text of [
    `insert into team (organisation_id, id, name, manager_id) select ${organisation}, ${id(21, "n")}, 'Team ' || n, ${id(20, "n")} from generate_series(0, ${managers - 1}) n`,
    `insert into person (organisation_id, id, name, locale, zone, country, hours, workweek, admin, assistant, team_id, manager_id, place_from)
      select ${organisation}, ${id(20, "n")}, 'Rep ' || n, 'en', 'Europe/Berlin', 'DE', p.hours, p.workweek, false, false, ${id(21, `n % ${managers}`)}, case when n < ${managers} then null else ${id(20, manager)} end, 'platform'
      from generate_series(0, ${people - 1}) n, (select hours, workweek from person limit 1) p`,
    `insert into chat_identity (platform, workspace, "user", organisation_id, person_id) select 'web', 'playground', 'centre-' || n, ${organisation}, ${id(20, "n")} from generate_series(0, ${people - 1}) n`,
    `insert into goal (organisation_id, id, number, title, owner_id, metric_id, unit, direction, adds, baseline, target, period_kind, start, due, state, created_on, created_at, counted_source)
      select ${organisation}, ${id(22, "n")}, 10000 + n, 'Collected revenue', ${id(20, "n")}, m.id, '{"kind":"money","currency":"EUR"}', 'up', true, 0, 400000, 'quarter', '2026-10-01', '2026-12-31', 'active', '2026-10-01', now(), 'files'
      from generate_series(${managers}, ${people - 1}) n, (select id from metric where unit->>'kind' = 'money' order by id limit 1) m`,
    `insert into number_owner (organisation_id, id, source, key, said, person_id, how) select ${organisation}, ${id(23, "n")}, 'files', 'name rep ' || n, 'Rep ' || n, ${id(20, "n")}, 'hand' from generate_series(${managers}, ${people - 1}) n`,
    `insert into number_batch (organisation_id, id, source, metric_id, file, at, state, lease_until) select ${organisation}, ${id(24, "n")}, 'files', m.id, 'month-' || n || '.csv', '2026-11-10T05:00:00Z', 'visible', now() from generate_series(1, 12) n, (select id from metric where unit->>'kind' = 'money' order by id limit 1) m`,
    `insert into number_fact (organisation_id, id, batch_id, source, metric_id, external_id, share, source_owner_id, "on", value, currency, outcome, line)
      select ${organisation}, ${id(25, "i")}, ${id(24, "1 + i % 12")}, 'files', m.id, 'row ' || i, '', ${id(23, `${managers} + i % ${managers * reportsEach}`)}, date '2025-11-12' + (i / ${managers * reportsEach} % 364)::int, 100 + i % 997, 'EUR', case when i % 5 = 0 then 'open' else 'won' end, (i % 100000)::int
      from generate_series(0, ${Math.round(factsEach) * managers * reportsEach - 1}) i, (select id from metric where unit->>'kind' = 'money' order by id limit 1) m`,
  ])
    await subject.script(text);
  for (const table of ["number_fact", "number_owner", "number_batch", "goal", "person"])
    await subject.script(`vacuum analyze ${table}`);
}

async function measure(subject: Subject): Promise<string[][]> {
  await fill(subject);
  const failures: unknown[] = [];
  const chance = createChance();
  const bot = createBot(practices, {
    stores: createStores(subject.database),
    clock: { now: () => playgroundStart },
    chance,
    logger: { info: () => {}, warn: () => {}, error: (fields) => void failures.push(fields) },
    language: createLanguage(),
    inbox: createInbox(subject.database, chance),
    meter: noMeter,
    wake: () => {},
  });
  const facts = String(await subject.value("select count(*)::int from number_fact"));
  console.log(`${subject.name}: ${counted(people)} people, ${counted(Number(facts))} figures`);
  const rows: string[][] = [];
  for (const [name, n] of [
    ["of a manager", 7],
    ["of a rep", managers + 7],
  ] as const) {
    const viewer = { platform: "web", workspace: "playground", user: `centre-${n}` };
    let statements = 0;
    const stop = listenTo(subject.database, (sql) => {
      if (!/set_config/.test(sql)) statements += 1;
    });
    const cards = await bot.page(viewer);
    stop();
    if (cards.length === 0 || failures.length > 0)
      throw new Error(`nothing on the page ${name}: ${JSON.stringify(failures)}`);
    // What those very goals come to, and nothing else: whose they are, in their days.
    const bare = {
      text: `select o.person_id, sum(f.value) from person w join number_owner o on o.organisation_id = w.organisation_id and o.person_id = w.id
        join number_fact f on f.organisation_id = o.organisation_id and f.source_owner_id = o.id
        where w.organisation_id = $1::uuid and (w.id = $2::uuid or w.manager_id = $2::uuid) and f."on" between '2026-10-01' and '2026-12-31' and f.outcome = 'won' and f.currency = 'EUR' group by 1`,
      parameters: [
        playgroundOrganisation,
        `00000000-0000-7000-8020-${String(n).padStart(12, "0")}`,
      ],
    };
    const took: [number[], number[]] = [[], []];
    for (let round = -3; round < rounds; round++)
      for (const [i, work] of [() => bot.page(viewer), () => subject.alone(bare)].entries()) {
        const began = performance.now();
        await work();
        if (round >= 0) took[i]!.push(performance.now() - began);
      }
    const [page, sum] = took.map((each) => quantile(each, 0.5)) as [number, number];
    rows.push([
      subject.name,
      name,
      String(statements),
      page.toFixed(1),
      sum.toFixed(1),
      (page / sum).toFixed(2),
    ]);
  }
  return rows;
}
