// How feedback is asked for in a line: whom, and about what.
import { notOnePerson, person, type Argument } from "#src/bot/declare/arguments";
import { peopleNamedAt } from "#src/people/naming";
import type { Person } from "#src/people/person";

/** Marked with @ anywhere, or named at the start of the line without one. */
export function whom(): Argument<Person | null> {
  const marked = person();
  return {
    namesPeople: true,
    mayHold: (rest) => rest !== "",
    read(reading) {
      if (reading.rest.includes("@")) return marked.read(reading);
      const { people, end } = peopleNamedAt(reading.rest, 0, reading.directory);
      if (people.length > 1) throw notOnePerson(reading, reading.rest.slice(0, end), people);
      if (people.length === 0) return marked.read(reading);
      reading.rest = reading.rest.slice(end).trim();
      return people[0]!;
    },
  };
}

const lead =
  /^(?:[\s,，:：、;；.。]+|(?:about|on|regarding|for feedback(?: (?:about|on))?)\b\s*|(?:关于|就|对于)\s*)/iu;

/** What is left behind the name, without the words that lead to it. */
export function aboutText(rest: string): string {
  let text = rest.trim();
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(lead, "").trim();
  }
  return text;
}

/** 请@x提建议, 请 @x 就昨天的拜访提建议, ask @x for feedback about the call: each becomes what stands behind "ask feedback". */
export function asking(line: string): string | null {
  const zh =
    /^请\s*(?:@\s*)?(\S.*?)\s*(?:给我)?提(?:点|些|个|一?下)?(?:建议|意见|反馈)\s*(?:[,，:：]\s*)?([^]*)/u.exec(
      line,
    );
  if (zh) {
    const [, head = "", tail = ""] = zh;
    const [name, about = ""] = head.split(/(?<!\s)\s*(?:就|关于|对)\s*/u);
    return `@${name} ${[about, tail].filter((each) => each !== "").join(" ")}`.trim();
  }
  const en = /^ask\s+(?:@\s*)?(\S.*?)\s+for\s+(?:some\s+)?feedback\b\s*([^]*)/i.exec(line);
  return en ? `@${en[1]} ${en[2]}`.trim() : null;
}

/** 给@x提建议 is feedback to x. */
export function giving(line: string): string | null {
  const found =
    /^(?:给|向)\s*(?:@\s*)?(\S.*?)\s*提(?:点|些|个|一?下)?(?:建议|意见|反馈)\s*(?:[,，:：]\s*)?([^]*)/u.exec(
      line,
    );
  return found ? `@${found[1]} ${found[2]}`.trim() : null;
}
