// `npm run build`: builds the site (and compresses its files) unless the build is of exactly these sources.
import { checkNode, ensureBuilt, ensureInstalled } from "./setup.mjs";

checkNode();
await ensureInstalled();
await ensureBuilt();
