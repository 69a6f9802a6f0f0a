// The page of a team in the playground: the one its manager sees who signed in.
import { Hono, type Context } from "hono";
import { asPersona } from "../pages/routes.ts";
import { identity, type ShownPersona, type Web } from "../web.ts";
import { pressed, submitted } from "./acts.ts";
import { answerAct, answerLook, baseOf, look } from "./look.ts";

export function teamPages(web: Web): Hono {
  const routes = new Hono();
  const show = async (c: Context): Promise<Response> =>
    await asPersona(web, c, async (persona) => {
      const actor = actorOf(persona);
      const at = { base: `/as/${encodeURIComponent(persona.user)}`, own: "/home" };
      const team = c.req.param("team") ?? "";
      return await answerLook(web, c, await look(web, actor, team, at), actor, null);
    });
  routes.get("/as/:user/team/:team", show);
  routes.get("/as/:user/team/:team/home", show);
  for (const [verb, work] of [
    ["press", pressed],
    ["submit", submitted],
  ] as const)
    routes.post(`/as/:user/team/:team/${verb}`, async (c) =>
      asPersona(web, c, async (persona) => {
        const body = await c.req.formData().catch(() => new FormData());
        return await answerAct(web, c, await work(web, actorOf(persona), baseOf(c), body));
      }),
    );
  return routes;
}

const actorOf = (persona: ShownPersona) => ({
  account: identity(persona.user),
  reader: persona,
});
