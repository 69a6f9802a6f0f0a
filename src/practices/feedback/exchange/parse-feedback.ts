// How feedback is asked for in a line: whom, and about what.
import { say } from "#src/bot/declare/actions";
import { notOnePerson, person, type Argument, type Reading } from "#src/bot/declare/arguments";
import { Refusal } from "#src/bot/declare/errors";
import { nameApart } from "#src/people/name-apart";
import { exactName, peopleNamedAt, nameMark } from "#src/people/naming";
import type { Person } from "#src/people/person";
import { button } from "#src/view/card";
import { said } from "#src/view/line";

/** Marked with @ anywhere, or named at the start of the line without one. One person at a time: a second one is asked about. */
export function whom(): Argument<Person | null> {
  const marked = person();
  return {
    namesPeople: true,
    mayHold: (rest) => rest !== "",
    read(reading) {
      const verb = reading.whole.endsWith(reading.rest)
        ? reading.whole.slice(0, reading.whole.length - reading.rest.length)
        : null;
      const found = atStart(reading) ?? marked.read(reading);
      const other = found && markedBeside(found, reading);
      if (found && other) throw whoFirst([found, other], verb, reading);
      return found;
    },
  };
}

function atStart(reading: Reading): Person | null {
  if (reading.rest.includes("@")) return null;
  const { people, end } = peopleNamedAt(reading.rest, 0, reading.directory);
  if (people.length > 1) throw notOnePerson(reading, reading.rest.slice(0, end), people);
  if (people.length === 0) return null;
  reading.rest = reading.rest.slice(end).trim();
  return people[0] ?? null;
}

function markedBeside(found: Person, { rest, directory }: Reading): Person | null {
  for (const { index } of rest.matchAll(nameMark)) {
    const [other, ...more] = peopleNamedAt(rest, index + 1, directory).people;
    if (other && more.length === 0 && other.id !== found.id) return other;
  }
  return null;
}

function whoFirst(people: readonly Person[], verb: string | null, reading: Reading): Refusal {
  const about = reading.rest
    .replace(/(?<![\p{L}\p{N}._-])@\{[0-9a-f-]{36}\}/gu, "")
    .replace(nameMark, "");
  const choices =
    verb === null
      ? []
      : nameApart(people).map(({ person: each, label }) =>
          button(said(label), say({ text: `${verb}@${exactName(each)} ${about}`.trim() })),
        );
  return new Refusal(reading.t.oneAtATime(), choices);
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

/** anonymously, 匿名: what this kind of feedback is not. */
const unsigned =
  /(?:^|[\s,，])(?:anonymous(?:ly)?|without my name|no name)(?=$|[\s,.:，：])|匿名(?:地|给|说|反馈)?|不(?:要)?(?:署名|写我的名字|说是我)/iu;
export const asksToBeUnsigned = (text: string): boolean => unsigned.test(text);
export const withoutUnsigned = (text: string): string => aboutText(text.replace(unsigned, " "));

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
