import { existsSync, rmSync, writeFileSync } from "node:fs";
import { sealClearEvidence } from "~/domain/payments/seal-clear-evidence.server";
import { EVIDENCE_KINDS } from "~/domain/payments/evidence.server";
import { sealClearRows } from "~/domain/statements/seal-clear-rows.server";
import { databaseFile, inTransaction, type Transaction } from "~/platform/db.server";
import { errorFields, logger } from "~/platform/logger.server";
import { eraseLeftovers } from "~db/connect";

const BATCHES_MAX = 1_000_000;

/**
 * Seals what releases before seals left in clear and no migration can seal, before anybody is served, so that nothing
 * in the program knows of clear text. A start that was cut short goes on here. Then the file is written anew: bytes of
 * what was changed or deleted years ago would stay in its free pages.
 */
export async function sealLeftovers(onBegin: () => void): Promise<void> {
  // Beside the database until the file was written anew, so that a start that was killed in between is known.
  const mark = `${databaseFile()}-erasing`;
  const isErasingOwed = existsSync(mark);
  writeFileSync(mark, "");
  let sealedCount = 0;
  const sealAll = async (batch: (tx: Transaction) => Promise<number>) => {
    for (let done = 0; done < BATCHES_MAX; done += 1) {
      const count = await inTransaction(batch);
      if (count === 0) return;
      if (sealedCount === 0) onBegin();
      sealedCount += count;
    }
  };
  for (const kind of EVIDENCE_KINDS) await sealAll((tx) => sealClearEvidence(tx, kind));
  await sealAll(sealClearRows);
  if (sealedCount === 0 && !isErasingOwed) return rmSync(mark);
  logger.info("evidence of the bank sealed", { sealedCount });
  try {
    if (eraseLeftovers(databaseFile())) rmSync(mark);
    else
      logger.warn(
        "the write-ahead log is still being read: the next start writes the database anew",
      );
  } catch (error) {
    // A full disk must not keep the shop closed: the next start tries again.
    logger.error("the database could not be written anew", errorFields(error));
  }
}
