// Where something was said and who was named in it, found before the transaction: a platform's own mention becomes a name of our
// directory, so that a command reads the same on every surface.
import type { Locale } from "#src/language/text";
import { exactName } from "#src/people/naming";
import type { OrganisationId, PersonId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type { KernelStores, Routing } from "#src/ports/stores";
import { cleanName } from "../clean-incoming.ts";
import type { Stranger, UserEvent } from "../declare/incoming.ts";

/** What stands for a person in the text, and who that is. */
type Mentioned = ReadonlyMap<string, PersonId>;

export interface Surroundings {
  readonly place: PlaceId | null;
  readonly mentioned: Mentioned;
  /** Whoever was named by a mention and is nobody of our directory, by what stands for them in the text. */
  readonly strangers: ReadonlyMap<string, Stranger>;
  /** Who was picked in a form, by field. */
  readonly picked: ReadonlyMap<string, readonly PersonId[]>;
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
  const strangers = new Map<string, Stranger>();
  const mentions = incoming.kind === "said" ? (incoming.mentions ?? []) : [];
  for (const { token, user, stranger } of mentions) {
    const other = await routing.whoIs({ ...incoming.from, user });
    if (other) mentioned.set(token, other.person);
    else if (stranger) strangers.set(token, stranger);
  }
  const picked = new Map<string, readonly PersonId[]>();
  for (const { field, users } of incoming.kind === "submitted" ? (incoming.picked ?? []) : []) {
    const people: PersonId[] = [];
    for (const { user, stranger } of users) {
      const other = await routing.whoIs({ ...incoming.from, user });
      if (other && !other.barred) people.push(other.person);
      else
        strangers.set(
          `${field} ${user}`,
          stranger ?? { name: `#${user.slice(-4)}`, kind: "outside" },
        );
    }
    picked.set(field, people);
  }
  const delivery =
    incoming.kind === "reacted"
      ? await marked(incoming, place ?? who.person, who.organisation, routing)
      : null;
  return { place, mentioned, strangers, picked, delivery };
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

/** The event with what the platform has told meanwhile of those it mentions, or who were picked in it. */
export function withStrangers(
  event: UserEvent,
  strangers: ReadonlyMap<string, Stranger> = new Map(),
): UserEvent {
  if (strangers.size === 0) return event;
  const told = <Each extends { readonly user: string }>(each: Each): Each => {
    const stranger = strangers.get(each.user);
    return stranger === undefined
      ? each
      : { ...each, stranger: { ...stranger, name: cleanName(stranger.name) } };
  };
  if (event.kind === "said" && event.mentions !== undefined)
    return { ...event, mentions: event.mentions.map(told) };
  if (event.kind === "submitted" && event.picked !== undefined)
    return {
      ...event,
      picked: event.picked.map(({ field, users }) => ({ field, users: users.map(told) })),
    };
  return event;
}

export interface Named {
  /** The event with names where mentions stood. */
  readonly event: UserEvent;
  /** Who was named and cannot be meant by a command: not of our directory, or not here any more. */
  readonly strangers: readonly Stranger[];
}

const somebody: Readonly<Record<Locale, string>> = { zh: "某人", en: "someone" };

export async function named(
  event: UserEvent,
  { mentioned, strangers, picked }: Pick<Surroundings, "mentioned" | "strangers" | "picked">,
  { people }: KernelStores,
  locale: Locale,
): Promise<Named> {
  if (event.kind === "submitted" && picked.size > 0)
    return {
      event: { ...event, values: { ...event.values, ...Object.fromEntries(picked) } },
      strangers: [...strangers.values()],
    };
  if (event.kind !== "said" || (event.mentions ?? []).length === 0) return { event, strangers: [] };
  const found: Stranger[] = [...strangers.values()];
  let text = event.text;
  const put = (token: string, name: string): void => {
    text = text.replaceAll(token, ` @${name} `);
  };
  for (const [token, id] of mentioned) {
    const person = await people.person(id);
    if (person?.leftOn === null) put(token, exactName(person));
    else if (person) {
      put(token, person.name);
      found.push({ name: person.name, kind: "left" });
    }
  }
  for (const [token, { name }] of strangers) put(token, name);
  // The platform tells nothing of whoever is left: an account's number means nothing to anybody.
  for (const { token, user } of event.mentions ?? [])
    if (token.includes(user)) put(token, somebody[locale]);
  return {
    event: { ...event, text: text.replace(/ {2,}/g, " ").trim() },
    strangers: found,
  };
}
