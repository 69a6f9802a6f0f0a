// Where something was said and who was named in it, found before the transaction: a platform's own mention becomes a name of our
// directory, so that a command reads the same on every surface.
import { exactName } from "#src/people/naming";
import type { OrganisationId, PersonId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type { KernelStores, Routing } from "#src/ports/stores";
import type { UserEvent } from "../declare/incoming.ts";

/** What stands for a person in the text, and who that is. */
type Mentioned = ReadonlyMap<string, PersonId>;

export interface Surroundings {
  readonly place: PlaceId | null;
  readonly mentioned: Mentioned;
  /** The delivery of ours under which somebody left a mark. */
  readonly delivery: string | null;
}

export async function around(
  incoming: UserEvent,
  who: { readonly organisation: OrganisationId; readonly person: PersonId },
  routing: Routing,
): Promise<Surroundings> {
  const place =
    "place" in incoming && incoming.place ? await routing.whichPlace(incoming.place) : null;
  const mentioned = new Map<string, PersonId>();
  for (const { token, user } of incoming.kind === "said" ? (incoming.mentions ?? []) : []) {
    const other = await routing.whoIs({ ...incoming.from, user });
    if (other) mentioned.set(token, other.person);
  }
  const delivery =
    incoming.kind === "reacted"
      ? await marked(incoming, place ?? who.person, who.organisation, routing)
      : null;
  return { place, mentioned, delivery };
}

/** The delivery of ours under which a mark was left. `where`: in whose chat, or in which place; a platform that does not say needs none. */
export async function marked(
  { anywhere, messageId }: Extract<UserEvent, { kind: "reacted" }>,
  where: PersonId | PlaceId | null,
  organisation: OrganisationId,
  routing: Routing,
): Promise<string | null> {
  if (anywhere === true) return routing.deliveryNamed(organisation, messageId);
  return where === null ? null : routing.deliveryAt(where, messageId);
}

/** The event with names where mentions stood. Whoever is not in our directory stays as the platform wrote them. */
export async function named(
  incoming: UserEvent,
  mentioned: Mentioned,
  { people }: KernelStores,
): Promise<UserEvent> {
  if (incoming.kind !== "said" || mentioned.size === 0) return incoming;
  let text = incoming.text;
  for (const [token, id] of mentioned) {
    const person = await people.person(id);
    if (person) text = text.replaceAll(token, ` @${exactName(person)} `);
  }
  return { ...incoming, text: text.replace(/ {2,}/g, " ").trim() };
}
