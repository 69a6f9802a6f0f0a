// Numbers as CRMs write them: nothing of them is lost on the way.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactJson } from "#adapters/crm/http/exact-json";
import { plainDecimal } from "#adapters/crm/http/plain-decimal";
import { safeOrigin } from "#adapters/crm/http/address";

describe("JSON that loses nothing", () => {
  it("keeps every digit of a number as text, and leaves texts and words alone", () => {
    expect(
      exactJson(
        '{"id":9007199254740993,"a":[-1.50,2E+3],"t":"x \\"12\\" 3\\\\","n":null,"b":true}',
      ),
    ).toEqual({
      id: "9007199254740993",
      a: ["-1.50", "2E+3"],
      t: 'x "12" 3\\',
      n: null,
      b: true,
    });
  });

  it("reads whatever JSON there is as JSON.parse does, but for the numbers", () => {
    const asText = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
        typeof each === "number" ? JSON.stringify(each) : each,
      );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(exactJson(JSON.stringify(value))).toEqual(asText(value));
      }),
    );
  });

  it.each(["", "{", '{"a":1 2}', "<html>", '{"a":'])("refuses %j", (text) => {
    expect(() => exactJson(text)).toThrow(SyntaxError);
  });
});

describe("an amount", () => {
  it.each([
    ["100.01", "100.01"],
    ["100.010", "100.01"],
    ["0120", "120"],
    ["-0.00", "0"],
    ["1.2E7", "12000000"],
    ["1.5e-2", "0.015"],
    ["-12345678901234567890.5", "-12345678901234567890.5"],
    [" 12 ", "12"],
  ])("%j is %s", (written, plain) => {
    expect(plainDecimal(written)).toBe(plain);
  });

  it.each(["", "12万", "1,200", "¥5", "NaN", "1e999", "--1", "."])("%j is none", (written) => {
    expect(plainDecimal(written)).toBeNull();
  });
});

describe("an address for secrets", () => {
  it.each([
    ["https://open.fxiaoke.com/", "https://open.fxiaoke.com"],
    ["http://127.0.0.1:8080/x?y=1", "http://127.0.0.1:8080"],
    ["http://open.fxiaoke.com", null],
    ["http://127.0.0.1.example.com", null],
    ["https://user:secret@example.com", null],
    ["file:///etc/passwd", null],
    ["open.fxiaoke.com", null],
  ])("%s: %s", (address, origin) => {
    expect(safeOrigin(address)).toBe(origin);
  });
});
