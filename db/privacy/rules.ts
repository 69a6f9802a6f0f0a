// What the privacy register says of a table, as data: whom a row is about, what they are given of it, how it is erased and how long it stays.

/** Care is for the person's own good and never feeds judgement; account is who they are; audit is what was done to the system. */
export type PrivacyClass = "care" | "judgement" | "work" | "account" | "audit";

export interface Registered {
  /** The column that says whom a row is about; null where a row is about nobody, or only through another table. */
  readonly subject: string | null;
  /** Where rows name whoever they are about as a platform names an account: the SQL that says so, in place of that column. */
  readonly accountOf?: string;
  /** Where they say it only through another table. What is kept with another row (`retention`) is that row's without it. */
  readonly through?: Through;
  /** Whom else a row is about. */
  readonly also?: readonly Also[];
  readonly class: PrivacyClass;
  readonly exported: Exported;
  readonly erase: Erase;
  /** The first that holds ends it. */
  readonly retention: readonly Retention[];
}

/** Rows whose column `by` names a row of that table which is about the person, by its id or by its column `key`. */
export interface Through {
  readonly table: string;
  readonly by: string;
  readonly key?: string;
}

export interface Also {
  readonly about: { readonly subject: string } | Through;
  /** Only where these columns hold that. */
  readonly only?: Only;
  readonly exported: "nothing" | "row";
  readonly erase: Erase;
}

export type Only = Readonly<Record<string, string | boolean | null | readonly string[]>>;

/** What of a row its subject is given when they ask for all that is kept about them. */
export type Exported =
  | "nothing"
  /** Every column but the organisation's. */
  | "row"
  /** Every column, once the moment in this one has come: a draft is its author's. */
  | { readonly rowOnce: string }
  | { readonly columns: readonly string[] };

/** What becomes of a row when its subject is erased. `because` says why it is not simply gone, or what goes with it. */
export type Erase =
  | { readonly rule: "delete"; readonly because?: string }
  /** The row stays, about nobody: these columns become null, an empty text, the id of nobody, or what the organisation has. */
  | {
      readonly rule: "detach";
      readonly columns: readonly string[];
      readonly because: string;
      readonly only?: Only;
    }
  | { readonly rule: "keep"; readonly because: string };

/** How long a row stays. */
export type Retention =
  /** As long as the organisation uses Pacer, the database stands, or the playground is not started over. */
  | "organisation"
  | "database"
  | "playground"
  /** So many days after its subject left: until then they may come back as if nothing had happened. */
  | { readonly whileHere: number }
  /** As long as the row of another table whose id this column holds. */
  | { readonly with: string; readonly by: string }
  | Limit;

/** So long after the moment or the day in that column, where the others hold what `only` says. */
export interface Limit {
  readonly days: number;
  readonly from: string;
  /** Leases and what was delivered count by the database's own clock. */
  readonly clock?: "database";
  readonly only?: Only;
  /** Not while the moment in this column lies ahead: somebody is at work on it. */
  readonly leased?: string;
}

export const gone: Erase = { rule: "delete" };
export const deleted = (because: string): Erase => ({ rule: "delete", because });
export const detach = (columns: readonly string[], because: string, only?: Only): Erase => ({
  rule: "detach",
  columns,
  because,
  ...(only === undefined ? {} : { only }),
});
export const keep = (because: string): Erase => ({ rule: "keep", because });

/** A mistaken deactivation is taken back within that time, and everything is as it was. */
export const whileHere: readonly Retention[] = [{ whileHere: 30 }];

export const months = (count: number): number => Math.round((count * 365) / 12);

export const withOrganisation: readonly Retention[] = ["organisation"];
export const withPlayground: readonly Retention[] = ["playground"];

/** A table about nobody: settings, and rows that say whose they are only through another table. */
export const nobodys = (
  privacyClass: PrivacyClass,
  retention: readonly Retention[] = withOrganisation,
): Registered => ({
  subject: null,
  class: privacyClass,
  exported: "nothing",
  erase: keep("about nobody"),
  retention,
});
