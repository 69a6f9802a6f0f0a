// How fast the platform of our own lets messages in: a chat, the app, and all of it in a minute.
import { expect, it } from "vitest";
import { fake, later, openPlatform, send } from "./asked.ts";

openPlatform();

it("a message is one too many from the sixth to a chat in a second, the fifty-first of the app, and the thousand-and-first in a minute", async () => {
  fake.limitRates();
  for (let i = 0; i < 5; i += 1) expect(await send("ou_lan")).toMatchObject({ code: 0 });
  expect(await send("ou_lan")).toMatchObject({ status: 400, code: 230020 });
  for (let i = 0; i < 45; i += 1) {
    fake.groups.set(`oc_${i}`, { name: "", bot: true });
    expect(await send(`oc_${i}`)).toMatchObject({ code: 0 });
  }
  expect(await send("oc_in")).toMatchObject({ status: 429, code: 99991400 });
  for (let second = 1; second < 20; second += 1) {
    later(1_001);
    for (let i = 0; i < 50; i += 1) await send(`oc_${i % 45}`);
  }
  later(1_001);
  expect(await send("oc_in")).toMatchObject({ status: 429, code: 99991400 });
  later(60_000);
  expect(await send("oc_in")).toMatchObject({ code: 0 });
});
