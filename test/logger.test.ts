// The log: whatever is thrown, and by whom, no value of it stands in a line; which error it was, its codes and where it passed do.
import { webApi } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DatabaseError } from "#db/client";
import { Refusal } from "#src/bot/declare/errors";
import { libraryLogger } from "#adapters/slack/send/clients";
import { writtenLog } from "#test/support/log";

const mark = "MARK-7f3a";
const words = `${mark} is worried\n    at home (file:///${mark}.js:1:1)\n    at last`;

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return expect.fail("nothing was thrown");
};
const about = (error: object, more: object): Error => Object.assign(error as Error, more);

class Renamed extends Error {
  override name = words;
}

/** An error as drizzle makes it, whatever db does: one that got past it. */
const query = about(new Error(`Failed query: insert into note values ($1)\nparams: ${words}`), {
  query: "insert",
  params: [words],
  cause: about(new Error(`value ${words}`), { severity: "ERROR", code: "23514", detail: words }),
});
/** Changed once its stack was made, as Node makes it at once: its own words still stand there. */
function changedTo(message: string, before: string): Error {
  const error = new Error(before);
  expect(error.stack).toContain(mark);
  error.message = message;
  return error;
}
const looping = new Error(words);
looping.cause = about(new Error(words), { original: looping });

const thrown: readonly (readonly [what: string, error: unknown, says: RegExp])[] = [
  ["a plain error", new Error(words), /^Error\n {4}at .+logger\.test/],
  [
    "an error of several lines, the last like a place",
    new TypeError(words),
    /^TypeError\n {4}at .+logger\.test/,
  ],
  ["text that is no JSON", thrownBy(() => JSON.parse(words)), /^SyntaxError\n/],
  ["an address that is none", thrownBy(() => new URL(words)), /^TypeError \(ERR_INVALID_URL\)\n/],
  ["a header that is none", thrownBy(() => new Headers({ authorization: words })), /^TypeError\n/],
  [
    "a payload of another shape",
    thrownBy(() => z.strictObject({ a: z.literal(1) }).parse({ a: words, [words]: words })),
    /^ZodError/,
  ],
  ["an error of drizzle's", query, /^Error\n[^]+\ncaused by Error \(23514\)\n/],
  ["an error whose message was changed", changedTo("short", words), /^Error$/],
  ["an error whose message was cut", changedTo("MARK", words), /^Error$/],
  [
    "an error whose message was taken away",
    changedTo("", `\n    at ${mark} (file:///${mark}.js:1:1)`),
    /^Error$/,
  ],
  ["an error with a name nobody gives", new Renamed("x"), /^Renamed\b/],
  [
    "an error of Bolt's around another",
    about(new Error(words), {
      code: "slack_bolt_unknown_error",
      original: about(new Error(words), { code: "ECONNRESET" }),
    }),
    /^Error \(slack_bolt_unknown_error\)[^]+caused by Error \(ECONNRESET\)/,
  ],
  [
    "several errors of Bolt's",
    about(new Error(words), { originals: [new RangeError(words)] }),
    /caused by RangeError/,
  ],
  [
    "several errors at once",
    new AggregateError([about(new Error(words), { code: "ECONNREFUSED" })], words),
    /^AggregateError[^]+caused by Error \(ECONNREFUSED\)/,
  ],
  ["errors that are each other's cause", looping, /^Error\n[^]+caused by Error\n/],
  [
    "a refusal of the Web API",
    new webApi.WebAPIPlatformError({
      ok: false,
      error: "invalid_blocks",
      response_metadata: { messages: [words] },
    }),
    /^WebAPIPlatformError \(slack_webapi_platform_error\)/,
  ],
  [
    "a call that did not arrive",
    new webApi.WebAPIRequestError(about(new Error(words), { code: "ECONNREFUSED" })),
    /^WebAPIRequestError \(slack_webapi_request_error\)[^]+caused by Error \(ECONNREFUSED\)/,
  ],
  ["a refusal for a person", new Refusal(words), /^Refusal\n/],
  ["a text", words, /^string thrown$/],
  ["an object", { message: words, stack: words, toString: () => words }, /^object thrown$/],
  ["nothing", undefined, /^undefined thrown$/],
  ["a code that is no name", about(new Error("x"), { code: words }), /^Error\n/],
];

describe("of what was thrown", () => {
  it.each(thrown)(
    "%s, the log says which it is and where, and none of its words",
    (_what, error, says) => {
      const { logger, written } = writtenLog();
      logger.error({ code: "A1B2C3", error }, "act failed");
      expect(written()).not.toContain(mark);
      const line = JSON.parse(written()) as Record<string, unknown>;
      expect(line).toMatchObject({
        level: 50,
        code: "A1B2C3",
        msg: "act failed",
        error: expect.stringMatching(says),
      });
    },
  );

  it("an error in another field, or in what hangs at it, is told in the same way", () => {
    const { logger, written } = writtenLog();
    // Not what the port's types let pass.
    const past = {
      err: new Error(words),
      list: [new Error(words)],
      nested: { error: new Error(words) },
      made: new Map([[words, words]]),
    };
    (logger as { warn(fields: object, event: string): void }).warn(past, "odd");
    expect(written()).not.toContain(mark);
    expect(JSON.parse(written())).toMatchObject({
      msg: "odd",
      err: expect.stringMatching(/^Error\n/),
      list: [expect.stringMatching(/^Error\n/)],
    });
  });

  it("an error of the database is told whole: it holds codes and names alone", () => {
    const { logger, written } = writtenLog();
    logger.error(
      { error: new DatabaseError("23514 note_text_check: insert into note", { code: "23514" }) },
      "act failed",
    );
    expect(JSON.parse(written())).toMatchObject({
      error: expect.stringMatching(
        /^DatabaseError: 23514 note_text_check: insert into note\n {4}at /,
      ),
    });
  });

  it("ids, codes and counts stay as they are", () => {
    const { logger, written } = writtenLog();
    logger.info({ rows: 3, app: "cli_1", teams: ["T1"], done: true, missing: null }, "kept house");
    expect(JSON.parse(written())).toMatchObject({
      level: 30,
      rows: 3,
      app: "cli_1",
      teams: ["T1"],
      done: true,
      missing: null,
    });
  });

  it("a library's own lines are told by how they begin, and by the place in a block that they name", () => {
    const { logger, written } = writtenLog();
    const library = libraryLogger(logger);
    library.error(`Failed to retrieve a new WSS URL (error: Error: ${words})`);
    library.warn("http request failed", `Failed query: ${words}`);
    library.error(`must be fewer than 3001 characters: ${mark} [json-pointer:/blocks/0/text/text]`);
    library.error(new TypeError(words));
    library.warn(words, { text: words });
    expect(written()).not.toContain(mark);
    const lines = written()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([
      { says: "Failed to retrieve a new WSS URL" },
      { says: "http request failed" },
      { at: "/blocks/0/text/text" },
      { error: expect.stringMatching(/^TypeError\n/) },
      { msg: "slack.library" },
    ]);
  });
});
