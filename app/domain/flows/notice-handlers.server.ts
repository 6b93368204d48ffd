import { logger } from "~/platform/logger.server";
import type { OutboxHandlers } from "~/platform/outbox.server";
import { NOTICE_KINDS } from "./notices";

/**
 * Handlers for `runOutbox`. People find all of it on their desks and pages; what goes out today is a line in the
 * log. A gateway for text messages takes this function's place, and nothing else changes.
 */
export const NOTICE_HANDLERS: OutboxHandlers = Object.fromEntries(
  NOTICE_KINDS.map((kind) => [
    kind,
    async (payload: unknown) => logger.info("notice", { kind, notice: payload }),
  ]),
);
