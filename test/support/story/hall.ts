// A chat platform that has nothing but places: what was posted there can be read, pressed and marked by anybody.
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { inOrganisation } from "#db/organisation";
import { chatPlace, place } from "#db/schema/kernel";
import type { Outcome } from "#src/bot/declare/incoming";
import type { TeamId } from "#src/people/person";
import type { Place, PlaceId } from "#src/people/place";
import { withoutDirectory, type Chat } from "#src/ports/chat/chat";
import type { Card } from "#src/view/card";
import { plainLine } from "#src/view/line";
import { plainCard } from "#src/view/plain";
import type { System } from "./system.ts";

interface Posted {
  readonly id: string;
  readonly channel: string;
  cards: readonly Card[];
}

const platform = "hall";
const at = (channel: string) => ({ platform, workspace: "h", channel });

export interface Hall {
  readonly chat: Chat;
  /** Opens a place; the only one of the playground's team when `ofTeam`. */
  open(
    system: System,
    channel: string,
    options?: { readonly reads?: Place["reads"]; readonly ofTeam?: boolean },
  ): Promise<void>;
  /** Posts there are refused from now on, or taken again: as where the bot was muted. */
  mute(channel: string, muted: boolean): void;
  /** What stands in that place, oldest first, as plain text. */
  read(system: System, channel: string): Promise<readonly string[]>;
  says(system: System, channel: string, user: string, text: string): Promise<Outcome>;
  /** On the newest message with such a button. */
  presses(system: System, channel: string, user: string, label: string | RegExp): Promise<Outcome>;
  /** A mark under the newest message. */
  marks(system: System, channel: string, user: string, added: boolean): Promise<Outcome>;
}

/** As after an installation, when nobody invited the bot anywhere yet. */
export async function forgetPlaces({ database }: System): Promise<void> {
  await database.db.delete(chatPlace);
  await inOrganisation(database, playgroundOrganisation, (tx) => tx.delete(place));
}

export function createHall(): Hall {
  const messages: Posted[] = [];
  const muted = new Set<string>();
  const chat: Chat = {
    platform,
    pace: { destination: null, installation: null },
    async post(to, message) {
      if ("channel" in to && muted.has(to.channel))
        return { result: "final", stops: "person", why: "the bot may not speak here" };
      if (!("channel" in to)) return { result: "final", stops: "person", why: "only places here" };
      messages.push({ id: message.deliveryId, channel: to.channel, cards: message.cards });
      return { result: "sent", messageId: message.deliveryId };
    },
    async edit(_to, messageId, message) {
      const known = messages.find((each) => each.id === messageId);
      if (!known) return { result: "final", stops: "content", why: "not here" };
      known.cards = message.cards;
      return { result: "sent", messageId };
    },
    ...withoutDirectory,
    find: async (_to, deliveryId) =>
      messages.some((each) => each.id === deliveryId)
        ? { found: "there", messageId: deliveryId }
        : { found: "absent" },
  };
  const inside = (channel: string): readonly Posted[] =>
    messages.filter((each) => each.channel === channel);
  const give = async (
    system: System,
    incoming: Parameters<System["house"]["bot"]["receive"]>[0],
  ): Promise<Outcome> => {
    const outcome = await system.house.bot.receive(incoming);
    await system.house.deliveries.drain();
    return outcome;
  };
  return {
    chat,
    mute: (channel, on) => void (on ? muted.add(channel) : muted.delete(channel)),
    async open(system, channel, { reads = "zh", ofTeam = true } = {}) {
      const id = randomUUID() as PlaceId;
      await system.stores.inOrganisation(playgroundOrganisation, async ({ people }) => {
        const team = ofTeam ? ((await people.teams())[0]!.id as TeamId) : null;
        for (const other of await people.places())
          if (team && other.teamId === team) await people.savePlace({ ...other, teamId: null });
        await people.savePlace({ id, name: channel, reads, teamId: team });
      });
      await system.database.db
        .insert(chatPlace)
        .values({ ...at(channel), organisationId: playgroundOrganisation, placeId: id });
    },
    async read(system, channel) {
      await system.house.deliveries.drain();
      return inside(channel).map((each) =>
        each.cards.map(plainCard).join("\n---\n").replaceAll("\u00A0", " "),
      );
    },
    says: (system, channel, user, text) =>
      give(system, {
        kind: "said",
        dedupeKey: randomUUID(),
        from: system.account(user),
        text,
        place: at(channel),
      }),
    async presses(system, channel, user, label) {
      await system.house.deliveries.drain();
      const fits = (text: string): boolean =>
        typeof label === "string" ? text === label : label.test(text);
      const button = inside(channel)
        .toReversed()
        .flatMap((each) => each.cards.flatMap((card) => card.buttons))
        .find((each) => fits(plainLine(each.label)));
      if (!button)
        return expect.fail(
          `no button ${String(label)} in ${channel}:\n${(await this.read(system, channel)).join("\n\n")}`,
        );
      return give(system, {
        kind: "pressed",
        dedupeKey: randomUUID(),
        from: system.account(user),
        name: button.act.name,
        version: button.act.version,
        payload: button.act.payload,
        place: at(channel),
      });
    },
    marks: (system, channel, user, added) =>
      give(system, {
        kind: "reacted",
        dedupeKey: randomUUID(),
        from: system.account(user),
        messageId: inside(channel).at(-1)?.id ?? "none",
        added,
        place: at(channel),
      }),
  };
}
