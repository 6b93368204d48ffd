import type { ProductStatus } from "../../../app/domain/catalog/product-status";
import { taxClassOf } from "../../../app/domain/catalog/tax-class";
import { present } from "../../../app/platform/invariant";
import { DAY_MS } from "../../../app/platform/period";
import { productEvents, products } from "../../schema/catalog";
import { certificateProducts } from "../../schema/certificates-products";
import { prepareInsert } from "../insert-rows";
import type { ProvinceSample, SampleProduct } from "./province-sample";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import { createCertificateInsert, type SampleCertificate } from "./seed-certificates";
import { bestSellerOf, type SeededHousehold } from "./seed-households";
import { createLotInsert, planLots, type SampleLot } from "./seed-lots";
import type { SampleUsers } from "./seed-users";
import { createSlugBook } from "./slug-book";

/** A published product, as the making of orders needs it. */
export type SoldProduct = {
  id: string;
  /** Of the province's sample file; null for one that only fills a large catalogue. */
  key: string | null;
  household: SeededHousehold;
  details: Omit<SampleProduct, "key" | "householdKey">;
  certificate: SampleCertificate | null;
  /** The first to expire first. */
  lots: SampleLot[];
};

export type NewSampleProduct = {
  key: string | null;
  details: SoldProduct["details"];
  household: SeededHousehold;
  certificate: SampleCertificate | null;
  status: "published" | "awaiting_approval";
};

// Recent enough to wait for the department.
const AWAITING_DAYS = 2;

/** Writes one product with its events and lots a call. */
export function createProductInsert(
  writer: SampleWriter,
  users: SampleUsers,
): (product: NewSampleProduct) => SoldProduct {
  const { connection, day, random, newId } = writer;
  const insert = prepareInsert(connection, products);
  const insertEvent = prepareInsert(connection, productEvents);
  const insertCertified = prepareInsert(connection, certificateProducts);
  const insertLots = createLotInsert(writer);
  const slugFor = createSlugBook();
  let searchId = 0;

  return ({ key, details, household, certificate, status }) => {
    const age = status === "published" ? random.whole(440, 490) : AWAITING_DAYS;
    const createdAt = momentOf(daysBefore(day, age), random.whole(7, 17));
    const id = newId("prd", createdAt);
    searchId += 1;
    const words = { name: details.nameVi, nameEn: details.nameEn, ocopSet: details.set };
    const publishedAt = status === "published" ? createdAt + DAY_MS : null;
    const plans = planLots(writer, details);
    insert({
      id,
      householdId: household.id,
      slug: slugFor(details.nameVi),
      ...words,
      taxClass: taxClassOf(details.set),
      description: details.descriptionVi,
      descriptionEn: details.descriptionEn,
      packLabel: details.packVi,
      packLabelEn: details.packEn,
      contentQuantity: details.contentQuantity,
      contentUnit: details.contentUnit,
      weightGrams: details.weightGrams,
      packageSize: details.packageSize ?? null,
      priceVnd: details.priceVnd,
      certificateId: certificate?.id ?? null,
      season: details.season,
      status,
      statusReason: null,
      availableCount: plans.reduce((sum, lot) => sum + lot.freeCount, 0),
      searchId,
      isSample: true,
      createdAt,
      publishedAt,
    });
    if (certificate !== null) insertCertified({ certificateId: certificate.id, productId: id });
    const sentAt = createdAt + 60_000;
    const officerId = users.department_officer.id;
    const moves: [ProductStatus | null, ProductStatus, number, string | null][] = [
      [null, "draft", createdAt, household.memberId],
      ["draft", "awaiting_approval", sentAt, household.memberId],
    ];
    if (publishedAt) moves.push(["awaiting_approval", "published", publishedAt, officerId]);
    for (const [fromStatus, toStatus, occurredAt, actorId] of moves) {
      const event = { productId: id, fromStatus, toStatus, reason: null, actorId, occurredAt };
      insertEvent({ id: newId("pev", occurredAt), ...event });
    }
    const { shelfLifeDays } = details;
    const lots = insertLots(plans, { productId: id, shelfLifeDays });
    return { id, key, household, details, certificate, lots };
  };
}

/** The province's products, published, but for two that wait for the department. */
export function seedProducts(
  writer: SampleWriter,
  insert: (product: NewSampleProduct) => SoldProduct,
  { sample, seeded }: { sample: ProvinceSample; seeded: readonly SeededHousehold[] },
): SoldProduct[] {
  const provinceName = writer.connection.writer
    .prepare<[string], string>("SELECT name FROM provinces WHERE code = ?")
    .pluck()
    .get(writer.provinceCode);
  const certify = createCertificateInsert(writer, present(provinceName, "no such province"));
  const waiting = chooseWaiting(sample, bestSellerOf(sample, seeded));
  const sold: SoldProduct[] = [];
  for (const { key, householdKey, ...details } of sample.products) {
    const household = present(
      seeded.find((one) => one.key === householdKey),
      `${key}: no household`,
    );
    const { stars } = details;
    const certificate =
      stars === 0
        ? null
        : certify({ householdId: household.id, stars, districtName: districtOf(household) });
    const status = waiting.has(key) ? "awaiting_approval" : "published";
    const product = insert({ key, details, household, certificate, status });
    if (status === "published") sold.push(product);
  }
  return sold;
}

/** The two least popular without stars, of households other than the one the demo signs in to. */
function chooseWaiting(sample: ProvinceSample, best: SeededHousehold): Set<string> {
  const candidates = sample.products.filter(
    (product) => product.stars === 0 && product.householdKey !== best.key,
  );
  const least = candidates.toSorted((a, b) => a.popularity - b.popularity);
  return new Set(least.slice(0, 2).map((product) => product.key));
}

function districtOf(household: SeededHousehold): string | null {
  const isDistrict = (name: string) => /^(Huyện|Thị xã|Thành phố) /.test(name);
  return household.formerPlaceNames.find(isDistrict) ?? null;
}
