// One process that delivers, for rate.ts: the real loop on the real outbox; its chat is the parent process.
import { withoutDirectory, type Chat, type PostResult } from "#src/ports/chat/chat";
import { noMeter } from "#src/app/compose";
import { createChance } from "#src/app/system";
import { openDatabase } from "#db/client";
import { createOutbox } from "#db/stores/delivery/outbox";
import { createDeliverLoop } from "#jobs/deliver";
import type { FromSender, ToSender } from "./rate.ts";

const [url, pace] = process.argv.slice(2) as [string, string];
const say = (message: FromSender): void => void process.send!(message);
const database = await openDatabase({ url });
const chance = createChance();
const answers = new Map<string, (result: PostResult) => void>();

const chat: Chat = {
  platform: "bench",
  pace: JSON.parse(pace) as Chat["pace"],
  post: (to, { deliveryId }) =>
    new Promise((resolve) => {
      answers.set(deliveryId, resolve);
      say({ does: "post", id: deliveryId, user: "user" in to ? to.user : "" });
    }),
  edit: () => Promise.reject(new Error("nothing is edited here")),
  ...withoutDirectory,
  find: () => Promise.resolve({ found: "absent" }),
};
const complain = (fields: object, event: string): void =>
  say({ does: "complain", what: `${event} ${JSON.stringify(fields)}` });
const loop = createDeliverLoop({
  outbox: createOutbox(database),
  chats: [chat],
  bot: {
    compose: () => Promise.reject(new Error("everything has its words")),
    askAdmins: () => Promise.resolve(),
    toTell: () => Promise.resolve(new Map()),
  },
  chance,
  logger: { info: () => {}, warn: complain, error: complain },
  meter: noMeter,
});

process.on("message", (message: ToSender) => {
  if (message.does === "answer") {
    answers.get(message.id)?.(message.result);
    answers.delete(message.id);
  } else if (message.does === "begin") loop.start();
  else void stop();
});

async function stop(): Promise<void> {
  await loop.stop();
  await database.close();
  const { user, system } = process.cpuUsage();
  say({ does: "end", cpuMs: (user + system) / 1000 });
  process.disconnect();
}

say({ does: "ready" });
