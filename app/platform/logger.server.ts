import { now } from "./clock.server";
import { settings } from "./env.server";

const LEVELS = ["debug", "info", "warn", "error"] as const;
type Level = (typeof LEVELS)[number];
type Fields = Readonly<Record<string, unknown>>;

/**
 * One JSON line on standard error. Never give it a secret, a password, a full account number or a request body:
 * names, codes and counts only.
 */
function write(level: Level, message: string, fields: Fields = {}) {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(settings().LOG_LEVEL)) return;
  const line = { time: new Date(now()).toISOString(), level, message, ...fields };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

export const logger = {
  debug: (message: string, fields?: Fields) => write("debug", message, fields),
  info: (message: string, fields?: Fields) => write("info", message, fields),
  warn: (message: string, fields?: Fields) => write("warn", message, fields),
  error: (message: string, fields?: Fields) => write("error", message, fields),
};

/** What is safe to log of something thrown. */
export function errorFields(error: unknown): Fields {
  return error instanceof Error
    ? { error: error.name, detail: error.message, stack: error.stack }
    : { error: String(error) };
}
