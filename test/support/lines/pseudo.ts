// A pseudo-locale: every word that comes out of the catalogue stands in ⟦brackets⟧, so what stands outside was written elsewhere.
import { createLanguage, type Language } from "#src/language/catalogue";
import { mapStrings, type Line } from "#src/view/line";

/** Says the reader's own sentences, marked. What a person typed (`said`) and what is to be typed (`typed`) stay as they are. */
export function createPseudoLanguage(): Language {
  const language = createLanguage();
  const marked = new WeakMap<object, unknown>();
  return {
    speak<Messages>(
      catalogue: Parameters<typeof language.speak<Messages>>[0],
      reader: Parameters<typeof language.speak>[1],
    ): Messages {
      const plain = language.speak(catalogue, reader) as object;
      const known = marked.get(plain) ?? markedRoom(plain);
      marked.set(plain, known);
      return known as Messages;
    },
  };
}

/** A catalogue, or a room of one: its sentences by name. */
const markedRoom = (room: object): object =>
  Object.fromEntries(
    Object.entries(room).map(([name, say]: [string, unknown]) => [
      name,
      typeof say === "function"
        ? (...values: unknown[]) => mark((say as (...values: unknown[]) => unknown)(...values))
        : markedRoom(say as object),
    ]),
  );

/** A line is marked, also as the `does` of a command's help; a bare string is the page's own business and stays. */
function mark(answer: unknown): unknown {
  if (Array.isArray(answer)) return mapStrings(answer as Line, (text) => `⟦${text}⟧`);
  if (typeof answer !== "object" || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, mark(value)]));
}

/** The plain strings in a card, a form, a line or a list of them that hold anything outside ⟦brackets⟧ but a middle dot. */
export function unmarked(shown: unknown): string[] {
  if (typeof shown !== "object" || shown === null) return [];
  if (!Array.isArray(shown))
    return Object.entries(shown).flatMap(([name, value]) =>
      name === "act" || name === "initial" ? [] : unmarked(value),
    );
  return shown.flatMap((each: unknown) => {
    if (typeof each !== "string") return unmarked(each);
    return outside(each) === "" ? [] : [each];
  });
}

/** A sentence with another one in it stands in brackets twice. */
function outside(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, "");
  return less === text ? less.replaceAll("·", "").trim() : outside(less);
}
