import { closeDatabase, databaseFile } from "~/platform/db.server";
import { stateOfFile } from "~db/seeds/prepare-database";
import { resealAll } from "./reseal-all";

/** `npm run reseal`: account numbers and what the bank told under the newest key of PERSONAL_DATA_KEYS. */

const HELP = `npm run reseal

Seals anew under the first key of PERSONAL_DATA_KEYS: account numbers, notices and statements of the bank in the
database of DATA_DIR, and its private files. Put a new key in front of the old one, start the server anew, run this,
then take the old key away. The shop may run meanwhile; what was cut short goes on when it is run again.
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
  const { accounts, evidence, files, isLogEmpty } = await resealAll();
  closeDatabase();
  process.stdout.write(
    `${accounts.sealedCount} accounts, ${evidence.sealedCount} notices and rows of the bank and ${files.sealedCount} files sealed anew.\n`,
  );
  if (!isLogEmpty) {
    process.stdout.write(
      "The log of the database was in use: older seals stay in it for a while.\n",
    );
  }
  const lostCount = accounts.lostCount + evidence.lostCount + files.lostCount;
  if (lostCount === 0) return 0;
  process.stderr.write(
    `${lostCount} were sealed by a key that is not in PERSONAL_DATA_KEYS: put it back and run this again.\n`,
  );
  return 1;
}

process.exitCode = await main();
