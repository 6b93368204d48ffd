// `npm start`: from a fresh clone to a served page. Options: --skip-setup (already installed and built), --help.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkNode, endStepsOnSignals, ensureBuilt, ensureInstalled, root } from "./setup.mjs";

const options = new Set(process.argv.slice(2));

if (options.has("--help")) {
  process.stdout
    .write(`npm start: installs what is missing, builds, migrates, seeds the demo on the first run, serves.

  --skip-setup   do not look at packages and build: they are known to be there

Settings come from the environment or the file .env; .env.example lists them.
`);
  process.exit(0);
}

checkNode();
if (!options.has("--skip-setup")) {
  const letGo = endStepsOnSignals();
  await ensureInstalled();
  await ensureBuilt();
  letGo();
}
// React and Remix are a third slower otherwise; whether this is a demo is APP_MODE's business.
process.env.NODE_ENV = "production";
const { main } = await import(pathToFileURL(join(root, "build/server/index.js")).href);
await main({ root });
