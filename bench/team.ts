// Sixteen reps who log: English, one goal each with three weeks behind it. And what one of their logs sends to the database.
import type { Incoming } from "#src/bot/declare/incoming";
import { createBot } from "#src/bot/index";
import type { Bot } from "#src/bot/api";
import { addDays, localDate } from "#src/calendar/local-date";
import { periodOf } from "#src/calendar/periods";
import { defaultHours } from "#src/calendar/working-hours";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import { decimal, zero } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { EntryId, GoalId } from "#src/practices/goals/model";
import { practices } from "#src/practices/index";
import type { Database } from "#db/client";
import { chatIdentity } from "#db/schema/kernel";
import { playgroundOrganisation, playgroundStart, seedPlayground } from "#db/seed";
import { createInbox } from "#db/stores/delivery/inbox";
import { noMeter } from "#src/app/compose";
import { createStores } from "#db/stores/index";
import type { Statement } from "./subjects.ts";

export const people = 16;
const chance = createChance();
export const user = (n: number): string => `bench-${n % people}`;

/** What a person says: for all the same, or naming their own goal. */
export type Line = (goal: number) => string;

export interface Recorded {
  /** What the act sends, apart from BEGIN and COMMIT. */
  readonly statements: readonly Statement[];
  /** The same with ids of their own. */
  readonly copy: () => Statement[];
}

/** How it is said: in one's own chat, answered by a delivery, or by a platform's own command, answered with it. */
type Way = "chat" | "command";

export interface Team {
  readonly bot: Bot;
  /** The line said by the nth person (they take turns), up to the commit; throws where nothing was logged. */
  log(line: Line, n: number): Promise<void>;
  /** What one log of each person sends, in the order of their turns. */
  record(line: Line, way?: Way): Promise<readonly Recorded[]>;
}

export async function hireTeam(database: Database): Promise<Team> {
  await seedPlayground(database);
  const goals = await hire(database);
  const given: string[] = [];
  let failure: unknown = null;
  const bot: Bot = createBot(practices, {
    stores: createStores(database),
    clock: { now: () => playgroundStart },
    chance: {
      code: () => chance.code(),
      share: () => chance.share(),
      id: () => given[given.push(chance.id()) - 1]!,
    },
    logger: { info: () => {}, warn: () => {}, error: (fields) => void (failure = fields) },
    language: createLanguage(),
    inbox: createInbox(database, chance),
    meter: noMeter,
    wake: () => {}, // deliveries stay in the outbox: the act ends with its commit
  });
  async function log(line: Line, n: number, way: Way = "chat"): Promise<void> {
    given.length = 0;
    const text = line(goals[n % people]!);
    const incoming: Incoming = {
      kind: "said",
      dedupeKey: `bench:${chance.id()}`,
      from: { platform: "web", workspace: "playground", user: user(n) },
      text,
      direct: way === "command",
    };
    const { outcome } = await bot.receive(incoming);
    if (outcome !== (way === "chat" ? "delivered" : "show") || failure)
      throw new Error(`${text}: ${outcome} ${JSON.stringify(failure)}`);
  }
  async function recordOne(line: Line, n: number, way: Way): Promise<Recorded> {
    const statements: Statement[] = [];
    const stop = listenTo(
      database,
      (sql, parameters) => void statements.push({ text: sql, parameters }),
    );
    await log(line, n, way).finally(stop);
    const key = /[0-9a-f]:(bench:[0-9a-f-]+)"/.exec(
      JSON.stringify(statements).replaceAll("\\", ""),
    )?.[1];
    if (!key || !statements.some((each) => each.text.includes('into "goal_entry"')))
      throw new Error(`${line(0)} of person ${n} logged nothing`);
    const ids = [key, ...given];
    return { statements, copy: () => renew(statements, ids) };
  }
  return {
    bot,
    log,
    async record(line, way = "chat") {
      for (let n = 0; n < people; n++) await log(line, n); // which account somebody uses is written down once in a while, not with every act
      const all: Recorded[] = [];
      for (let n = 0; n < people; n++) all.push(await recordOne(line, n, way));
      return all;
    },
  };
}

/** The same statements with a new id wherever one of these stands. */
function renew(statements: readonly Statement[], ids: readonly string[]): Statement[] {
  const fresh = ids.map(
    (id) => [id, id.startsWith("bench:") ? `bench:${chance.id()}` : chance.id()] as const,
  );
  const renewed = (value: unknown): unknown =>
    typeof value === "string"
      ? fresh.reduce((text, [old, other]) => text.replaceAll(old, other), value)
      : value;
  return statements.map(({ text, parameters }) => ({ text, parameters: parameters.map(renewed) }));
}

type Hears = (sql: string, parameters: unknown[]) => void;

/** Through drizzle's own logger, which transactions inherit from the session's options. */
export function listenTo(database: Database, hears: Hears): () => void {
  const { session } = database.db as unknown as {
    session: { logger: { logQuery: Hears }; options: { logger?: { logQuery: Hears } | undefined } };
  };
  const before = { logger: session.logger, inherited: session.options.logger };
  session.logger = { logQuery: hears };
  session.options.logger = session.logger;
  return () => {
    session.logger = before.logger;
    session.options.logger = before.inherited;
  };
}

/** Returns the number of each person's goal. */
async function hire(database: Database): Promise<readonly number[]> {
  const today = localDate("2026-11-11");
  const ids = Array.from({ length: people }, () => chance.id() as PersonId);
  const numbers = await createStores(database).inOrganisation(
    playgroundOrganisation,
    async ({ people: directory, goals }) => {
      const numbers: number[] = [];
      for (const [i, id] of ids.entries()) {
        const person = {
          id,
          name: `Rep ${i}`,
          locale: "en",
          zone: "Europe/Berlin",
          country: "DE",
          email: null,
          placeFrom: "platform",
          hours: defaultHours,
          workweek: [1, 2, 3, 4, 5],
          admin: false,
          assistant: false,
          teamId: null,
          managerId: null,
          leftOn: null,
          reports: 0,
        } as const;
        await directory.add(person, { by: "operator", at: playgroundStart });
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
          proposedOn: null,
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
      return numbers;
    },
  );
  const identities = ids.map((personId, i) => ({
    platform: "web",
    workspace: "playground",
    user: user(i),
    organisationId: playgroundOrganisation,
    personId,
  }));
  await database.transaction(async (tx) => void (await tx.insert(chatIdentity).values(identities)));
  return numbers;
}
