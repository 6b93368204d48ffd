import { benchCheckout } from "./checkout";
import { benchPages } from "./pages";
import { benchSearch } from "./search";
import { benchStatistics } from "./statistics";
import { benchWebhooks } from "./webhooks";

/** `npm run bench -- <name>`: figures with their ratio to a reference in the same run. */

const BENCHES: Record<string, { what: string; run: () => Promise<void> }> = {
  pages: {
    what: "requests per second of public pages at 1, 10 and 50 connections, kept and made anew, beside a bare node:http server sending the same bytes",
    run: benchPages,
  },
  search: {
    what: "a page of search results with its facets, and suggestions while typing, at 10 thousand, 100 thousand and 1 million products, beside SQLite's full-text index counting the matches",
    run: benchSearch,
  },
  checkout: {
    what: "durable checkouts per second over HTTP at 1, 10 and 50 buyers, beside bare inserts in SQLite with synchronous=FULL, and at 10 thousand, 100 thousand and 1 million orders",
    run: benchCheckout,
  },
  statistics: {
    what: "with 10 million orders: all kept figures made anew beside reading the orders once in SQL, the dashboards on the server, the memory of a year's export",
    run: benchStatistics,
  },
  webhooks: {
    what: "genuine bank notices verified, matched and posted per second beside bare inserts, forged ones refused per second beside a bare node:http server, and checkouts while those come",
    run: benchWebhooks,
  },
};

const name = process.argv[2];
const bench = name === undefined ? undefined : BENCHES[name];
if (bench) {
  await bench.run();
} else {
  const list = Object.entries(BENCHES).map(([key, { what }]) => `  ${key.padEnd(10)} ${what}`);
  const help = `npm run bench -- <name>\n\n${list.join("\n")}\n\nNeeds a build (npm start or npm run build makes one). Load stays on this machine and is bounded.\n`;
  const isAsked = name === undefined || name === "--help";
  (isAsked ? process.stdout : process.stderr).write(
    isAsked ? help : `no bench "${name}"\n\n${help}`,
  );
  process.exitCode = isAsked ? 0 : 2;
}
