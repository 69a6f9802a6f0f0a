// Places where several read along, and in which of them the bot is.
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { TeamId } from "#src/people/person";
import { cloudOf, type Place, type PlaceId } from "#src/people/place";
import type { PeopleStore } from "#src/people/store";
import type { Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { chatPlace, place } from "../../schema/kernel.ts";
import { givenUp, revived } from "../delivery/stopped/closed-places.ts";

export function places(
  tx: Tx,
  organisationId: string,
): Pick<
  PeopleStore,
  "places" | "savePlace" | "arriveAt" | "leavePlace" | "channelsAt" | "closedPlaces"
> {
  return {
    async places() {
      const found = await tx
        .select()
        .from(place)
        .where(eq(place.organisationId, organisationId))
        .orderBy(asc(place.name), asc(place.id));
      return found.map((row): Place => ({
        id: row.id as PlaceId,
        name: row.name,
        reads: row.reads,
        teamId: row.teamId as TeamId | null,
        cloud: row.cloud,
      }));
    },
    async savePlace(row) {
      await tx
        .insert(place)
        .values({ organisationId, ...row })
        .onConflictDoUpdate({
          target: place.id,
          set: { name: row.name, reads: row.reads, teamId: row.teamId },
        });
    },
    async arriveAt(identity, row) {
      const placeId = await atRouting(tx, async () => {
        const target = [chatPlace.platform, chatPlace.workspace, chatPlace.channel];
        const [known] = await tx
          .insert(chatPlace)
          .values({ ...identity, organisationId, placeId: row.id })
          .onConflictDoUpdate({
            target,
            set: {
              stoppedAt: null,
              triedWith: null,
              triedAt: sql`case when chat_place.stopped_at is null then chat_place.tried_at else clock_timestamp() end`,
            },
            setWhere: eq(chatPlace.organisationId, organisationId),
          })
          .returning({ id: chatPlace.placeId });
        if (known)
          await tx.execute(
            sql`update outbox_head set ${revived} where destination = ${known.id}::uuid and ${givenUp} and standing`,
          );
        return known?.id ?? null;
      });
      if (placeId === null) return;
      const there = and(eq(place.organisationId, organisationId), eq(place.id, placeId));
      // Where the platform does not tell the name, the one that is known stays.
      const name = sql`coalesce(nullif(${row.name}::text, ''), ${place.name})`;
      const renamed = await tx
        .update(place)
        .set({ name, cloud: cloudOf(identity) })
        .where(there)
        .returning({ id: place.id });
      if (renamed.length === 0)
        await tx.insert(place).values({
          organisationId,
          ...row,
          name: row.name === "" ? identity.channel : row.name,
          id: placeId,
          cloud: cloudOf(identity),
        });
    },
    async channelsAt({ platform, workspace }, ids) {
      if (ids.length === 0) return new Map();
      const there = and(
        eq(chatPlace.organisationId, organisationId),
        eq(chatPlace.platform, platform),
        eq(chatPlace.workspace, workspace),
        inArray(chatPlace.placeId, [...ids]),
        isNull(chatPlace.stoppedAt),
      );
      const found = await atRouting(tx, () =>
        tx
          .select({ id: chatPlace.placeId, channel: chatPlace.channel })
          .from(chatPlace)
          .where(there),
      );
      return new Map(found.map(({ id, channel }) => [id as PlaceId, channel]));
    },
    async closedPlaces() {
      const closed = await atRouting(
        tx,
        async () =>
          await tx
            .select({ id: chatPlace.placeId })
            .from(chatPlace)
            .where(eq(chatPlace.organisationId, organisationId))
            .groupBy(chatPlace.placeId)
            .having(sql`bool_and(${chatPlace.stoppedAt} is not null)`),
      );
      return new Set(closed.map(({ id }) => id as PlaceId));
    },
    async leavePlace({ platform, workspace, channel }) {
      const where = and(
        eq(chatPlace.platform, platform),
        eq(chatPlace.workspace, workspace),
        eq(chatPlace.channel, channel),
        eq(chatPlace.organisationId, organisationId),
      );
      await atRouting(
        tx,
        async () =>
          void (await tx
            .update(chatPlace)
            .set({ stoppedAt: sql`coalesce(stopped_at, clock_timestamp())` })
            .where(where)),
      );
    },
  };
}
