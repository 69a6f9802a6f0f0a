// Slack's side of the benchmark, in a process of its own: signed commands over HTTP, so many at once, each timed to its answer.
import { createHmac } from "node:crypto";
import { inTurns, post } from "./asking.ts";
import type { Took } from "./duel.ts";
import type { Call } from "./slack.ts";

process.on("message", (call: Call) => void run(call).then((called) => process.send?.(called)));
process.send?.("ready");

async function run(call: Call): Promise<Took> {
  const took: number[] = [];
  const ms = await inTurns(call, async (n) => {
    const sent = performance.now();
    await send(call, n);
    took.push(performance.now() - sent);
  });
  return { took, ms };
}

async function send({ url, secret, round, people }: Call, n: number): Promise<void> {
  const fields = {
    token: "x",
    command: "/coach",
    text: "log 5",
    team_id: "T1",
    team_domain: "t",
    user_id: `bench-${n % people}`,
    user_name: "rep",
    channel_id: `D${n % people}`,
    channel_name: "directmessage",
    api_app_id: "A1",
  };
  const body = new URLSearchParams({
    ...fields,
    trigger_id: `${round}.${n}`,
    response_url: "http://127.0.0.1:9/response",
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
  const said = await post(
    url,
    "application/x-www-form-urlencoded",
    { "x-slack-request-timestamp": timestamp, "x-slack-signature": signature },
    body,
  );
  if (!said.includes("ephemeral") || !/logged|G\d+/i.test(said))
    throw new Error(`${url}: ${said.slice(0, 300)}`);
}
