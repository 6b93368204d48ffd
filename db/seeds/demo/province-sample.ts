import { z } from "zod";
import { CONTENT_UNITS } from "../../../app/domain/catalog/units";
import { PACKAGE_SIDE_MAX_CM } from "../../../app/domain/catalog/package-size";
import { isOcopSet, isService } from "../../../app/domain/catalog/ocop-sets";
import { HOUSEHOLD_KINDS } from "../../../app/domain/households/household-status";
import { SeedError } from "../seed-state";
import province08 from "./province-08.json";
import province51 from "./province-51.json";
import province82 from "./province-82.json";
import province86 from "./province-86.json";

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = (max: number) =>
  z
    .string()
    .min(2)
    .max(max)
    .refine((value) => value === value.trim() && value === value.normalize("NFC"), "not tidy");
const month = z.int().min(1).max(12);

const householdSchema = z.strictObject({
  key,
  name: text(80),
  kind: z.enum(HOUSEHOLD_KINDS),
  communeCode: z.string().regex(/^\d{5}$/),
  addressLine: text(120),
  storyVi: text(600),
  storyEn: text(600),
  contactName: text(60),
});

const side = z.int().min(1).max(PACKAGE_SIDE_MAX_CM);

const productSchema = z.strictObject({
  key,
  householdKey: key,
  nameVi: text(80),
  nameEn: text(80),
  set: z.int().refine(isOcopSet, "no OCOP set"),
  packVi: text(60),
  packEn: text(60),
  contentQuantity: z.int().min(1),
  contentUnit: z.enum(CONTENT_UNITS),
  weightGrams: z.int().min(0).max(50_000),
  packageSize: z.strictObject({ lengthCm: side, widthCm: side, heightCm: side }).optional(),
  priceVnd: z.int().min(1_000).max(20_000_000),
  stars: z.union([z.literal(0), z.literal(3), z.literal(4), z.literal(5)]),
  descriptionVi: text(800),
  descriptionEn: text(800),
  season: z.strictObject({ fromMonth: month, toMonth: month }).nullable(),
  shelfLifeDays: z.int().min(1).nullable(),
  popularity: z.int().min(1).max(10),
  isSelfProducedRaw: z.boolean(),
});

const provinceSampleSchema = z
  .strictObject({
    provinceCode: z.string().regex(/^\d{2}$/),
    households: z.array(householdSchema).min(8).max(40),
    products: z.array(productSchema).min(20).max(60),
  })
  .superRefine((sample, context) => {
    const say = (isWrong: boolean, message: string) =>
      isWrong && context.addIssue({ code: "custom", message });
    const householdKeys = sample.households.map((household) => household.key);
    const productKeys = sample.products.map((product) => product.key);
    say(new Set(householdKeys).size !== householdKeys.length, "two households with one key");
    say(new Set(productKeys).size !== productKeys.length, "two products with one key");
    for (const product of sample.products) {
      say(!householdKeys.includes(product.householdKey), `${product.key}: no such household`);
      say(isService(product.set) !== (product.weightGrams === 0), `${product.key}: weight`);
    }
  });

export type ProvinceSample = z.infer<typeof provinceSampleSchema>;
export type SampleHousehold = ProvinceSample["households"][number];
export type SampleProduct = ProvinceSample["products"][number];

const SAMPLES: Readonly<Record<string, unknown>> = {
  "08": province08,
  "51": province51,
  "82": province82,
  "86": province86,
};

/** The provinces that have sample households and products. */
export const SAMPLE_PROVINCES: readonly string[] = Object.keys(SAMPLES).toSorted();

/** Invented households and real kinds of products of one province; throws `SeedError` for a province without. */
export function loadProvinceSample(provinceCode: string): ProvinceSample {
  const sample = SAMPLES[provinceCode];
  if (sample === undefined) {
    throw new SeedError(
      `There are no samples for province ${provinceCode}: use one of ${SAMPLE_PROVINCES.join(", ")}.`,
    );
  }
  return provinceSampleSchema.parse(sample);
}
