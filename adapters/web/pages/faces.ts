// A sheet that gives each of the people here a colour of their own: by its letters alone a name may have that of another.
import { Hono } from "hono";
import { faceShades } from "#src/view/shade";
import { personasOf, type Web } from "../web.ts";

export function faceRoutes(web: Web): Hono {
  return new Hono().get("/faces.css", async (c) => {
    c.header("Cache-Control", "no-cache");
    const rules = (await personasOf(web)).map(
      ({ name }, i) =>
        `.face[data-name="${escaped(name)}"] { --shade: var(--face${i % faceShades}); }`,
    );
    return c.body(rules.join("\n"), 200, { "Content-Type": "text/css; charset=utf-8" });
  });
}

/** Every character as its number, so that no name ends the string it stands in: https://www.w3.org/TR/css-syntax-3/#escaping. */
const escaped = (name: string): string =>
  Array.from(name)
    .map((each) => `\\${(each.codePointAt(0) ?? 0xfffd).toString(16)} `)
    .join("");
