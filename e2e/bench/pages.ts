import autocannon from "autocannon";
import { rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { seedFolder } from "../support/run-node";
import { startShop, temporaryFolder } from "../support/shop";

const SECONDS = 5;
const CONNECTIONS = [1, 10];

type Figures = { perSecond: number; p50: number; p99: number };

/** Prints a table: each public page against a bare server that sends the same bytes, in the same run. */
export async function benchPages(): Promise<void> {
  const dataDir = temporaryFolder("bench");
  await seedFolder(dataDir, ["--province", "08"]);
  const shop = await startShop({ dataDir });
  try {
    const list = await (await fetch(`${shop.origin}/products`)).text();
    const product = /href="(\/products\/[^"?]+)"/.exec(list)?.[1] ?? "/products";
    process.stdout.write("page        conn    req/s     p50     p99   bare req/s   ratio\n");
    for (const [name, path] of [
      ["home", "/"],
      ["list", "/products"],
      ["search", "/products?q=che"],
      ["product", product],
    ] as const) {
      const bytes = Buffer.from(await (await fetch(shop.origin + path)).arrayBuffer());
      for (const connections of CONNECTIONS) {
        const ours = await load(shop.origin + path, connections);
        const bare = await loadBare(bytes, connections);
        process.stdout.write(
          `${name.padEnd(10)} ${String(connections).padStart(5)} ${ours.perSecond.toFixed(0).padStart(8)} ` +
            `${ours.p50.toFixed(1).padStart(5)} ms ${ours.p99.toFixed(1).padStart(4)} ms ` +
            `${bare.perSecond.toFixed(0).padStart(12)} ${(ours.perSecond / bare.perSecond).toFixed(3).padStart(7)}\n`,
        );
      }
    }
  } finally {
    await shop.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function loadBare(bytes: Buffer, connections: number): Promise<Figures> {
  const server = createServer((_, response) => {
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Length": bytes.length,
    });
    response.end(bytes);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  try {
    return await load(`http://127.0.0.1:${port}/`, connections);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function load(url: string, connections: number): Promise<Figures> {
  await autocannon({ url, connections, duration: 1 });
  const result = await autocannon({ url, connections, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  }
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}
