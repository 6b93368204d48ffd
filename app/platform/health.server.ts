import { eq } from "drizzle-orm";
import { healthMarks } from "../../db/schema/health";
import { now } from "./clock.server";
import { inTransaction, isDatabaseInPlace, reader } from "./db.server";
import { errorFields, logger } from "./logger.server";

/** Writes a row and reads it back; at most one write a second, so that asking often costs little. */
export async function checkHealth(): Promise<{ ok: boolean }> {
  try {
    if (!isDatabaseInPlace()) return { ok: false };
    const time = now();
    const known = await readMark();
    if (known !== undefined && time - known < 1_000) return { ok: true };
    await inTransaction(async (tx) => {
      await tx
        .insert(healthMarks)
        .values({ name: "healthz", markedAt: time })
        .onConflictDoUpdate({ target: healthMarks.name, set: { markedAt: time } });
    });
    return { ok: (await readMark()) !== undefined };
  } catch (error) {
    logger.error("health check failed", errorFields(error));
    return { ok: false };
  }
}

async function readMark(): Promise<number | undefined> {
  const [row] = await reader()
    .select({ markedAt: healthMarks.markedAt })
    .from(healthMarks)
    .where(eq(healthMarks.name, "healthz"))
    .limit(1);
  return row?.markedAt;
}
