// The stage of the demo: a chat in the terminal, people who act in it, and a clock that is moved from one to the next.
import type { House } from "#src/app/compose";
import { addDays, weekday } from "#src/calendar/local-date";
import { instantAt, localDateAt } from "#src/calendar/zones";
import type { MovableClock } from "#src/ports/chat/transcript";
import { createDeeds } from "./deeds.ts";
import { createScreen, type StageParts } from "./screen.ts";
import { days, type Beat, type Moment } from "./script.ts";

const furthestDays = 7;

export function createStage(parts: StageParts) {
  let now: () => Date = () => new Date(0);
  const screen = createScreen(parts, () => now());

  /** `bare`: the same clock, moved without anything that would have come on the way. */
  async function play(
    script: readonly Beat[],
    house: House,
    clock: MovableClock,
    bare: MovableClock,
  ): Promise<void> {
    now = () => clock.now();
    const carryOut = createDeeds(parts, screen, house, now);
    for (const beat of script) {
      if (beat.beat === "scene") {
        parts.paper.scene(beat.title);
        continue;
      }
      if (beat.beat === "later") {
        await bare.moveTo(instantAt(beat.day, "00:00", parts.cast[0]?.zone ?? "UTC"));
        continue;
      }
      const actor = parts.cast.find((each) => each.user === beat.who);
      if (!actor) throw new Error(`nobody is called ${beat.who}`);
      await clock.moveTo(momentAfter(clock.now(), beat.when, actor.zone));
      screen.look();
      for (const deed of beat.deeds) {
        await carryOut(actor, deed);
        await house.deliveries.drain();
        screen.look();
      }
    }
  }

  return { chat: screen.chat, play };
}

/** The first such moment from now on. A script that would have to wait a week is told so: its beats are out of order. */
function momentAfter(now: Date, when: Moment, zone: string): Date {
  const [day = "", time = ""] = when.split(" ");
  const today = localDateAt(now, zone);
  for (let ahead = 0; ahead < furthestDays; ahead++) {
    const date = addDays(today, ahead);
    const moment = instantAt(date, time, zone);
    if (days[weekday(date) - 1] === day && moment >= now) return moment;
  }
  throw new Error(`${when} in ${zone} is past: it is ${now.toISOString()}`);
}
