// Sixteen reps who log: English, one goal each with three weeks behind it. And what one of their logs sends to the database.
import type { Incoming } from "#src/bot/incoming";
import { createBot } from "#src/bot/bot";
import type { Bot } from "#src/bot/api";
import { addDays, localDate } from "#src/calendar/local-date";
import { periodOf } from "#src/calendar/periods";
import { defaultHours } from "#src/calendar/working-hours";
import { createChance } from "#src/cli/system";
import { createLanguage } from "#src/language/catalogue";
import { decimal, zero } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { EntryId, GoalId } from "#src/practices/goals/model";
import { practices } from "#src/practices/index";
import type { Database } from "#db/client";
import { chatIdentity } from "#db/schema/kernel";
import { playgroundOrganisation, playgroundStart, seedPlayground } from "#db/seed";
import { createStores } from "#db/stores/index";
import type { Statement } from "./subjects.ts";

export const people = 16;
const chance = createChance();
const user = (n: number): string => `bench-${n % people}`;

export interface Team {
  /** `log 5` by the nth person, up to the commit; throws where nothing was logged. */
  log(text: string, n: number): Promise<void>;
  /** What one log of the first person sends, apart from BEGIN and COMMIT: the statements, and copies of them with ids of their own. */
  record(text: string): Promise<{ readonly statements: readonly Statement[]; readonly copy: () => Statement[] }>;
  /** The number of the first person's goal. */
  readonly goal: number;
}

export async function hireTeam(database: Database): Promise<Team> {
  await seedPlayground(database);
  const goal = await hire(database);
  const given: string[] = [];
  let failure: unknown = null;
  const bot: Bot = createBot(practices, {
    stores: createStores(database),
    clock: { now: () => playgroundStart },
    chance: { code: () => chance.code(), id: () => given[given.push(chance.id()) - 1]! },
    logger: { info: () => {}, warn: () => {}, error: (fields) => void (failure = fields) },
    language: createLanguage(),
    wake: () => {}, // deliveries stay in the outbox: the act ends with its commit
  });
  async function log(text: string, n: number): Promise<void> {
    given.length = 0;
    const incoming: Incoming = { kind: "said", dedupeKey: `bench:${chance.id()}`, from: { platform: "web", workspace: "playground", user: user(n) }, text };
    const { outcome } = await bot.receive(incoming);
    if (outcome !== "delivered" || failure) throw new Error(`${text}: ${outcome} ${JSON.stringify(failure)}`);
  }
  return {
    goal,
    log,
    async record(text) {
      const statements: Statement[] = [];
      const stop = listenTo(database, (sql, parameters) => void statements.push({ text: sql, parameters }));
      await log(text, 0).finally(stop);
      const key = /"reply:(bench:[0-9a-f-]+)"/.exec(JSON.stringify(statements).replaceAll("\\", ""))?.[1];
      if (!key || !statements.some((each) => each.text.includes('into "goal_entry"'))) throw new Error(`${text} logged nothing`);
      const ids = [key, ...given];
      return { statements, copy: () => renew(statements, ids) };
    },
  };
}

/** The same statements with a new id wherever one of these stands. */
function renew(statements: readonly Statement[], ids: readonly string[]): Statement[] {
  const fresh = ids.map((id) => [id, id.startsWith("bench:") ? `bench:${chance.id()}` : chance.id()] as const);
  const renewed = (value: unknown): unknown => (typeof value === "string" ? fresh.reduce((text, [old, other]) => text.replaceAll(old, other), value) : value);
  return statements.map(({ text, parameters }) => ({ text, parameters: parameters.map(renewed) }));
}

type Hears = (sql: string, parameters: unknown[]) => void;

/** Through drizzle's own logger, which transactions inherit from the session's options. */
function listenTo(database: Database, hears: Hears): () => void {
  const { session } = database.db as unknown as { session: { logger: { logQuery: Hears }; options: { logger?: { logQuery: Hears } | undefined } } };
  const before = { logger: session.logger, inherited: session.options.logger };
  session.logger = { logQuery: hears };
  session.options.logger = session.logger;
  return () => {
    session.logger = before.logger;
    session.options.logger = before.inherited;
  };
}

async function hire(database: Database): Promise<number> {
  const today = localDate("2026-11-11");
  const ids = Array.from({ length: people }, () => chance.id() as PersonId);
  const first = await createStores(database).inOrganisation(playgroundOrganisation, async ({ people: directory, goals }) => {
    const numbers: number[] = [];
    for (const [i, id] of ids.entries()) {
      const person = {
        id,
        name: `Rep ${i}`,
        locale: "en",
        zone: "Europe/Berlin",
        country: "DE",
        email: null,
        hours: defaultHours,
        workweek: [1, 2, 3, 4, 5],
        admin: false,
        assistant: false,
        teamId: null,
        managerId: null,
        leftOn: null,
        reports: 0,
      } as const;
      await directory.add(person);
      const goalId = chance.id() as GoalId;
      const goal = {
        id: goalId,
        title: "Collected revenue",
        ownerId: id,
        teamId: null,
        metricId: null,
        unit: { kind: "money", currency: "EUR" },
        direction: "up",
        adds: true,
        baseline: zero,
        target: decimal("500000"),
        parentId: null,
        reason: null,
        state: "active",
        proposedById: null,
        confidence: null,
        lesson: null,
        createdOn: localDate("2026-10-09"),
        milestones: [],
        period: periodOf("quarter", today),
      } as const;
      numbers.push(await goals.add(goal, playgroundStart));
      const history = Array.from({ length: 15 }, (_, day) => ({
        id: chance.id() as EntryId,
        goalId,
        kind: "add" as const,
        value: decimal("9500"),
        on: addDays(today, day - 21),
        note: "",
        source: "chat" as const,
        byId: id,
        at: playgroundStart,
        batchId: chance.id(),
        replacesId: null,
      }));
      await goals.append(history);
    }
    return numbers[0]!;
  });
  const identities = ids.map((personId, i) => ({ platform: "web", workspace: "playground", user: user(i), organisationId: playgroundOrganisation, personId }));
  await database.transaction(async (tx) => void (await tx.insert(chatIdentity).values(identities)));
  return first;
}
