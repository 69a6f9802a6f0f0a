// The web adapter over a transcript in memory and a scripted bot: what the adapter's own tests run on.
import { createWebAdapter, type WebAdapter, type WebOptions } from "#adapters/web/index";
import { createLanguage } from "#src/language/catalogue";
import type { Chance } from "#src/ports/process/clock";
import type { MovableClock, Persona, Transcript } from "#src/ports/chat/transcript";
import type { Vocabulary } from "#src/bot/api";
import { createMemoryTranscript } from "./memory-transcript.ts";
import { createScriptedBot, type ScriptedBot } from "#test/support/scripted-bot";
import type { Surface } from "#test/support/story/surface";
import { createWebSurface } from "./surface.ts";

export interface WebFixture {
  readonly adapter: WebAdapter;
  readonly bot: ScriptedBot;
  readonly clock: MovableClock;
  readonly transcript: Transcript;
  readonly surface: Surface;
  /** The same people in the team's channel. */
  readonly channel: Surface;
  /** What was logged, by event. */
  readonly logged: string[];
}

/** Where the clock of every fixture starts. */
export const startedAt = new Date("2026-11-11T02:00:00Z");

export const people: readonly Omit<Persona, "unread">[] = [
  { user: "lan", name: "周岚", locale: "zh", zone: "Asia/Shanghai", role: "manager" },
  { user: "renke", name: "Renke", locale: "en", zone: "Europe/Berlin", role: "rep" },
];

const vocabulary: Vocabulary = {
  locale: "en",
  verbs: [
    { word: "log", does: "log progress", shown: true },
    { word: "goals", does: "my goals", shown: true },
    { word: "报", does: "log progress", shown: false },
  ],
  names: ["周岚", "Renke"],
};

export function createWebFixture(options: Partial<WebOptions> = {}): WebFixture {
  const logged: string[] = [];
  const note = (_fields: object, event: string): void => void logged.push(event);
  const clock = createClock(startedAt);
  const transcript = createMemoryTranscript(people, [{ channel: "team", name: "East" }]);
  const adapter = createWebAdapter({
    transcript,
    clock,
    chance: createChance(),
    logger: { info: note, warn: note, error: note },
    language: createLanguage(),
    botName: { en: "Pacer", zh: "领跑" },
    allowedHosts: ["localhost"],
    ...options,
  });
  const bot = createScriptedBot(vocabulary);
  adapter.connect(bot);
  const surface = createWebSurface({ routes: adapter.routes, settle: async () => {} });
  const channel = createWebSurface({
    routes: adapter.routes,
    settle: async () => {},
    room: "/in/team",
  });
  return { adapter, bot, clock, transcript, surface, channel, logged };
}

function createClock(start: Date): MovableClock {
  let now = start;
  return {
    now: () => now,
    async moveTo(instant) {
      if (instant <= now) return false;
      now = instant;
      return true;
    },
  };
}

function createChance(): Chance {
  let count = 0;
  return {
    id: () => `01930000-0000-7000-8000-${String((count += 1)).padStart(12, "0")}`,
    share: () => 0.5,
    code: () => `E${(count += 1)}`,
  };
}

/** A request as the page's own script makes it. */
export const post = (
  web: WebFixture,
  path: string,
  body: Record<string, string>,
  headers: Record<string, string> = {},
) =>
  web.adapter.routes.request(`http://localhost${path}`, {
    method: "POST",
    headers: {
      origin: "http://localhost",
      "x-pacer": "fragment",
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
    body: new URLSearchParams(body).toString(),
  });

export const get = (web: WebFixture, path: string, headers: Record<string, string> = {}) =>
  web.adapter.routes.request(`http://localhost${path}`, { headers });

export const id = (n: number): string => `0193aaaa-0000-7000-8000-${String(n).padStart(12, "0")}`;
