// A person's face: a letter on a colour of their own, the same wherever they are seen. Among the people here each has another (pages/faces.ts).
import { html } from "hono/html";
import type { Faces } from "#src/view/card";
import { faceShadeOf } from "#src/view/shade";
import { charactersOf } from "./limits.ts";
import type { Markup } from "../web.ts";

/** The last character of a Chinese name, the first of any other: what is told apart most easily. */
export function renderFace({ name }: { readonly name: string }): Markup {
  const letters = charactersOf(name);
  const first = letters[0] ?? "?";
  const letter = /\p{Script=Han}/u.test(first) ? (letters.at(-1) ?? first) : first.toUpperCase();
  return html`<span class="face face${faceShadeOf(name)}" data-name="${name}" aria-hidden="true">${letter}</span>`;
}

/** More than these would push the words away. */
const mostFaces = 4;

export function renderFaces(names: Faces | undefined): Markup | "" {
  if (names === undefined || names.length === 0) return "";
  return html`<span class="faces">${names.slice(0, mostFaces).map(({ said: name }) => renderFace({ name }))}</span>`;
}
