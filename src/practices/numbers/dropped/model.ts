// A file somebody dropped: what they say of it, what came of it, and what its message shows. All of it is kept as JSON, so figures are text.
import type { z } from "zod";
import {
  accountName,
  type AccountName,
  type ChatIdentity,
  type PersonId,
} from "#src/people/person";
import type { Encoding, TableProblem } from "#src/ports/tables";
import type { ColumnRole } from "../import/columns.ts";
import type { DateOrder, DecimalMark } from "../import/figures.ts";
import type { ImportRow, Rejected } from "../import/import-table.ts";
import type { ImportQuestion } from "../import/survey-table.ts";

export type DropId = string & z.$brand<"DropId">;

/** What whoever dropped it says beside what the file tells itself. */
export interface Said {
  readonly metric?: string;
  readonly columns?: Partial<Readonly<Record<ColumnRole, number>>>;
  readonly dates?: DateOrder;
  readonly decimal?: DecimalMark;
  readonly encoding?: Encoding;
  readonly won?: readonly string[];
  /** Stored, or only the rows nothing is wrong with; only looked at without it. */
  readonly store?: "all" | "good";
  /** Somebody looked at the columns and said that they are right. */
  readonly confirmed?: true;
}

/** The account in whose chat its message stands. */
export const chatOf = ({ way, from }: Pick<Drop, "way" | "from">): AccountName =>
  way === "in" ? accountName(from) : (from.user as AccountName);

/** What is remembered for such headings. */
export type Mapping = Pick<Said, "metric" | "columns" | "dates" | "decimal" | "won">;

export interface ShownTable {
  readonly encoding: Encoding | null;
  readonly sheet: string | null;
  readonly heading: readonly string[];
  readonly columns: Partial<Readonly<Record<ColumnRole, number>>>;
  readonly dates: DateOrder;
  readonly decimal: DecimalMark;
  readonly first: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Every figure is so many times what it says; "1" for as it stands. */
  readonly unit: string;
  readonly metric: string;
  /** Read as somebody of the organisation confirmed it for such headings before. */
  readonly asLastTime: boolean;
  readonly fingerprint: string;
}

export interface ShownSum {
  readonly said: string;
  readonly isKnown: boolean;
  readonly currency: string | null;
  readonly rows: number;
  readonly value: string;
}

export type DropRefusal =
  | TableProblem
  /** The app may not read files there; the company has to allow it. */
  | { readonly problem: "no scope" }
  /** The platform does not give it out any more. */
  | { readonly problem: "gone" }
  | { readonly problem: "no metric" }
  | { readonly problem: "deals" }
  | { readonly problem: "failed" };

export interface Report {
  readonly table: ShownTable;
  readonly counts: Readonly<Record<ImportRow["as"], number>>;
  readonly rejected: readonly { readonly line: number; readonly why: Rejected }[];
  readonly sums: readonly ShownSum[];
  readonly moreSums: number;
}

export type Found =
  | { readonly end: "refused"; readonly why: DropRefusal }
  | {
      readonly end: "asks";
      readonly asks: readonly (ImportQuestion | { readonly asks: "metric" })[];
      readonly table: ShownTable | null;
      /** Where no table is shown: what the file was taken to be written in. */
      readonly encoding?: Encoding | null;
    }
  | ({ readonly end: "read" } & Report)
  | ({ readonly end: "stored" } & Report)
  | { readonly end: "left" }
  | { readonly end: "exported"; readonly rows: number }
  | { readonly end: "not exported"; readonly why: "no scope" | "not now" | "too much" };

export interface NewDrop {
  readonly id: DropId;
  readonly person: PersonId;
  /** Of figures that go out only the account's own name is known, as its `user`. */
  readonly from: ChatIdentity;
  /** What the platform calls it. */
  readonly ref: string;
  readonly name: string;
  /** Null where the platform did not say. */
  readonly bytes: number | null;
  readonly at: Date;
}

export interface Drop extends NewDrop {
  /** in: a file of theirs. out: their figures as a file. */
  readonly way: "in" | "out";
  readonly state: "work" | "waits" | "ended";
  readonly said: Said;
  readonly found: Found | null;
  readonly readRows: number;
  /** One higher with every change. */
  readonly version: number;
}
