import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decimal,
  decimalText,
  isDecimalText,
  max,
  min,
  roundTo,
  sum,
  toText,
  zero,
} from "#src/language/decimal";

describe("a decimal", () => {
  test("adds tenths exactly, where a float does not", () => {
    expect(toText(decimal("0.1").plus(decimal("0.2")))).toBe("0.3");
    expect(toText(decimal("1.05").times("12000"))).toBe("12600");
  });

  test("refuses JavaScript numbers, also in arithmetic", () => {
    expect(() => decimal(0.1 as unknown as string)).toThrow(RangeError);
    expect(() => decimal("1").plus(1)).toThrow();
  });

  test.each(["", "1e5", "0x10", "1,000", " 1", "NaN", "1.", ".5", "+1", "１"])(
    "refuses %j",
    (text) => {
      expect(isDecimalText(text)).toBe(false);
      expect(() => decimal(text)).toThrow(RangeError);
    },
  );

  test("is written plainly: no exponent, no trailing zeros, no minus zero", () => {
    expect(toText(decimal("1000000000000000000000000"))).toBe("1000000000000000000000000");
    expect(toText(decimal("0.0000001"))).toBe("0.0000001");
    expect(toText(decimal("12.500"))).toBe("12.5");
    expect(toText(decimal("-0"))).toBe("0");
    expect(toText(zero.times("-1"))).toBe("0");
    expect(JSON.stringify({ amount: decimal("1000000000000000000000000") })).toBe(
      '{"amount":"1000000000000000000000000"}',
    );
  });

  test("comes from storage with 18 digits and 6 decimals at most", () => {
    expect(toText(decimalText.parse("-123456789012345678.123456"))).toBe(
      "-123456789012345678.123456",
    );
    for (const text of ["1234567890123456789", "0.1234567", "01", "1e3", ""])
      expect(decimalText.safeParse(text).success).toBe(false);
  });

  test("rounds half away from zero unless told otherwise", () => {
    expect(toText(roundTo(decimal("2.5"), 0))).toBe("3");
    expect(toText(roundTo(decimal("-2.5"), 0))).toBe("-3");
    expect(toText(roundTo(decimal("2.5"), 0, "half-even"))).toBe("2");
    expect(toText(roundTo(decimal("2.9"), 0, "down"))).toBe("2");
    expect(toText(roundTo(decimal("16551.72"), -2))).toBe("16600");
    expect(toText(roundTo(decimal("-0.4"), 0))).toBe("0");
  });

  test("sums, and finds the least and the most", () => {
    expect(toText(sum([]))).toBe("0");
    expect(toText(sum(["0.1", "0.2", "-5"].map(decimal)))).toBe("-4.7");
    expect(toText(min(decimal("2"), decimal("-3"), decimal("1")))).toBe("-3");
    expect(toText(max(decimal("2"), decimal("-3"), decimal("11")))).toBe("11");
  });

  test("agrees with integer arithmetic whatever is added", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
        fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
        (a, b) => {
          const micro = decimal("0.000001");
          expect(toText(decimal(a).times(micro).plus(decimal(b).times(micro)))).toBe(
            toText(decimal(a + b).times(micro)),
          );
        },
      ),
    );
  });
});
