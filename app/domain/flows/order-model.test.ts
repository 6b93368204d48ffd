import fc from "fast-check";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { setClock } from "~/platform/clock.server";
import { closeDatabase, useDatabaseFile } from "~/platform/db.server";
import type { ShopModel } from "./test-order-model";
import { findStockDifferences } from "./test-shop";
import { switchWithholding } from "./test-tax";
import { CALLED_OFF_TOGETHER, OWES_AND_SELLS_BY_CARRIER, STEPS } from "./test-order-model-steps";
import { closeModelShop, officers, openModelShop, START } from "./test-order-model-shop";
import { World } from "./test-order-model-world";
import { expectConserved, readModel, readShop } from "./test-order-model-views";

/** Ten thousand take minutes: `npm run model`. */
const RUNS = Number(process.env["MODEL_RUNS"] ?? 500);

let folder: string;
let template: string;
const reached = new Set<string>();

beforeAll(async () => {
  template = await openModelShop();
  folder = mkdtempSync(join(tmpdir(), "cho-phien-model-"));
});

afterAll(() => {
  closeModelShop();
  rmSync(folder, { recursive: true, force: true });
});

it(`the shop does what the model says, in ${RUNS} random lives of orders`, async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(STEPS, fc.boolean(), async (steps, isTaxed) => {
      run += 1;
      const file = join(folder, `${run}.sqlite`);
      copyFileSync(template, file);
      useDatabaseFile(file);
      try {
        setClock(START);
        if (isTaxed) await switchWithholding(officers, "on");
        const world = new World();
        world.model.isTaxed = isTaxed;
        for (const step of steps) {
          await world.take(step);
          note(world.model);
        }
        expectConserved(world.model);
        expect(await readShop(world.codes)).toEqual(readModel(world.model));
        if (run % 10 === 0) {
          expect(await checkLedger()).toEqual([]);
          expect(await findStockDifferences()).toEqual([]);
        }
      } finally {
        closeDatabase();
        for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
      }
    }),
    {
      numRuns: RUNS,
      endOnFailure: RUNS > 1_000,
      examples: [
        [CALLED_OFF_TOGETHER, true],
        [OWES_AND_SELLS_BY_CARRIER, false],
      ],
    },
  );
  // The sequences are worth something only when they get everywhere.
  const everywhere =
    "awaiting_payment placed confirmed packed shipped delivered cancelled refused lost expired requested accepted " +
    "returning declined disputed refunded closed open partially_paid paid on_delivery";
  expect(everywhere.split(" ").filter((status) => !reached.has(status))).toEqual([]);
}, 1_800_000);

function note(model: ShopModel) {
  for (const checkout of model.checkouts) {
    reached.add(checkout.payment);
    for (const order of checkout.orders) {
      reached.add(order.status);
      for (const request of order.requests) reached.add(request.status);
    }
  }
}
