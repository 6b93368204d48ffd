import * as build from "virtual:remix/server-build";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { migrateDatabase } from "~db/migrate";
import { deleteExpiredSessions } from "~/domain/identity/sessions.server";
import { closeDatabase, databaseFile } from "~/platform/db.server";
import { settings, SettingsError } from "~/platform/env.server";
import { runOutbox } from "~/platform/outbox.server";
import { closeServer, listen, PortInUseError } from "./http-server";
import { startTimers } from "./timers";

/** The whole life of the server process. `root` is the folder of the repository. */
export async function main({ root }: { root: string }): Promise<void> {
  try {
    settings();
    migrateDatabase(databaseFile(), join(root, "db/migrations"));
    const { server, origin } = await listen({ build, clientFolder: join(root, "build/client") });
    process.stdout.write(`${origin}\n`);
    const stopTimers = startTimers([{ name: "outbox", everyMs: 1_000, work: () => runOutbox({}) }]);
    const stop = async () => {
      await Promise.all([closeServer(server), stopTimers()]);
      closeDatabase();
    };
    process.once("SIGTERM", () => void stop());
    process.once("SIGINT", () => void stop());
  } catch (error) {
    if (error instanceof SettingsError || error instanceof PortInUseError) {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    }
    throw error;
  }
}
