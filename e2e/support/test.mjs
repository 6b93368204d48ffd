// `npm test`: everything that a machine can check, in the order in which it is cheapest to fail.
import { join } from "node:path";
import {
  checkNode,
  endStepsOnSignals,
  ensureBuilt,
  ensureInstalled,
  root,
  runStep,
} from "../../app/server/setup.mjs";
import { ensureChromium } from "./chromium.mjs";

const bin = (name) => join(root, "node_modules/.bin", name);

const STEPS = [
  ["Format", bin("prettier"), ["--check", "--log-level", "warn", "."]],
  ["Lint", bin("oxlint"), ["--type-aware", "--deny-warnings"]],
  [
    "Layering",
    bin("depcruise"),
    ["app", "db", "e2e/stripe-mock", "--config", ".dependency-cruiser.cjs"],
  ],
  ["Types", bin("tsc"), ["--noEmit"]],
  ["Unit tests", bin("vitest"), ["run", "--config", "e2e/vitest.config.ts"]],
  ["Build"],
  ["Journeys in the browser", bin("playwright"), ["test", "--config", "e2e/playwright.config.ts"]],
];

checkNode();
endStepsOnSignals();
const startedAt = Date.now();
await ensureInstalled();
await ensureChromium();
let failed = 0;
for (const [title, command, args] of STEPS) {
  if (title === "Build") {
    await ensureBuilt(); // says what went wrong and stops when it fails: no journey without it
    continue;
  }
  const code = await runStep(title, command, args);
  if (code !== 0) failed += 1;
}
process.stdout.write(`All of it took ${Math.round((Date.now() - startedAt) / 1000)} s.\n`);
process.stdout.write(`${STEPS.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
