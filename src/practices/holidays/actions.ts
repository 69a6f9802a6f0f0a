// Buttons and forms of holidays.
import { z } from "zod";
import { localDateSchema } from "#src/calendar/local-date";
import { defineAction } from "#src/view/action";

const country = z.string().regex(/^[A-Z]{2}$/);
const year = z.number().int().min(2000).max(2100);
const runs = z
  .array(
    z.object({ from: localDateSchema, to: localDateSchema, kind: z.enum(["workday", "holiday"]) }),
  )
  .min(1)
  .max(60);

export const showHolidays = defineAction("holidays.show", 1, z.object({}));
/** `country` and `year`: of which the list is asked for; null: any days. */
export const askDays = defineAction(
  "holidays.ask",
  1,
  z.object({ country: country.nullable(), year: year.nullable() }),
);
export const saveDays = defineAction(
  "holidays.save",
  1,
  z.object({ country: country.nullable(), year: year.nullable() }),
);
/** Kept for these people: everybody, or those of a country. */
export const keepDays = defineAction(
  "holidays.keep",
  1,
  z.object({ runs, country: country.nullable() }),
);
export const forgetDays = defineAction(
  "holidays.forget",
  1,
  z.object({ runs, country: country.nullable() }),
);
/** The year is whole as it is. */
export const confirmYear = defineAction("holidays.confirm", 1, z.object({ country, year }));
