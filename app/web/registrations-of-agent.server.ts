import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";

/** A market day of sheets; whoever wants to fill the province with names needs weeks. Asked by an agent's id. */
export const registrationsOfAgent = createRateLimit({ limit: 60, windowMs: HOUR_MS });
