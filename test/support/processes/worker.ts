// One process of several that share a database: delivers to an HTTP place, handles what is left in the inbox, composes. Killed by
// tests. Arguments: the database's URL, the place's URL, the lease in milliseconds, what it does.
import { z } from "zod";
import { openDatabase } from "#db/client";
import { createBell } from "#db/stores/delivery/delivery-signal";
import { createInbox } from "#db/stores/delivery/inbox";
import { createOutbox } from "#db/stores/delivery/outbox";
import { createDeliverLoop } from "#jobs/deliver";
import { replay } from "#jobs/inbox";
import { speak } from "#src/bot/declare/actions";
import type { Bot } from "#src/bot/api";
import type { Incoming } from "#src/bot/declare/incoming";
import { createChance } from "#src/app/system";
import type { OrganisationId, PersonId } from "#src/people/person";
import { withoutDirectory, type Chat } from "#src/ports/chat/chat";

const [url = "", placeUrl = "", lease = "", what = "deliver", at = "2026-11-16T08:00:00Z"] =
  process.argv.slice(2);

const found = z.object({ there: z.boolean() });
const chat: Chat = {
  platform: "web",
  pace: { destination: null, installation: null },
  async post(to, message) {
    const response = await fetch(`${placeUrl}/post`, {
      method: "POST",
      body: JSON.stringify({ id: message.deliveryId, to: "user" in to ? to.user : to.channel }),
    });
    return response.ok
      ? { result: "sent", messageId: await response.text() }
      : { result: "unknown" };
  },
  edit: async (_to, messageId) => ({ result: "sent", messageId }),
  ...withoutDirectory,
  async find(_to, deliveryId) {
    const { there } = found.parse(await (await fetch(`${placeUrl}/find?id=${deliveryId}`)).json());
    return there ? { found: "there", messageId: deliveryId } : { found: "absent" };
  },
};

const database = await openDatabase({ url, poolSize: 4 });
const chance = createChance();
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const meter = { count: () => {}, suppressed: () => {} };
const clock = { now: () => new Date(at) };
const inbox = createInbox(database, chance);
/** Loaded only where it is needed: a process that delivers starts, and is killed, often. */
async function wholeBot(): Promise<Bot> {
  const [{ createBot }, { createStores }, { createLanguage }, { practices }] = await Promise.all([
    import("#src/bot/index"),
    import("#db/stores/index"),
    import("#src/language/catalogue"),
    import("#src/practices/index"),
  ]);
  return createBot(practices, {
    stores: createStores(database),
    clock,
    chance,
    logger: quiet,
    language: createLanguage(),
    inbox,
    meter,
    wake: () => loop.wake(),
  });
}
const bot = what === "deliver" ? null : await wholeBot();
const deliversOnly = {
  compose: async () => false,
  askAdmins: async () => {},
  toTell: async () => new Map<string, string>(),
};
const loop = createDeliverLoop({
  outbox: createOutbox(database),
  chats: [chat],
  bot: bot ?? deliversOnly,
  chance,
  logger: quiet,
  meter,
  leaseMs: Number(lease),
});

/** One says lines, the others press; each tells what every act was answered. */
function actsFor(user: string): void {
  const from = { platform: "web", workspace: "playground", user };
  const act = (dedupeKey: string): Incoming =>
    user === "linxiao"
      ? { kind: "said", dedupeKey, from, text: "log 1 G2" }
      : {
          kind: "pressed",
          dedupeKey,
          from,
          name: speak.action,
          version: speak.version,
          payload: { locale: "en" },
        };
  const on = async (n: number): Promise<void> => {
    const key = `act ${user} ${n}`;
    const outcome = await bot!.receive(act(key)).catch(() => null);
    process.send?.({ key, outcome });
    setTimeout(() => void on(n + 1), 30);
  };
  void on(1);
}

const handing: Record<string, () => Promise<void>> = {
  deliver: async () => loop.start(),
  /** Composes for whom it is told, at that moment, so that several do it at once. */
  compose: async () =>
    void process.on("message", (person: PersonId) => {
      void bot
        ?.compose({
          id: chance.id(),
          organisation: "00000000-0000-7000-8000-00000000c0de" as OrganisationId,
          person,
        })
        .then(() => process.send?.("composed"));
    }),
  /** Stores an event and is killed before it is handled. */
  accept: async () =>
    void (await bot?.accept({
      kind: "said",
      dedupeKey: "accepted",
      from: { platform: "web", workspace: "playground", user: "linxiao" },
      text: "log 5 G2",
    })),
  /** Six people who act without end; tells what each was answered, null where it was nothing. */
  act: async () => {
    loop.start();
    await createBell(database).listen(() => loop.wake());
    for (const user of ["linxiao", "wanglei", "chenjing", "renke", "anna", "maya"]) actsFor(user);
  },
  replay: async () =>
    void setInterval(() => void replay(inbox, bot!, quiet, meter).catch(() => {}), 50),
};
setInterval(() => {}, 60_000);
await handing[what]?.();
process.send?.("ready");
