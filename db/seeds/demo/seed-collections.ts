import { z } from "zod";
import { slugOf } from "../../../app/platform/fold";
import { addDays, type LocalDate } from "../../../app/platform/period";
import { collectionProducts, collections } from "../../schema/catalog-collections";
import { prepareInsert } from "../insert-rows";
import samples from "./collections.json";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import type { SoldProduct } from "./seed-products";

const text = z.string().min(10);
const words = { introVi: text, introEn: text, criterionVi: text, criterionEn: text };
const samplesSchema = z.strictObject({
  tet: z.strictObject(words),
  provinces: z.record(
    z.string(),
    z.strictObject({
      tet: z.array(z.string()).min(6),
      other: z.strictObject({
        nameVi: z.string(),
        nameEn: z.string(),
        ...words,
        products: z.array(z.string()).min(3),
      }),
    }),
  ),
});

/** The first days of the lunar years to come; a demo that is seeded later shows no gifts for Tết. */
const TET_DAYS = [
  { day: "2027-02-06", year: "Đinh Mùi 2027", yearEn: "2027, year of the Goat" },
  { day: "2028-01-26", year: "Mậu Thân 2028", yearEn: "2028, year of the Monkey" },
] as const;
const BEGAN_DAYS_AGO = 10;
const OTHER_LASTS_DAYS = 120;

type SampleCollection = {
  nameVi: string;
  nameEn: string;
  introVi: string;
  introEn: string;
  criterionVi: string;
  criterionEn: string;
  endsOn: LocalDate;
  products: readonly string[];
};

/** Gifts for the next Tết, and one more collection of the province's own. */
export function seedCollections(writer: SampleWriter, sold: readonly SoldProduct[]): void {
  const { connection, day, newId } = writer;
  const insert = prepareInsert(connection, collections);
  const insertProduct = prepareInsert(connection, collectionProducts);
  const idOf = new Map(sold.map((product) => [product.key, product.id]));
  const startsOn = daysBefore(day, BEGAN_DAYS_AGO);
  const createdAt = momentOf(startsOn, 8);
  for (const [i, collection] of listSamples(writer).entries()) {
    const id = newId("col", createdAt);
    insert({
      id,
      slug: slugOf(collection.nameVi),
      name: collection.nameVi,
      nameEn: collection.nameEn,
      intro: collection.introVi,
      introEn: collection.introEn,
      criterion: collection.criterionVi,
      criterionEn: collection.criterionEn,
      startsOn,
      endsOn: collection.endsOn,
      position: i + 1,
      endedAt: null,
      isSample: true,
      createdAt,
    });
    const productIds = collection.products.flatMap((key) => idOf.get(key) ?? []);
    for (const [position, productId] of productIds.entries()) {
      insertProduct({ collectionId: id, productId, position });
    }
  }
}

function listSamples({ provinceCode, day }: SampleWriter): SampleCollection[] {
  const { tet, provinces } = samplesSchema.parse(samples);
  const own = provinces[provinceCode];
  if (!own) return [];
  const next = TET_DAYS.find((one) => one.day > day.today);
  const gifts = next && {
    ...tet,
    nameVi: `Quà Tết ${next.year}`,
    nameEn: `Gifts for Tết ${next.yearEn}`,
    endsOn: addDays(next.day, -1),
    products: own.tet,
  };
  const other = { ...own.other, endsOn: addDays(day.today, OTHER_LASTS_DAYS) };
  return gifts ? [gifts, other] : [other];
}
