// What feedback says in English, a file a part. The Chinese sentences are typed by these.
import type { Formatter } from "#src/language/format";
import { list } from "./list.ts";
import { received } from "./received.ts";
import { request } from "./request.ts";
import { team } from "./team.ts";
import { write } from "./write.ts";

export const en = (f: Formatter) => ({
  ...write(),
  ...received(f),
  ...list(f),
  ...request(f),
  ...team(),
});

export type FeedbackMessages = ReturnType<typeof en>;
