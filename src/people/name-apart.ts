// Two colleagues of one name, told apart where a reader has to choose: by team, else by e-mail.
import type { Person } from "./person.ts";

/** What namesakes are told apart by. */
export type Nameable = Pick<Person, "id" | "name"> & Partial<Pick<Person, "teamName" | "email">>;

export interface NamedApart<P extends Nameable> {
  readonly person: P;
  /** The name, and behind it what no namesake in this list shares. */
  readonly label: string;
}

export function nameApart<P extends Nameable>(people: readonly P[]): readonly NamedApart<P>[] {
  const byName = new Map<string, P[]>();
  for (const each of people) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  return people.map((person) => ({
    person,
    label: labelOf(
      person,
      (byName.get(person.name) ?? []).filter((each) => each !== person),
    ),
  }));
}

function labelOf(person: Nameable, namesakes: readonly Nameable[]): string {
  if (namesakes.length === 0) return person.name;
  const marks = marksOf(person);
  const apart = marks.find(
    (mark, i) => mark !== null && namesakes.every((each) => marksOf(each)[i] !== mark),
  );
  const behind = apart ?? marks.filter((mark) => mark !== null).join(", ");
  return behind === "" ? person.name : `${person.name} · ${behind}`;
}

const marksOf = ({ teamName = null, email = null }: Nameable) => [teamName, email];
