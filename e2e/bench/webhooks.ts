import autocannon from "autocannon";
import Database from "better-sqlite3";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request, type IncomingMessage } from "node:http";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { noticeBody, noticeHeaders } from "../support/bank-notice";
import { seedFolder } from "../support/run-node";
import { startShop, temporaryFolder, type Shop } from "../support/shop";
import { bareTransactions, stockUp } from "./checkout";
import { fillInCheckouts, sendCheckouts, type FilledCheckout } from "./checkout-load";
import { cpuSeconds } from "./cpu-seconds";

const BARE_SERVER = fileURLToPath(new URL("bare-server.mjs", import.meta.url));
const WARM_UP = 500;
const NOTICES = 2_000;
/** As after an outage, when a provider sends what it has kept; as many as may share a COMMIT. */
const SENDERS = 32;
const TURNS = 5;
const TURN_SECONDS = 2;
const FLOOD_CONNECTIONS = 10;
const CHECKOUTS_A_TURN = 300;
const BUYERS = 2;
const LEAST_POSTED = 1_000;
const LEAST_REFUSED = 10_000;
const MOST_DELAY = 2;
const DOOR = "/webhooks/bank/sepay";

type Due = { reference: string; dueVnd: number };

/**
 * Prints how many genuine notices a second are verified, matched and posted, beside bare durable transactions of the
 * same engine and disk; how many forged ones are refused, beside a bare node:http server that says the same; and how
 * checkouts fare while they come. Ends with 1 when too few are posted or refused, or checkouts wait more than twice as long.
 */
export async function benchWebhooks(): Promise<void> {
  const dataDir = temporaryFolder("bench-webhooks");
  try {
    await seedFolder(dataDir, ["--province", "08", "--orders", "0"]);
    const slugs = stockUp(dataDir);
    const env = { TRUST_PROXY: "1", PAYMENT_MINUTES: "10000" };
    const shop = await startShop({ dataDir, env });
    try {
      const filled = await fillInCheckouts(shop, slugs);
      const posted = await benchGenuine(shop, filled);
      const refused = await benchForged(shop);
      const delay = await benchFlood(shop, filled);
      const isQuick = posted >= LEAST_POSTED;
      const isEnough = refused >= LEAST_REFUSED;
      const isCalm = delay <= MOST_DELAY;
      print(
        `webhooks: ${posted.toFixed(0)} genuine posted a second (at least ${LEAST_POSTED}): ${isQuick ? "ok" : "not ok"}; ` +
          `${refused.toFixed(0)} forged refused a second (at least ${LEAST_REFUSED}): ${isEnough ? "ok" : "not ok"}; ` +
          `checkout's p99 under such a flood ${delay.toFixed(2)} times as long (at most ${MOST_DELAY}): ${isCalm ? "ok" : "not ok"}`,
      );
      if (!isQuick || !isEnough || !isCalm) process.exitCode = 1;
    } finally {
      await shop.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Orders first, then the transfer of each; all have to be paid in the end. Answers how many are posted a second. */
async function benchGenuine(shop: Shop, filled: readonly FilledCheckout[]): Promise<number> {
  const byTransfer = filled.filter(({ form }) => form["method"] !== "cod");
  const count = WARM_UP + NOTICES;
  await sendCheckouts(shop, byTransfer, { buyers: SENDERS, count });
  const dues = readDues(shop.dataDir);
  if (dues.length < count) throw new Error(`${dues.length} orders to pay, not ${count}`);
  await sendNotices(shop, dues.slice(0, WARM_UP));
  const bare = bareTransactions(shop.dataDir);
  const cpuBefore = cpuSeconds(shop.process.pid);
  const { perSecond, p50, p99 } = await sendNotices(shop, dues.slice(WARM_UP, count));
  const cpuMs = ((cpuSeconds(shop.process.pid) - cpuBefore) * 1_000) / NOTICES;
  const open = readDues(shop.dataDir).length - (dues.length - count);
  if (open > 0) throw new Error(`${open} of ${count} orders were not paid by their notice`);
  print(`bare durable transactions: ${bare.toFixed(0)} a second`);
  print(
    `genuine: ${perSecond.toFixed(0)} a second verified, matched and posted (${SENDERS} at once), p50 ${p50.toFixed(1)} ms, ` +
      `p99 ${p99.toFixed(1)} ms, CPU ${cpuMs.toFixed(2)} ms each, ${(perSecond / bare).toFixed(3)} of bare`,
  );
  return perSecond;
}

function readDues(dataDir: string): Due[] {
  const database = new Database(join(dataDir, "cho-phien.sqlite"), { readonly: true });
  const dues = database
    .prepare<[], Due>("select reference, due_vnd as dueVnd from payments where status = 'open'")
    .all();
  database.close();
  return dues;
}

async function sendNotices(shop: Shop, dues: readonly Due[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: SENDERS });
  const times: number[] = [];
  const left = dues.entries();
  const startedAt = performance.now();
  const send = async () => {
    for (const [, { reference, dueVnd }] of left) {
      noticeId += 1;
      const body = noticeBody({
        id: noticeId,
        amountVnd: dueVnd,
        content: `MBVCB.1.${reference}.CT`,
      });
      const sentAt = performance.now();
      const status = await post(`${shop.origin}${DOOR}`, { agent, body });
      if (status !== 200) throw new Error(`a genuine notice was answered ${status}`);
      times.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  const seconds = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { perSecond: dues.length / seconds, p50: at(0.5), p99: at(0.99) };
}
let noticeId = 1_000_000;

async function post(url: string, { agent, body }: { agent: Agent; body: string }): Promise<number> {
  const headers = { ...noticeHeaders(body), "Content-Length": Buffer.byteLength(body) };
  const outgoing = request(url, { agent, method: "POST", headers });
  outgoing.end(body);
  const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
  answer.resume();
  await once(answer, "end");
  return answer.statusCode ?? 0;
}

/** Answers how many a second are refused, in turns with a bare server that says the same to all. */
async function benchForged(shop: Shop): Promise<number> {
  const bare = spawn(
    process.execPath,
    [BARE_SERVER, JSON.stringify({ "Content-Type": "application/json" })],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  bare.stdin.end(JSON.stringify({ success: false, error: "unauthorized" }));
  const [port] = (await once(bare.stdout, "data")) as [Buffer];
  const turns: { refused: number; bare: number; cpuMs: number }[] = [];
  try {
    for (let turn = 0; turn <= TURNS; turn += 1) {
      const reference = await flood(`http://127.0.0.1:${port.toString().trim()}${DOOR}`);
      const cpuBefore = cpuSeconds(shop.process.pid);
      const forged = await flood(shop.origin + DOOR);
      const cpuMs = ((cpuSeconds(shop.process.pid) - cpuBefore) * 1_000) / forged.count;
      if (forged.refused !== forged.count) throw new Error("a forged notice was not refused");
      // The first turn warms up.
      if (turn > 0) turns.push({ refused: forged.perSecond, bare: reference.perSecond, cpuMs });
    }
  } finally {
    bare.kill();
  }
  const median = (of: (turn: (typeof turns)[number]) => number) =>
    turns.map(of).toSorted((a, b) => a - b)[Math.floor(turns.length / 2)] ?? 0;
  const refused = median((turn) => turn.refused);
  print(
    `forged: ${refused.toFixed(0)} a second refused (${FLOOD_CONNECTIONS} connections), CPU ${median((turn) => turn.cpuMs).toFixed(3)} ms each; ` +
      `bare node:http ${median((turn) => turn.bare).toFixed(0)}, ratio ${median((turn) => turn.refused / turn.bare).toFixed(3)}`,
  );
  return refused;
}

/** As many forged notices as the connections carry, or as `rate` allows; each has the form of a genuine one. */
async function flood(
  url: string,
  { rate, seconds = TURN_SECONDS }: { rate?: number; seconds?: number } = {},
) {
  const body = noticeBody({ id: 1, amountVnd: 100_000, content: "UQ2222222 chuyen tien" });
  const result = await autocannon({
    url,
    method: "POST",
    body,
    headers: noticeHeaders(body, "not-the-secret-of-this-shop"),
    connections: FLOOD_CONNECTIONS,
    duration: seconds,
    ...(rate === undefined ? {} : { overallRate: rate }),
  });
  if (result.errors > 0) throw new Error(`${result.errors} requests broke`);
  const count = result.requests.total;
  return { count, refused: result["4xx"], perSecond: count / result.duration };
}

/** Answers how many times as long the slowest checkouts take while forged notices come at the rate of the bar. */
async function benchFlood(shop: Shop, filled: readonly FilledCheckout[]): Promise<number> {
  const load = { buyers: BUYERS, count: CHECKOUTS_A_TURN };
  const calm: number[] = [];
  const flooded: number[] = [];
  const rates: number[] = [];
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const before = await sendCheckouts(shop, filled, load);
    const seconds = Math.ceil((2 * CHECKOUTS_A_TURN) / before.perSecond) + 1;
    const stream = flood(shop.origin + DOOR, { rate: LEAST_REFUSED, seconds });
    const during = await sendCheckouts(shop, filled, load);
    const { perSecond } = await stream;
    if (turn === 0) continue;
    calm.push(before.p99);
    flooded.push(during.p99);
    rates.push(perSecond);
  }
  const median = (values: number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  print(
    `checkouts of ${BUYERS} buyers: p99 ${median(calm).toFixed(1)} ms, ${median(flooded).toFixed(1)} ms while ${median(rates).toFixed(0)} forged notices a second come`,
  );
  return median(flooded) / median(calm);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
