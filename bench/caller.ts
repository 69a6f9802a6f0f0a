// Slack's side of the benchmark, in a process of its own: signed commands over HTTP, so many at once, each timed to its answer.
import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import type { Call, Called } from "./slack.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

process.on("message", (call: Call) => void run(call).then((called) => process.send?.(called)));
process.send?.("ready");

async function run(call: Call): Promise<Called> {
  const took: number[] = [];
  agent.destroy(); // what stood idle since the last round may be closed by the other side just now
  let next = 0;
  const began = performance.now();
  async function worker(): Promise<void> {
    while (next < call.count) {
      const n = next++;
      const sent = performance.now();
      await send(call, n);
      took.push(performance.now() - sent);
    }
  }
  await Promise.all(Array.from({ length: call.at }, worker));
  return { took, ms: performance.now() - began };
}

function send({ url, secret, round, people }: Call, n: number): Promise<void> {
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
  const body = new URLSearchParams({ ...fields, trigger_id: `${round}.${n}`, response_url: "http://127.0.0.1:9/response" }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
  const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body), "x-slack-request-timestamp": timestamp, "x-slack-signature": signature };
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: "POST", headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const said = Buffer.concat(parts).toString("utf8");
        if (response.statusCode === 200 && said.includes("ephemeral") && /logged|G\d+/i.test(said)) resolve();
        else reject(new Error(`${url}: ${response.statusCode} ${said.slice(0, 300)}`));
      });
    });
    asking.on("error", reject);
    asking.end(body);
  });
}
