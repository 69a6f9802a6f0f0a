// The house's own machinery with one practice whose reminders a test makes up, on the playground's people and a fake place.
import { sql, type SQL } from "drizzle-orm";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { createAlarms } from "#db/stores/nudges/due-reminders";
import { createInbox } from "#db/stores/delivery/inbox";
import { createOutbox } from "#db/stores/delivery/outbox";
import { createStores, type AllStores } from "#db/stores/index";
import { createDeliverLoop, type DeliverLoop } from "#jobs/deliver";
import { tick } from "#jobs/tick";
import { show, committed } from "#src/bot/declare/answer";
import type { Bot } from "#src/bot/api";
import { rest } from "#src/bot/declare/arguments";
import { createBot } from "#src/bot/index";
import { practiceOf, type Context, type Nudge, type Occurrence } from "#src/bot/declare/practice";
import type { Priority } from "#src/bot/remind/rules";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import type { PersonId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type { Inbox } from "#src/ports/delivery/inbox";
import type { Logger } from "#src/ports/process/logger";
import type { Meter } from "#src/ports/process/meter";
import type { Outbox } from "#src/ports/delivery/outbox";
import type { Alarms } from "#src/ports/delivery/schedule";
import type { KernelStores, Stores } from "#src/ports/stores";
import { help } from "#src/practices/help/index";
import { reminders } from "#src/practices/reminders/index";
import { card } from "#src/view/card";
import { line } from "#src/view/line";
import { seededDatabase } from "#test/support/database/database";
import { createFakePlace, type FakePlace, type Posted } from "./fake-place.ts";
import { errorsInto } from "#test/support/log";

type DrillStores = Pick<KernelStores, "people" | "plans" | "nudges">;
const { practice, command } = practiceOf<object, DrillStores>();

/** One reminder as a test writes it. */
export interface Rule {
  readonly name: string;
  readonly priority?: Priority;
  /** Whom it is for: the names of users; everybody where absent. */
  readonly whom?: readonly string[];
  readonly at: (
    context: Context<unknown, DrillStores>,
  ) => readonly (Omit<Occurrence, "subject"> & { readonly subject?: string })[];
  readonly outdoes?: readonly string[];
  readonly covers?: readonly string[];
  /** What it says; the name of the rule where absent. */
  readonly says?: (context: Context<unknown, DrillStores>) => string | null;
}

export interface Drill {
  readonly database: Database;
  readonly stores: Stores<AllStores>;
  readonly bot: Bot;
  readonly place: FakePlace;
  readonly outbox: Outbox;
  readonly alarms: Alarms;
  readonly inbox: Inbox;
  readonly loop: DeliverLoop;
  readonly errors: { readonly fields: object; readonly event: string }[];
  readonly counted: Map<string, number>;
  readonly logger: Logger;
  readonly meter: Meter;
  now(): Date;
  /** Sets the clock without any beat in between. */
  jumpTo(iso: string): void;
  /** Rings and delivers what is due now. */
  beat(): Promise<void>;
  /** To that moment, with a beat at every alarm on the way. */
  goTo(iso: string): Promise<void>;
  /** Plans everybody anew. */
  plan(): Promise<void>;
  says(user: string, text: string): Promise<void>;
  presses(user: string, label: string): Promise<void>;
  /** The same on that message. */
  pressesOn(message: Posted, user: string, label: string): Promise<void>;
  /** What came of the reminders of this user: `rule outcome reason`, oldest first. */
  came(user: string): Promise<readonly string[]>;
  /** What is planned: `rule ISO time`. */
  planned(user: string): Promise<readonly string[]>;
  change(user: string, change: Parameters<AllStores["people"]["change"]>[1]): Promise<void>;
  query<T extends object>(what: SQL): Promise<T[]>;
  /** Heads of deliveries, across organisations, oldest first. */
  heads(): Promise<
    readonly { id: string; state: string; kind: string; attempts: number; why: string | null }[]
  >;
  /** Lets everything that waits for a lease or a later attempt be due now. */
  hurry(): Promise<void>;
  stop(): Promise<void>;
}

const users = ["zhoulan", "linxiao", "wanglei", "chenjing", "renke", "anna", "maya"];
export const idOf = (user: string): PersonId =>
  `00000000-0000-7000-8000-2001${String(users.indexOf(user)).padStart(8, "0")}` as PersonId;
export const teamRoom = "00000000-0000-7000-8000-900100000001" as PlaceId;
const at = (user: string) => ({ platform: "web", workspace: "playground", user });

const buttonOf = ({ message }: Posted, label: string) =>
  message.cards
    .flatMap((it) => [
      ...it.buttons,
      ...it.body.flatMap((part) =>
        part.element === "rows" ? part.rows.flatMap((row) => row.buttons ?? []) : [],
      ),
    ])
    .findLast((each) => JSON.stringify(each.label).includes(label));

/** What the house tells these people by itself when it keeps house: each is told once in a story. */
export interface Tending {
  readonly whom: readonly string[];
  readonly says: string;
}

function drillPractice(rules: readonly Rule[], tending: Tending) {
  const messages = { en: () => ({}), zh: () => ({}) };
  const helps = () => ({ does: line`a drill`, usage: "drill", example: "drill" });
  const nudgeOf = ({
    name,
    priority = "habit",
    whom = users,
    at: times,
    outdoes = [],
    covers = [],
    says = () => name,
  }: Rule): Nudge<object, DrillStores> => ({
    name,
    priority,
    replacesInMessage: outdoes,
    replacesOnDay: covers,
    label: () => line`${name}`,
    why: () => line`because of ${name}`,
    plan: async (context) =>
      whom.map(idOf).includes(context.person.id)
        ? times(context).map((each) => ({ subject: context.person.id, ...each }))
        : [],
    say: async (_subject, context) => {
      const said = says(context);
      return said === null ? null : card({ title: said });
    },
  });
  return practice({
    name: "drill",
    group: "own",
    switched: "always on",
    messages,
    stores: { people: true, plans: true, nudges: true },
    needs: [],
    commands: [
      command({
        name: "drill.tell",
        words: { en: ["whisper"], zh: ["悄悄"] },
        help: helps,
        args: { words: rest() },
        handle: ({ words }, context) => {
          const [whom = "", ...what] = words.split(" ");
          return committed(
            show(card({ title: "told" })),
            context.notify({ id: idOf(whom), zone: "UTC" }, what.join(" "), () =>
              card({ title: what.join(" ") }),
            ),
          );
        },
      }),
      command({
        name: "drill.keep",
        words: { en: ["tally"], zh: ["计数"] },
        help: helps,
        args: { words: rest() },
        handle: ({ words }, context) => {
          const [name = "", ...what] = words.split(" ");
          return committed(
            show(card({ title: "posted" })),
            context.post(teamRoom, words, () => card({ title: what.join(" ") }), name),
          );
        },
      }),
    ],
    actions: [],
    forms: [],
    home: [],
    upkeep: [
      {
        whom: async () => tending.whom.map(idOf),
        tend: async (context) => [
          context.notify(context.person, "tended", () => card({ title: tending.says })),
        ],
      },
    ],
    nudges: rules.map(nudgeOf),
    samples: [],
  });
}

export async function startDrill(
  rules: readonly Rule[],
  start: string,
  place: FakePlace = createFakePlace(),
  tending: Tending = { whom: [], says: "" },
): Promise<Drill> {
  const database = await seededDatabase();
  const query = <T extends object>(what: SQL) =>
    inOrganisation(database, playgroundOrganisation, (tx) => execute<T>(tx, what));
  // Long before the story, wherever it begins.
  await query(sql`update team set switched_on_at = '2026-01-01T00:00:00Z'`);
  let now = new Date(start);
  let key = 0;
  const errors: Drill["errors"] = [];
  const counted: Drill["counted"] = new Map();
  const logger = errorsInto(errors);
  const add = (what: string, many: number) =>
    void (many > 0 && counted.set(what, (counted.get(what) ?? 0) + many));
  const meter = {
    count: (what: string, many = 1) => add(what, many),
    suppressed: (reason: string) => add(`suppressed ${reason}`, 1),
  };
  const clock = { now: () => now };
  const chance = createChance();
  const [outbox, alarms, inbox, stores] = [
    createOutbox(database),
    createAlarms(database),
    createInbox(database, chance),
    createStores(database),
  ];
  const bot = createBot([help, reminders, drillPractice(rules, tending)], {
    stores,
    clock,
    chance,
    logger,
    language: createLanguage(),
    inbox,
    meter,
    wake: () => {},
  });
  const loop = createDeliverLoop({ outbox, chats: [place], bot, chance, logger, meter });
  const inHouse = <T>(work: (all: AllStores) => Promise<T>) =>
    stores.inOrganisation(playgroundOrganisation, work);
  await inHouse(({ people }) =>
    people.savePlace({ id: teamRoom, name: "east", reads: "en", teamId: null }),
  );
  await database.db.execute(
    sql`insert into chat_place (platform, workspace, channel, organisation_id, place_id) values ('web', 'playground', 'room', ${playgroundOrganisation}::uuid, ${teamRoom}::uuid)`,
  );

  const drill: Drill = {
    database,
    stores,
    bot,
    place,
    outbox,
    alarms,
    inbox,
    loop,
    errors,
    counted,
    logger,
    meter,
    query,
    now: () => now,
    jumpTo: (iso) => void (now = new Date(iso)),
    async beat() {
      await tick(alarms, clock, meter, () => {});
      await loop.drain();
    },
    async goTo(iso) {
      const until = new Date(iso);
      for (
        let beats = 0, next = await alarms.next(until);
        next !== null;
        next = await alarms.next(until), beats++
      ) {
        if (beats > 500) throw new Error("alarms ring for ever");
        if (next > now) now = next;
        await drill.beat();
      }
      now = until;
    },
    plan: async () => void (await bot.lookOver(0, 1)),
    async says(user, text) {
      await bot.receive({ kind: "said", dedupeKey: `said ${++key}`, from: at(user), text });
      await loop.drain();
    },
    async presses(user, label) {
      const found = place.posted.filter((each) => each.to === user && buttonOf(each, label)).at(-1);
      if (!found) throw new Error(`no button ${label} for ${user}`);
      await drill.pressesOn(found, user, label);
    },
    async pressesOn(message, user, label) {
      const found = buttonOf(message, label)!;
      await bot.receive({
        kind: "pressed",
        dedupeKey: `pressed ${++key}`,
        from: at(user),
        name: found.act.name,
        version: found.act.version,
        payload: found.act.payload,
      });
      await loop.drain();
    },
    async came(user) {
      const rows = await query<{ rule: string; outcome: string; reason: string | null }>(
        sql`select rule, outcome, reason from nudge_log where person_id = ${idOf(user)}::uuid order by at, id`,
      );
      return rows.map((row) =>
        [row.rule, row.outcome, row.reason].filter((each) => each !== null).join(" "),
      );
    },
    planned: async (user) =>
      (await inHouse(({ plans }) => plans.of(idOf(user), null))).map(
        (each) => `${each.rule} ${each.dueAt.toISOString()}`,
      ),
    change: (user, change) => inHouse(({ people }) => people.change(idOf(user), change)),
    heads: () =>
      execute(database.db, sql`select id, state, kind, attempts, why from outbox_head order by id`),
    hurry: async () =>
      void (await database.db.execute(
        sql`update outbox_head set due_at = clock_timestamp() - interval '1 second', lease_until = case when lease_until is not null then least(lease_until, clock_timestamp() - interval '1 second') end where state = 'waiting'`,
      )),
    stop: () => loop.stop(),
  };
  return drill;
}
