// How it runs, for whoever sees to it: messages that went out, wait and failed, and what each source of numbers brought.
import type { MessagesNow } from "#src/ports/delivery/running";
import { card, chip, fact, facts, rows, softText, type Card, type Row } from "#src/view/card";
import { sources } from "./api.ts";
import type { PageMessages } from "./messages/en.ts";
import type { PageContext } from "./context.ts";

export async function runningAtHome(context: PageContext): Promise<readonly Card[]> {
  const given = await context.offered(sources({}));
  return [runningCard(await context.stores.running.messages(), given, context.t)];
}

/** As long something may wait before it is worth a look: the platforms let one message through at a time. */
const patienceMinutes = 15;

export function runningCard(now: MessagesNow, given: readonly Row[], t: PageMessages): Card {
  const places = now.stopped.filter(({ place }) => place).length;
  const isWell =
    now.failed === 0 && now.stopped.length === 0 && now.oldestMinutes < patienceMinutes;
  const lines: readonly Row[] = [
    ...now.stopped
      .filter(({ place }) => !place)
      .map(({ name, since }) => ({ line: t.stopped(name, since) })),
    ...(places > 0 ? [{ line: t.stoppedPlace(places) }] : []),
    ...given,
  ];
  return card({
    title: t.runningTitle(),
    chip: isWell ? chip(t.runningWell(), "good") : chip(t.runningLook(), "warning"),
    body: [
      facts(
        fact(t.sent(), t.count(now.sent)),
        fact(t.waiting(), t.count(now.waiting)),
        fact(t.held(), t.count(now.held)),
        fact(t.failed(), t.count(now.failed)),
      ),
      now.waiting > 0 && now.oldestMinutes > 0
        ? softText(t.waitingSince(now.oldestMinutes))
        : undefined,
      now.failed > 0 ? softText(t.failedWhat()) : undefined,
      lines.length > 0 ? rows(lines) : undefined,
    ],
    sees: t.onlyYou(),
  });
}
