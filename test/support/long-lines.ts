// Very long lines of everything that can make a reader slow: one bit over and over, with what a pattern waits for at the end or not.

const bits = [
  ["\uFDFA", "\u0301", "\u0301\u0323", "e\u0301", "👨‍👩‍👧‍👦", "\u200D", "👍", "🇨🇳", "½", "㍿", "İ", "가", "क्", "\uD800", "\uFEFF", "\u202E", "\u2066"],
  [" ", "\n", " \n", "\r\n", "\t ", "\u3000", "5", "1,", "，", ",", "1.", "1/2 ", "1-", "12-31 ", "3/10 ", "3 of ", "00 ", "1 000 ", "+5 ", "="],
  ["万", "12万", "12万3", "十", "零", "点", "一", "十一", "亿一", "百分之", "5天", "周五", "12月31日", "日", "前", "到", "长", "长 "],
  ["@", "@a", "@Anna ", "@林", "<@U1>", "<at id=all>", "to ", "for ", "from 1 to ", "替", "给", "给@a", "请@a就", "对", "于", "ask a for "],
  ["'", '"', "“", "-", "—", "--", "- ", "(", "[", "{", "{0", "<", "<a", "&", "&amp;", "*", "_", "`", "#", "#a", "/", ".", "；", ": "],
  ["a", "A ", "ab", "a-a-", "a, ", "x@y.", "G1 ", "#G1 ", "log ", "报", "total ", "by ", "until ", "in ", "end of ", "Monday ", "May 3 ", "5 days ", "week ", "because ", "因为", "http://", "k ", "¥", "S$ ", "1 a"],
].flat();

/** Of so many code units: each bit alone, and some with what stops a pattern just before its end. */
export function longLines(units: number): readonly (readonly [string, string])[] {
  const filled = (bit: string, most: number): string => bit.repeat(Math.ceil(most / bit.length)).slice(0, most);
  const alone = bits.map((bit) => [JSON.stringify(bit), filled(bit, units)] as const);
  const stopped = [" ", "\n", "a", "5", "万", "-", "@", "，", "a ", "1 ", "长"].flatMap((bit) =>
    ["x", "!", "5", " for", "提", "Ω"].map((end) => [`${JSON.stringify(bit)} and ${end}`, `a${filled(bit, units - 1 - end.length)}${end}`] as const),
  );
  return [...alone, ...stopped];
}
