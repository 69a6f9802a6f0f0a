// What rights say in English, a file a part. The Chinese sentences are typed by these.
import type { Formatter } from "#src/language/format";
import { news } from "./news.ts";
import { record } from "./record.ts";

export const en = (f: Formatter) => ({ ...news(f), ...record(f) });

export type RightsMessages = ReturnType<typeof en>;
