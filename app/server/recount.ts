import { SYSTEM } from "~/domain/audit/actor";
import { recountAll } from "~/domain/flows/recount-all.server";
import { closeDatabase, databaseFile } from "~/platform/db.server";
import { stateOfFile } from "~db/seeds/prepare-database";
import { createProgressOutput } from "~db/seeds/progress-output";

/** `npm run recount`: all that is kept of what was sold, made anew from the orders. */

const HELP = `npm run recount

Counts every delivered order and every return in the database of DATA_DIR and puts right what is kept of
them for the figures. The shop may run meanwhile. Says how many rows were wrong: none, if all is well. Months that are
closed stand as they were closed.
`;

async function main(): Promise<number> {
  if (process.argv.includes("--help")) {
    process.stdout.write(HELP);
    return 0;
  }
  if (!["reference", "demo"].includes(stateOfFile(databaseFile()))) {
    process.stderr.write(`There is no database at ${databaseFile()} yet: run npm start first.\n`);
    return 1;
  }
  const show = createProgressOutput(
    { write: (text) => process.stdout.write(text), isTerminal: process.stdout.isTTY },
    "Recount",
  );
  const { monthCount, recordCount, correctedCount } = await recountAll(SYSTEM, show);
  closeDatabase();
  process.stdout.write(
    `${recordCount} orders and returns of ${monthCount} months counted; ${correctedCount} rows were wrong and are right now.\n`,
  );
  return 0;
}

process.exitCode = await main();
