// How a story begins and ends: the sales centre as seeded before each test, and an end at which nothing went wrong unseen.
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { createHall, type Hall } from "./hall.ts";
import type { PersonaInStory } from "./persona.ts";
import { startSystem, type System } from "./system.ts";

/** Half past four in Shanghai, half past nine in Berlin: nobody's notices wait for their working hours. */
export const inWorkingHours = (system: System): Promise<boolean> =>
  system.clock.moveTo(new Date("2026-11-11T08:30:00Z"));

/** Everybody's reminders are planned, as the process does when it starts. */
export const lookedOver = (system: System): Promise<unknown> => system.house.bot.lookOver(0, 1);

/** `each`: every test on a centre of its own; `all`: the tests one after the other on the same. */
type On = "each" | "all";

/** A file's or a describe's stories. What is returned is the system of the test that runs. */
export function story(
  begin: (system: System) => Promise<unknown> = async () => {},
  on: On = "each",
): System {
  return telling(startSystem, begin, on);
}

const publicUrl = "https://pacer.example.com";

/** The same where browsers reach it, whatever the front. */
export const storyWithPages = (
  begin: (system: System) => Promise<unknown> = async () => {},
): System => telling(() => startSystem({ publicUrl }), begin, "each");

/** The same with a platform beside it that has nothing but places. */
export function storyInHall(
  begin: (system: System, hall: Hall) => Promise<unknown> = async () => {},
): {
  readonly system: System;
  readonly hall: Hall;
} {
  let open = createHall();
  const hall = running(() => open);
  const start = () => {
    open = createHall();
    return startSystem({ chats: [open.chat] });
  };
  return { hall, system: telling(start, (system) => begin(system, hall), "each") };
}

function telling(
  start: () => Promise<System>,
  begin: (system: System) => Promise<unknown>,
  on: On,
): System {
  let open: System | null = null;
  const [before, after] = on === "each" ? [beforeEach, afterEach] : [beforeAll, afterAll];
  const current = (): System => {
    if (open === null) throw new Error("a story is told within a test");
    return open;
  };
  before(async () => {
    open = await start();
    await begin(open);
  });
  after(async () => {
    const system = current();
    open = null;
    await system.stop();
    expect(system.errors).toEqual([]);
  });
  /** May be named before a test begins, and is somebody new in each. */
  const person = (of: (system: System) => PersonaInStory): PersonaInStory => {
    let known: { readonly system: System; readonly persona: PersonaInStory } | null = null;
    return running(() => {
      const system = current();
      if (known?.system !== system) known = { system, persona: of(system) };
      return known.persona;
    });
  };
  const people: Pick<System, "who" | "inChannel"> = {
    who: (user) => person((system) => system.who(user)),
    inChannel: (user) => person((system) => system.inChannel(user)),
  };
  return running(current, people);
}

/** Whatever it is when something of it is asked for; but for what is the same in every test. */
const running = <T extends object>(current: () => T, always: Partial<T> = {}): T =>
  new Proxy({} as T, {
    get: (_, name): unknown => Reflect.get(name in always ? always : current(), name),
  });
