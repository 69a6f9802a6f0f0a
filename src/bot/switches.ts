// Which practices are on in an organisation: read off its settings, which every act has at hand.
import type { Organisation } from "#src/people/person";
import type { AnyPractice } from "./declare/practice.ts";

type Switches = Pick<Organisation, "practices">;

export const isOn = ({ name, switched }: AnyPractice, { practices }: Switches): boolean =>
  switched === "always on" || (practices[name]?.on ?? switched.begins === "on");

/** What lay before an admin switched it on was nobody's; null where nobody did. */
export function onSince({ name }: AnyPractice, { practices }: Switches): Date | null {
  const last = practices[name];
  return last?.on === true ? new Date(last.at) : null;
}
