import { fileURLToPath } from "node:url";
import { keepEdition } from "../app/domain/statistics/keep-edition.server";
import { snapshotOf } from "../app/domain/statistics/take-snapshot.server";
import { now } from "../app/platform/clock.server";
import { databaseFile } from "../app/platform/db.server";
import { settings, SettingsError } from "../app/platform/env.server";
import { seal } from "../app/platform/seal.server";
import { runSeedCommand } from "./seeds/seed-command";

/** `npm run seed`: see `--help`. */
async function main(): Promise<number> {
  try {
    const { PROVINCE, APP_MODE } = settings();
    const environment = {
      file: databaseFile(),
      migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)),
      provinceCode: PROVINCE,
      isProduction: APP_MODE === "production",
      now,
      seal,
      periods: { snapshotOf, keepEdition },
    };
    const outputTo = (stream: NodeJS.WriteStream) => ({
      write: (text: string) => void stream.write(text),
      isTerminal: stream.isTTY,
    });
    return await runSeedCommand(process.argv.slice(2), environment, {
      standard: outputTo(process.stdout),
      error: outputTo(process.stderr),
    });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main();
