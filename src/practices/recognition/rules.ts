// What may be said, seen and cheered: pure. Sources: design/words.md "Speaking", domain.md P5.
import { isWorkMoment } from "#src/calendar/working-hours";
import { nextWorkday, type WorkCalendar } from "#src/calendar/workdays";
import { instantAt, localDateAt, localTimeAt } from "#src/calendar/zones";
import { foldCase, normalise } from "#src/language/text";
import type { Person, PersonId } from "#src/people/person";
import { starterValues, type Receiver, type Shout, type Value } from "./model.ts";

export const longestReason = 500;

/** 4 Chinese characters, 3 words, or as much of both: "搞定 the deal" is enough. */
export function isReason(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words =
    text.replace(/\p{Script=Han}/gu, " ").match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
  return han / 4 + words / 3 >= 1;
}

/** Those that ship, as an admin changed them, and those an admin added. */
export function valuesOf(stored: readonly Value[]): readonly Value[] {
  const changed = new Map(stored.map((each) => [each.id, each]));
  return [
    ...starterValues.map((each) => changed.get(each.id) ?? each),
    ...stored.filter((each) => !starterValues.some((starter) => starter.id === each.id)),
  ];
}

const bare = (name: string): string => foldCase(normalise(name)).replace(/[\s_-]/gu, "");

/** The value a #tag names, in either language: #customer-first, #CustomerFirst, #客户第一. */
export const valueTagged = (tag: string, values: readonly Value[]): Value | null =>
  tagsOf(values)(tag);

/** The same for a line that may hold a thousand tags. */
export function tagsOf(values: readonly Value[]): (tag: string) => Value | null {
  const active = values.filter((each) => each.active).toReversed();
  const byName = new Map(
    active.flatMap((each) => [each.nameEn, each.nameZh].map((name) => [bare(name), each] as const)),
  );
  return (tag) => byName.get(bare(tag)) ?? null;
}

/** Those who are named where others read along. */
export const namedIn = (shout: Pick<Shout, "receivers">): readonly Receiver[] =>
  shout.receivers.filter((each) => each.consent === "public");

/** Whether it stands where others read along. */
export const isPosted = (
  shout: Pick<Shout, "kind" | "state" | "isPrivate" | "placeId" | "receivers">,
): boolean =>
  shout.state === "given" &&
  !shout.isPrivate &&
  shout.placeId !== null &&
  (shout.kind === "win" || namedIn(shout).length > 0);

/** Nobody cheers for themselves. */
export const mayCheer = (shout: Pick<Shout, "byId" | "receivers">, person: PersonId): boolean =>
  shout.byId !== person && !shout.receivers.some((each) => each.person === person);

/** Null while this person is at work (lunch counts as work); else when their next working day begins. */
export function nextMorning(
  now: Date,
  { zone, hours }: Pick<Person, "zone" | "hours">,
  calendar: WorkCalendar,
): Date | null {
  if (isWorkMoment(now, zone, { ...hours, breaks: [] }, calendar)) return null;
  const today = localDateAt(now, zone);
  const stillToday = calendar.isWorkday(today) && localTimeAt(now, zone) < hours.start;
  return instantAt(stillToday ? today : nextWorkday(calendar, today), hours.start, zone);
}

/** A name that holds a figure is shown only where figures may be; a share of the whole is none. */
export const withoutFigures = (name: string): string | null =>
  /[\p{N}零二两三四五六七八九十百千万亿]/u.test(normalise(name).replace(/\d+(?:\.\d+)? ?%/gu, ""))
    ? null
    : name;
