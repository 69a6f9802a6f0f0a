// A name with a figure behind it, as in lists and weights.
import { peopleNamedAt, type NamedAt } from "#src/people/naming";
import type { Person } from "#src/people/person";

/** A name with its figure glued to it (王3) is read without the figure when nobody is called that. */
export function nameAt(text: string, at: number, directory: readonly Person[]): NamedAt {
  const whole = peopleNamedAt(text, at, directory);
  const head = /^[^\d\s]+(?=\d)/u.exec(text.slice(at, whole.end))?.[0];
  if (whole.people.length > 0 || head === undefined) return whole;
  return { ...peopleNamedAt(head, 0, directory), end: at + head.length };
}
