// Puts the house on the demo's stage: a database in memory, the playground's sales centre, seeded chance, no network.
import type { Database } from "#db/client";
import {
  playgroundChannel,
  playgroundOrganisation,
  playgroundStart,
  seedImported,
  seedPlayground,
} from "#db/seed";
import { createPlaygroundClock, createTranscript } from "#db/stores/playground";
import { createLanguage } from "#src/language/catalogue";
import type { MovableClock } from "#src/ports/chat/transcript";
import { composeHouse, noMeter, playing, type House } from "#src/app/compose";
import { loggerOn } from "#src/app/log/logger";
import { createChance } from "#src/app/system";
import { createPaper } from "./paper.ts";
import type { Beat } from "./script.ts";
import { createStage } from "./stage.ts";

/** Plays a script on a migrated, empty database. Throws where something went wrong that nobody expected. */
export async function playDemo(
  database: Database,
  script: readonly Beat[],
  write: (text: string) => void,
): Promise<void> {
  await seedPlayground(database);
  await seedImported(database);
  const transcript = createTranscript(database, playgroundOrganisation);
  const channel = (await transcript.channels()).find((each) => each.channel === playgroundChannel);
  const language = createLanguage();
  const errors: string[] = [];
  const logger = loggerOn(
    (level, fields, event) =>
      void (level === "error" && errors.push(`${event}: ${JSON.stringify(fields)}`)),
  );
  const stage = createStage({
    platform: "web",
    workspace: "playground",
    cast: await transcript.personas(),
    team: { channel: playgroundChannel, name: channel?.name ?? playgroundChannel },
    botName: { en: "Pacer", zh: "领跑" },
    paper: createPaper(language, write),
  });
  const bare = await createPlaygroundClock(database, playgroundOrganisation, playgroundStart);
  const clock: MovableClock = playing(bare, () => house);
  const house: House = composeHouse({
    database,
    clock,
    chance: createChance(clock, seeded()),
    logger,
    language,
    chats: [stage.chat],
    meter: noMeter,
  });
  try {
    await house.bot.lookOver(0, 1);
    await stage.play(script, house, clock, bare);
  } finally {
    await house.deliveries.stop();
  }
  if (errors.length > 0) throw new Error(errors.join("\n"));
}

/** The same bytes in every run (mulberry32). */
function seeded(): (count: number) => Uint8Array {
  let state = 20261111;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) & 0xff;
  };
  return (count) => Uint8Array.from({ length: count }, next);
}
