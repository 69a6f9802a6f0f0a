// Deliveries without anybody's act, to a place that does what a test tells it to.
import { afterEach, beforeEach } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { createChance } from "#src/app/system";
import type { PostResult } from "#src/ports/chat/chat";
import { type AccountName } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import { card } from "#src/view/card";
import { createFakePlace, type FakePlace } from "#test/support/jobs/fake-place";
import { idOf, startDrill, teamRoom, type Drill } from "#test/support/jobs/drill";

export const tuesday = "2026-11-17T09:30:00Z";
export let drill: Drill;
export let place: FakePlace;
/** A drill with nothing to deliver before each test of a file. */
export function delivering(): void {
  beforeEach(() => begin(createFakePlace()));
  afterEach(() => drill.stop());
}
export async function begin(at: FakePlace): Promise<void> {
  place = at;
  drill = await startDrill([], tuesday, place);
}
/** Another drill, with another place, instead of the one that began. */
export async function beginAgain(at: FakePlace): Promise<void> {
  await drill.stop();
  await begin(at);
}

export const ids = createChance();
/** Something to be delivered, without anybody's act. */
export async function write(
  to: string | PlaceId,
  text: string,
  more: { standing?: string; id?: string; notBefore?: string; through?: AccountName } = {},
): Promise<string> {
  const id = more.id ?? ids.id();
  const cards = { en: [card({ title: text })] };
  const receiver = to === teamRoom ? { place: teamRoom } : { person: idOf(to) };
  await drill.stores.inOrganisation(playgroundOrganisation, ({ acts }) =>
    acts.record(null, [
      {
        id,
        key: id,
        to: receiver,
        kind: "notice",
        cards,
        at: drill.now(),
        notBefore: more.notBefore === undefined ? null : new Date(more.notBefore),
        standing: more.standing ?? null,
        ...(more.through === undefined ? {} : { through: more.through }),
      },
    ]),
  );
  return id;
}
export const head = async (id: string) => (await drill.heads()).find((each) => each.id === id)!;
export const drain = () => drill.loop.drain();
export const again = async () => {
  await drill.hurry();
  await drain();
};
export const texts = (to = "renke") => place.textsTo(to);
export const dies = (stops: "person" | "content" | "installation"): PostResult => ({
  result: "final",
  stops,
  why: `no ${stops}`,
});
export const counted = (what: string) => drill.counted.get(what) ?? 0;
