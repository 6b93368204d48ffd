import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { databaseFile } from "~/platform/db.server";
import { settings, SettingsError } from "~/platform/env.server";
import { uploadsFolder } from "~/platform/storage.server";

const MAY_USE = constants.R_OK | constants.W_OK;

/** Makes the folder of DATA_DIR when it is not there. Throws `SettingsError` when the shop could not write in it. */
export function prepareDataFolder(): void {
  const folder = settings().DATA_DIR;
  try {
    for (const needed of [folder, uploadsFolder()]) {
      mkdirSync(needed, { recursive: true });
      accessSync(needed, MAY_USE | constants.X_OK);
    }
    if (existsSync(databaseFile())) accessSync(databaseFile(), MAY_USE);
  } catch (error) {
    throw new SettingsError(
      `DATA_DIR is ${folder}, but ${reasonOf(error, folder)}: set DATA_DIR to a folder that this account may write.`,
      { cause: error },
    );
  }
}

function reasonOf(error: unknown, folder: string): string {
  const { code, path = folder }: Partial<NodeJS.ErrnoException> =
    error instanceof Error ? error : {};
  const what = path === folder ? "it" : path;
  switch (code ?? "") {
    case "EEXIST":
    case "ENOTDIR":
      return `${what} is no folder`;
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `${what} may not be written`;
    default:
      return `${what} cannot be used (${code ?? String(error)})`;
  }
}
