// What comes in, as it may be read and kept, whatever platform it came from: no NUL and no half characters anywhere, names of one line,
// payloads that are data, and of a text that is too long only as much as shows that it is.
import { refusable, shorten, wellFormed } from "#src/language/text";
import type { ChatIdentity } from "#src/people/person";
import type { PlaceIdentity } from "#src/people/place";
import type { Profile } from "#src/people/profile";
import { readPayload } from "#src/view/action";
import type { FormValues } from "#src/view/form";
import type { Incoming, Stranger } from "./declare/incoming.ts";

/** Each is looked for in the directory; who names more people in one line is not understood beyond these. */
const mostMentions = 100;
/** A big team may come at once. */
const mostPicked = 500;
const longestName = 200;
const longestEmail = 320;
const longestZone = 100;

export function cleanIncoming(incoming: Incoming): Incoming {
  const dedupeKey = wellFormed(incoming.dedupeKey);
  if (incoming.kind === "placeChanged")
    return {
      ...incoming,
      dedupeKey,
      place: cleanPlace(incoming.place),
      name: cleanName(incoming.name),
      ...(incoming.by === undefined ? {} : { by: wellFormed(incoming.by) }),
    };
  const from = cleanAccount(incoming.from);
  const place = "place" in incoming && incoming.place ? { place: cleanPlace(incoming.place) } : {};
  const messageId =
    "messageId" in incoming && incoming.messageId !== undefined
      ? { messageId: wellFormed(incoming.messageId) }
      : {};
  switch (incoming.kind) {
    case "said":
      return { ...incoming, dedupeKey, from, ...place, ...cleanWords(incoming) };
    case "pressed":
      return {
        ...incoming,
        dedupeKey,
        from,
        ...place,
        ...messageId,
        name: wellFormed(incoming.name),
        payload: readPayload(incoming.payload),
      };
    case "submitted":
      return {
        ...incoming,
        dedupeKey,
        from,
        ...messageId,
        name: wellFormed(incoming.name),
        payload: readPayload(incoming.payload),
        values: cleanValues(incoming.values),
        ...cleanPicked(incoming),
      };
    case "reacted":
      return { ...incoming, dedupeKey, from, ...place, messageId: wellFormed(incoming.messageId) };
    case "messageChanged":
      return { ...incoming, dedupeKey, from, said: wellFormed(incoming.said) };
    case "homeOpened":
      return { ...incoming, dedupeKey, from };
    case "personChanged":
      return { ...incoming, dedupeKey, from, profile: cleanProfile(incoming.profile) };
  }
}

export const cleanAccount = ({ platform, workspace, user }: ChatIdentity): ChatIdentity => ({
  platform: wellFormed(platform),
  workspace: wellFormed(workspace),
  user: wellFormed(user),
});
export const cleanPlace = ({ platform, workspace, channel }: PlaceIdentity): PlaceIdentity => ({
  platform: wellFormed(platform),
  workspace: wellFormed(workspace),
  channel: wellFormed(channel),
});

/** One line: a name with a line break in it would put words of its own into our messages. */
export const cleanName = (name: string): string =>
  shorten(
    wellFormed(refusable(name))
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
      .trim(),
    longestName,
  );

export function cleanProfile(profile: Profile): Profile {
  const within = (text: string | null, most: number): string | null =>
    text === null || text.length > most ? null : wellFormed(text);
  return {
    ...profile,
    name: cleanName(profile.name),
    email: within(profile.email, longestEmail),
    zone: within(profile.zone, longestZone),
  };
}

const cleanText = (text: string): string => wellFormed(refusable(text));

type Said = Extract<Incoming, { kind: "said" }>;

/** Whom a mention names is asked of the directory: only of those that stand in what is left. */
function cleanWords({ file, ...said }: Said): Pick<Said, "text" | "mentions" | "file"> {
  const words = cleanTyped(said);
  return file === undefined
    ? words
    : {
        ...words,
        file: { ref: wellFormed(file.ref), name: cleanName(file.name), bytes: file.bytes },
      };
}

function cleanTyped({
  text: typed,
  mentions,
}: Pick<Said, "text" | "mentions">): Pick<Said, "text" | "mentions"> {
  const text = cleanText(typed);
  if (mentions === undefined) return { text };
  const named = mentions
    .slice(0, mostMentions)
    .map(({ token, ...each }) => ({ token: wellFormed(token), ...cleanPerson(each) }));
  return {
    text,
    mentions:
      text.length < typed.length
        ? []
        : named.filter(({ token }) => token !== "" && text.includes(token)),
  };
}

type Submitted = Extract<Incoming, { kind: "submitted" }>;

const cleanPicked = ({ picked }: Submitted): Pick<Submitted, "picked"> =>
  picked === undefined
    ? {}
    : {
        picked: picked.map(({ field, users }) => ({
          field: wellFormed(field),
          users: users.slice(0, mostPicked).map(cleanPerson),
        })),
      };

function cleanPerson<Named extends { readonly user: string; readonly stranger?: Stranger }>({
  user,
  stranger,
}: Named): { readonly user: string; readonly stranger?: Stranger } {
  return {
    user: wellFormed(user),
    ...(stranger === undefined
      ? {}
      : { stranger: { ...stranger, name: cleanName(stranger.name) } }),
  };
}

const cleanValues = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      wellFormed(name),
      typeof value === "string" ? cleanText(value) : value.map(cleanText),
    ]),
  );
