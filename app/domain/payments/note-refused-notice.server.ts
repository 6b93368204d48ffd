import { now } from "~/platform/clock.server";
import { logger } from "~/platform/logger.server";
import type { NoticeProvider } from "./bank-notice";

const LINE_EVERY_MS = 10_000;
let refusedCount = 0;
let lineAt = 0;

/**
 * Writes to the log that a notice was refused: at once when it is the first for a while, then every ten seconds with
 * how many there were. A flood of forged notices would otherwise fill the disk that the database needs.
 */
export function noteRefusedNotice(provider: NoticeProvider | "stripe", code: string): void {
  refusedCount += 1;
  if (Math.abs(now() - lineAt) < LINE_EVERY_MS) return;
  logger.warn("notices refused", { provider, code, refusedCount });
  lineAt = now();
  refusedCount = 0;
}
