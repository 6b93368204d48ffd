import { parseArgs } from "node:util";
import { DEFAULT_PORT, startStripeMock } from "./start-stripe-mock";

/** `npx stripe-mock [--port 12111] [--webhook URL --secret whsec_... [--secret ...]] [--public-url URL]` */
const { values } = parseArgs({
  options: {
    port: { type: "string", default: String(DEFAULT_PORT) },
    webhook: { type: "string" },
    secret: { type: "string", multiple: true },
    "public-url": { type: "string" },
  },
});

const { webhook, secret: secrets = [], "public-url": publicUrl } = values;
const mock = await startStripeMock({
  port: Number(values.port),
  ...(publicUrl === undefined ? {} : { publicUrl }),
  webhooks: webhook === undefined ? [] : [{ url: webhook, secrets }],
});
console.log(`stripe-mock, a stand-in and not Stripe: ${mock.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void mock.close().then(() => process.exit(0)));
}
