import { reader } from "~/platform/db.server";
import { checkEdition } from "./check-edition.server";
import { listChain } from "./periods/queries-editions.server";
import type { ChainCheck } from "./types-periods";

/**
 * Checks every edition of every month in the order of the chain, as `checkEdition` does one: minutes with millions of orders.
 * @param onProgress with the part of the editions that is checked, 0 to 1
 */
export async function checkChain(onProgress: (done: number) => void): Promise<ChainCheck> {
  const editions = await listChain(reader());
  const faulty: ChainCheck["faulty"] = [];
  for (const [at, { month, edition }] of editions.entries()) {
    const faults = await checkEdition(month, edition, (done) =>
      onProgress((at + done) / editions.length),
    );
    if (faults && faults.length > 0) faulty.push({ month, edition, faults });
  }
  return { editionCount: editions.length, endHash: editions.at(-1)?.hash ?? "", faulty };
}
