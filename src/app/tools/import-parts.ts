// What bringing figures and bringing deals from a file share: how it is asked for, and what it answers.
import type { AllStores } from "#db/stores/index";
import { decimal } from "#src/language/decimal";
import type { Organisation } from "#src/people/person";
import type { ImportHints } from "#src/practices/numbers/api";
import type { Metric } from "#src/practices/setup/api";
import type { Stores } from "#src/ports/stores";
import type { ImportAsked } from "./import-asked.ts";

/** Of a report for people: so many rejected rows are listed. */
export const mostListed = 50;

/** 0: stored, or nothing against it. 2: some rows rejected. 3: refused. 4: something is to be said first. */
export interface ImportAnswer {
  readonly code: 0 | 2 | 3 | 4;
  readonly says: string;
}

export interface ImportParts {
  readonly stores: Stores<AllStores>;
  readonly now: () => Date;
  readonly newId: () => string;
}

export interface About {
  readonly organisation: Organisation;
  readonly metric: Metric;
}

export const refused = (says: string): ImportAnswer => ({ code: 3, says });

/** Columns as they are named on the command line, by letter; or what is wrong with that. */
export function columnsSaid<Role extends string>(
  { columns }: ImportAsked,
  roles: readonly Role[],
): { readonly columns?: Partial<Record<Role, number>> } | ImportAnswer {
  if (columns === null) return {};
  const said: Partial<Record<Role, number>> = {};
  for (const [name, column] of Object.entries(columns)) {
    const role = roles.find((each) => each === name);
    if (role === undefined)
      return refused(`--map ${name}=... is not for this file: there are ${roles.join(", ")}.`);
    const letters = column.trim().toUpperCase();
    if (!/^[A-Z]{1,3}$/u.test(letters))
      return refused(
        `--map names a column by its letter, as in --map amount=C; “${column}” is none.`,
      );
    said[role] = [...letters].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;
  }
  return { columns: said };
}

export const hintsOf = (asked: ImportAsked): Omit<ImportHints, "columns"> => ({
  ...(asked.headerRow === null ? {} : { headerLine: asked.headerRow }),
  ...(asked.dates === null ? {} : { dates: asked.dates }),
  ...(asked.decimal === null ? {} : { decimal: asked.decimal }),
  ...(asked.unit === null ? {} : { unit: decimal(asked.unit) }),
  ...(asked.won === null ? {} : { won: asked.won }),
  ...(asked.lost === null ? {} : { lost: asked.lost }),
});
