// Sealed text: opens only unaltered, in its own row, with the key that sealed it or one kept beside the new one.
import { describe, expect, it } from "vitest";
import { createSecrets } from "#db/seal";
import { SealBroken } from "#src/ports/process/secrets";

const key = (n: number): string => Buffer.alloc(32, n).toString("base64");
const secrets = createSecrets([key(1)]);

describe("what was sealed", () => {
  it.each(["xoxb-123", "", "密码 🔑", "x".repeat(5000)])("opens again: %j", (text) => {
    const sealed = secrets.seal(text, "installation slack T1");
    expect(secrets.open(sealed, "installation slack T1")).toBe(text);
    expect(sealed).toMatch(/^v1\.[\w-]{8}\.[\w-]{16}\.[\w-]{22}\.[\w-]*$/);
  });

  it("never looks the same twice, and shows nothing of the text or the key", () => {
    const [one, two] = [secrets.seal("xoxb-123", "r"), secrets.seal("xoxb-123", "r")];
    expect(one).not.toBe(two);
    expect(one).not.toContain("xoxb");
    expect(one).not.toContain(key(1).slice(0, 8));
  });

  it("does not open in another row", () => {
    expect(() =>
      secrets.open(secrets.seal("a", "installation slack T1"), "installation slack T2"),
    ).toThrow(SealBroken);
  });

  it("does not open when a single character of it was altered", () => {
    const sealed = secrets.seal("a longer secret", "r");
    const opened = [...sealed].flatMap((char, i) => {
      const altered = `${sealed.slice(0, i)}${char === "A" ? "B" : "A"}${sealed.slice(i + 1)}`;
      try {
        return [secrets.open(altered, "r") === "a longer secret" ? "" : altered];
      } catch (error) {
        return error instanceof SealBroken ? [] : ["another error"];
      }
    });
    // The last character of a base64 text may hold bits that say nothing.
    expect(opened.filter((each) => each !== "")).toEqual([]);
  });

  it("says which key is missing, and opens with the old key kept beside the new one", () => {
    const old = secrets.seal("a", "r");
    expect(() => createSecrets([key(2)]).open(old, "r")).toThrow(/another ENCRYPTION_KEY/);
    const both = createSecrets([key(2), key(1)]);
    expect(both.open(old, "r")).toBe("a");
    expect(both.isStale(old)).toBe(true);
    expect(both.isStale(both.seal("a", "r"))).toBe(false);
  });
});
