import type { Connection } from "../../connect";
import { runInBatches } from "../run-in-batches";
import { atomically, markSeedState, SeedError, seedStateOf } from "../seed-state";
import { aggregateSales } from "./aggregate-sales";
import { countExtraHouseholds, inventProduct } from "./extra-products";
import { loadProvinceSample, type ProvinceSample } from "./province-sample";
import { seedTariffs } from "./sample-shipping";
import { seedBuyerBooks } from "./seed-buyer-books";
import { seedCertificateSteps } from "./seed-certificate-steps";
import { seedClaims } from "./seed-claims";
import { seedCollections } from "./seed-collections";
import { createSampleWriter, type SampleWriter, type Seal } from "./sample-writer";
import { seedCompliance } from "./seed-compliance";
import { seedContracts } from "./seed-contracts";
import { seedVouchers } from "./seed-vouchers";
import { seedDocuments } from "./seed-documents";
import { seedHelping } from "./seed-helping";
import { bestSellerOf, seedHouseholds, type SeededHousehold } from "./seed-households";
import { seedLicences } from "./seed-licences";
import { seedNotices } from "./seed-notices";
import { seedOrders } from "./seed-orders";
import { seedPeriods, type PeriodKeeper } from "./seed-periods";
import { seedHarvest } from "./seed-harvest";
import { seedPayouts } from "./seed-payouts";
import { seedProfiles } from "./seed-profiles";
import { createProductInsert, seedProducts, type SoldProduct } from "./seed-products";
import { seedQuestions } from "./seed-questions";
import { seedRecall } from "./seed-recall";
import { seedChannelSales } from "./seed-channel-sales";
import { seedRetailTotals } from "./seed-retail-totals";
import { seedReturns } from "./seed-returns";
import { seedReviews } from "./seed-reviews";
import { seedSupply } from "./seed-supply";
import { seedStatements } from "./seed-statements";
import { seedTargets } from "./seed-targets";
import { seedTraining } from "./seed-training";
import { seedUnknownTransfers } from "./seed-unknown-transfers";
import { hashSamplePassword, seedUsers } from "./seed-users";

export const DEFAULT_ORDER_COUNT = 2_400;
export const MAX_ORDER_COUNT = 5_000_000;
export const MAX_PRODUCT_COUNT = 1_000_000;

export type DemoInput = {
  /** One of those with samples (`SAMPLE_PROVINCES`). */
  provinceCode: string;
  /** 0 to 5,000,000; 2,400 when left out. */
  orderCount?: number;
  /** Size of the whole catalogue, at most 1,000,000; never fewer than the province's samples. */
  productCount?: number;
  /** Milliseconds; only its day in Vietnam matters. */
  now: number;
  /** Under the installation's key, which the database must not know. */
  seal: Seal;
  periods: PeriodKeeper;
  /** Takes the part done, 0 to 1. */
  onProgress?: (done: number) => void;
};

const PRODUCT_BATCH = 2_000;
// Of a catalogue for load tests not all needs buyers; the memory of the seed stays small.
const MAX_EXTRA_SOLD = 5_000;

/**
 * Fills an installation that has its places and nothing else with samples: households, products, people, and a year
 * of orders up to yesterday. The same province, counts and day give the same samples. A seed that was stopped is
 * known as such (`seedStateOf`): start again with a new file. Throws `SeedError` for what the caller can mend.
 */
export async function seedDemo(connection: Connection, input: DemoInput): Promise<void> {
  const { provinceCode, now, seal, periods, onProgress = () => undefined } = input;
  const orderCount = checkCount("orders", input.orderCount ?? DEFAULT_ORDER_COUNT, MAX_ORDER_COUNT);
  const sample = loadProvinceSample(provinceCode);
  const productCount = checkCount("products", input.productCount ?? 0, MAX_PRODUCT_COUNT);
  const extraCount = Math.max(0, productCount - sample.products.length);
  if (seedStateOf(connection) !== "reference") {
    throw new SeedError("Samples go into a database that has its places and nothing else.");
  }
  const writer = createSampleWriter(connection, { provinceCode, now, seal });
  const progress = createProgress({ total: 100 + extraCount + 3 * orderCount, onProgress });
  progress(0);
  const passwordHash = await hashSamplePassword();
  const shop = atomically(connection, () => openShop(writer, { sample, extraCount, passwordHash }));
  progress(100);
  await runInBatches(connection, addExtraProducts(writer, shop, { sample, extraCount }), {
    size: PRODUCT_BATCH,
    onDone: progress,
  });
  const desk = bestSellerOf(sample, shop.seeded);
  const { sold: products, users } = shop;
  const ofProvince = products.slice(0, sample.products.length);
  await seedOrders(writer, { orderCount, products, users, desk }, (count) => progress(3 * count));
  if (orderCount > 0) {
    // With chances of their own: what is drawn after them stays as it was.
    const apart = createSampleWriter(connection, { provinceCode, now, seal });
    await seedStatements(apart, users.department_officer);
    await seedClaims(apart, users.department_officer);
    atomically(connection, () => seedPayouts(apart, users));
  }
  atomically(connection, () => {
    if (orderCount > 0) {
      seedUnknownTransfers(writer);
      seedReviews(writer, { products, users, desk });
      seedQuestions(writer, { products, users, desk });
    }
    seedCollections(writer, products);
    seedVouchers(writer);
    seedProfiles(writer, { sample, seeded: shop.seeded });
    seedDocuments(writer, users, ofProvince);
    seedRecall(writer, desk);
    seedReturns(writer, desk);
    seedContracts(writer, desk, shop.users.buyer);
    seedHarvest(writer, desk, shop.users.buyer);
    seedNotices(writer, desk);
    seedTariffs(writer, shop.users);
    seedLicences(writer, users);
    seedSupply(writer, { seeded: shop.seeded, desk, officerId: users.department_officer.id });
    seedBuyerBooks(writer, users.buyer, ofProvince);
    const apart = createSampleWriter(connection, { provinceCode, now, seal });
    seedCertificateSteps(apart, users, { products: ofProvince, desk });
    const alone = createSampleWriter(connection, { provinceCode, now, seal });
    seedCompliance(alone, { desk, officerId: users.department_officer.id });
    seedTraining(writer, users, shop.seeded);
    seedHelping(writer, { agentId: users.agent.id, seeded: shop.seeded, products: ofProvince });
    aggregateSales(connection);
  });
  await seedPeriods(writer, periods, users.department_officer.id);
  atomically(connection, () => {
    forgetShelfChanges(connection);
    connection.writer.exec("DELETE FROM notice_feed"); // nobody is told of samples
    connection.writer.exec("PRAGMA analysis_limit = 1000; ANALYZE");
    markSeedState(connection, "demo");
  });
  onProgress(1);
}

/** Nobody has read the shelf yet; the last line stays as the mark that numbers go on from. */
function forgetShelfChanges({ writer }: Connection): void {
  writer.exec("DELETE FROM shelf_changes WHERE seq < (SELECT max(seq) FROM shelf_changes)");
}

type Shop = ReturnType<typeof openShop>;

/** Everything but orders, in one transaction. */
function openShop(
  writer: SampleWriter,
  input: { sample: ProvinceSample; extraCount: number; passwordHash: string },
) {
  const { sample, extraCount, passwordHash } = input;
  markSeedState(writer.connection, "unfinished");
  const users = seedUsers(writer, passwordHash);
  const seeded: SeededHousehold[] = seedHouseholds(writer, users, {
    sample,
    extraCount: countExtraHouseholds(extraCount),
  });
  const insertProduct = createProductInsert(writer, users);
  const sold: SoldProduct[] = seedProducts(writer, insertProduct, { sample, seeded });
  seedRetailTotals(writer, users.department_officer.id);
  seedChannelSales(writer, users.department_officer.id);
  seedTargets(writer, users.department_officer.id, seeded);
  return { users, seeded, sold, insertProduct };
}

function* addExtraProducts(
  { random }: SampleWriter,
  { seeded, sold, insertProduct }: Shop,
  { sample, extraCount }: { sample: ProvinceSample; extraCount: number },
): Generator<number, void> {
  for (let number = 0; number < extraCount; number += 1) {
    const product = insertProduct(inventProduct(random, { sample, seeded }));
    if (number < MAX_EXTRA_SOLD) sold.push(product);
    yield 1;
  }
}

function checkCount(name: string, count: number, max: number): number {
  if (Number.isInteger(count) && count >= 0 && count <= max) return count;
  throw new SeedError(`The number of ${name} must be a whole number from 0 to ${max}.`);
}

function createProgress({
  total,
  onProgress,
}: {
  total: number;
  onProgress: (done: number) => void;
}) {
  let done = 0;
  return (count: number) => {
    done += count;
    onProgress(Math.min(0.99, done / total)); // the figures come last
  };
}
