// How a story begins and ends: the sales centre as seeded before each test, and an end at which nothing went wrong unseen.
import { afterEach, beforeEach, expect } from "vitest";
import { startSystem, type System } from "./system.ts";

/** Half past four in Shanghai, half past nine in Berlin: nobody's notices wait for their working hours. */
export const inWorkingHours = (system: System): Promise<boolean> =>
  system.clock.moveTo(new Date("2026-11-11T08:30:00Z"));

/** Everybody's reminders are planned, as the process does when it starts. */
export const lookedOver = (system: System): Promise<unknown> => system.house.bot.lookOver(0, 1);

/** A file's stories, each on a centre of its own. What is returned is the one of the test that runs. */
export function story(begin: (system: System) => Promise<unknown> = async () => {}): System {
  let open: System | null = null;
  beforeEach(async () => {
    open = await startSystem();
    await begin(open);
  });
  afterEach(async () => {
    const system = current();
    open = null;
    await system.stop();
    expect(system.errors).toEqual([]);
  });
  function current(): System {
    if (open === null) throw new Error("a story is told within a test");
    return open;
  }
  return {
    get house() {
      return current().house;
    },
    get database() {
      return current().database;
    },
    get stores() {
      return current().stores;
    },
    get clock() {
      return current().clock;
    },
    get surface() {
      return current().surface;
    },
    get channel() {
      return current().channel;
    },
    get routes() {
      return current().routes;
    },
    get allowedHosts() {
      return current().allowedHosts;
    },
    get errors() {
      return current().errors;
    },
    get place() {
      return current().place;
    },
    account: (user) => current().account(user),
    who: (user) => current().who(user),
    inChannel: (user) => current().inChannel(user),
    leapTo: (instant) => current().leapTo(instant),
    stop: () => current().stop(),
  };
}
