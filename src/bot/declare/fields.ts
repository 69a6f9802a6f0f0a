// What was filled in, field by field. Whatever is wrong is collected, so that a person mends everything in one go.
import type { LocalDate } from "#src/calendar/local-date";
import { habitsIn, readAmount, type Amount } from "#src/language/amount/amount";
import { bareDate, readDate } from "#src/language/dates/dates";
import { fitsStore } from "#src/language/decimal";
import { isLonger, normalise, shorten, wellFormed } from "#src/language/text";
import type { Person } from "#src/people/person";
import type { FormValues } from "#src/view/form";
import type { Line } from "#src/view/line";
import type { HouseMessages } from "../messages/index.ts";

export interface Fields {
  readonly errors: Record<string, Line>;
  readonly wrong: boolean;
  /** Adds a sentence beside a field; the first one said stays. */
  refuse(name: string, says: Line): void;
  /** As typed, trimmed; "" when left empty. */
  text(name: string, most: number): string;
  neededText(name: string, most: number): string;
  amount(name: string): Amount | null;
  date(name: string, lean: "past" | "future"): LocalDate | null;
  chosen<const Value extends string>(name: string, values: readonly Value[]): Value | null;
  many(name: string, values: readonly string[]): readonly string[];
  yes(name: string): boolean;
}

const longestFigure = 200;

export function readFields(
  values: FormValues,
  context: {
    readonly today: LocalDate;
    readonly house: HouseMessages;
    readonly person: Pick<Person, "country">;
  },
): Fields {
  const errors: Record<string, Line> = {};
  const t = context.house;
  const raw = (name: string): string => {
    const value = values[name] ?? "";
    return wellFormed(typeof value === "string" ? value : value.join("\n")).trim();
  };
  /** What is no figure and no day any more is not looked at. */
  const figure = (name: string): string => normalise(raw(name).slice(0, longestFigure + 1));
  const fields: Fields = {
    errors,
    get wrong() {
      return Object.keys(errors).length > 0;
    },
    refuse(name, says) {
      errors[name] ??= says;
    },
    text(name, most) {
      const value = raw(name);
      if (!isLonger(value, most)) return value;
      fields.refuse(name, t.fieldTooLong(most));
      return shorten(value, most);
    },
    neededText(name, most) {
      const value = fields.text(name, most);
      if (value === "") fields.refuse(name, t.fieldNeeded());
      return value;
    },
    amount(name) {
      const value = figure(name);
      const amount = value === "" ? null : readAmount(value, habitsIn(context.person.country));
      if (amount && fitsStore(amount.value)) return amount;
      fields.refuse(name, value === "" ? t.fieldNeeded() : t.fieldNotAmount());
      return null;
    },
    date(name, lean) {
      const value = figure(name);
      if (value === "") {
        fields.refuse(name, t.fieldNeeded());
        return null;
      }
      const found = readDate(value, { today: context.today, lean });
      if ("date" in found) return found.date;
      fields.refuse(
        name,
        found.problem.kind === "does-not-exist"
          ? t.noSuchDate(bareDate(found.problem.text))
          : t.fieldNotDate(),
      );
      return null;
    },
    chosen(name, offered) {
      const value = raw(name);
      const known = offered.find((each) => each === value) ?? null;
      if (known === null) fields.refuse(name, value === "" ? t.fieldNeeded() : t.fieldNotOffered());
      return known;
    },
    many(name, offered) {
      const value = values[name] ?? [];
      const list = (typeof value === "string" ? [value] : value).filter((each) => each !== "");
      const known = new Set(offered);
      if (list.some((each) => !known.has(each))) fields.refuse(name, t.fieldNotOffered());
      return [...new Set(list)];
    },
    yes: (name) => raw(name) === "yes",
  };
  return fields;
}
