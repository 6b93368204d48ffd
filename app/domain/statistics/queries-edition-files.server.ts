import { reader } from "~/platform/db.server";
import { isMonth, type Month } from "~/platform/period";
import { unpackParts } from "./periods/pack-records.server";
import { readEditionRow, readParts } from "./periods/queries-editions.server";

/** The text of an edition, as it was hashed; null for one that there is not. */
export async function readEditionText(month: Month, edition: number): Promise<string | null> {
  return (await findRow(month, edition))?.manifest ?? null;
}

/** The orders and returns behind an edition as NDJSON, a part at a time; null for an edition that there is not. */
export async function streamEditionRecords(
  month: Month,
  edition: number,
): Promise<ReadableStream<Uint8Array> | null> {
  const row = await findRow(month, edition);
  if (!row) return null;
  const texts = unpackParts(readParts(reader(), row.id));
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

async function findRow(month: Month, edition: number) {
  if (!isMonth(month) || !Number.isSafeInteger(edition)) return null;
  return (await readEditionRow(reader(), month, edition))?.row ?? null;
}
