// Which organisation a command is about: the only one, or the one that was named.
import type { AllStores } from "#db/stores/index";
import { foldCase } from "#src/language/text";
import type { Organisation } from "#src/people/person";
import type { Stores } from "#src/ports/stores";
import type { ImportAnswer } from "../tools/import-parts.ts";

export async function organisationCalled(
  called: string | null,
  stores: Stores<AllStores>,
): Promise<Organisation | ImportAnswer> {
  const all: Organisation[] = [];
  for (const id of await stores.routing.organisations())
    all.push(await stores.inOrganisation(id, ({ people }) => people.organisation()));
  const found =
    called === null
      ? all
      : all.filter((each) => each.id === called || foldCase(each.name) === foldCase(called));
  const [one, ...others] = found;
  if (one !== undefined && others.length === 0) return one;
  if (all.length === 0) return { code: 3, says: "Nobody uses this database yet: npm start first." };
  return {
    code: 4,
    says: `Which organisation? Add --organisation with one of: ${all.map((each) => each.name).join(", ")}.`,
  };
}
