import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { lots, products } from "~db/schema/catalog";
import { shownText } from "~/domain/catalog/forms-bulk";
import { insertTestLot, insertTestProduct } from "~/domain/flows/test-shop";
import { inTransaction, reader } from "~/platform/db.server";
import * as door from "./household.prices";
import { args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

const PATH = "/household/prices";
let made = 0;
/** Slugs of two fresh products with ten packs each, in one lot. */
let one: string;
let two: string;

beforeEach(async () => {
  made += 1;
  [one, two] = [`mot-${made}`, `hai-${made}`];
  for (const slug of [one, two]) await insertTestProduct({ householdId: mine.householdId, slug });
});

type Row = Awaited<ReturnType<typeof rowOf>>;
const page = () => door.loader(args(PATH, { cookie: mine.cookie }));
async function rowOf(slug: string) {
  const pages = (await page()).pageCount;
  for (let number = 1; number <= pages; number += 1) {
    const shown = await door.loader(args(`${PATH}?page=${number}`, { cookie: mine.cookie }));
    const found = shown.products.find((product) => product.slug === slug);
    if (found) return found;
  }
  throw new Error(`no ${slug}`);
}
function fieldsOf(row: Row, changes: { price?: string; count?: string } = {}) {
  const { key, slug, priceVnd, stock } = row;
  const { lotCode, onHandCount } = stock;
  return {
    [`shown${key}`]: shownText({ slug, priceVnd, lotCode: lotCode ?? "", onHandCount }),
    [`price${key}`]: changes.price ?? String(priceVnd),
    ...(lotCode === null ? {} : { [`count${key}`]: changes.count ?? String(onHandCount) }),
  };
}
const send = (form: Record<string, string>, cookie = mine.cookie) =>
  door.action(args(PATH, { form, cookie }));
const stateOf = async (slug: string) => {
  const [row] = await reader().select().from(products).where(eq(products.slug, slug));
  return { priceVnd: row?.priceVnd, availableCount: row?.availableCount, id: row?.id ?? "" };
};
const change = (slug: string, set: Partial<typeof products.$inferInsert>) =>
  inTransaction(async (tx) => {
    await tx.update(products).set(set).where(eq(products.slug, slug));
  });
const saved = (count: number) => ({
  status: 303,
  location: `${PATH}?page=1&changed=${count}`,
});

it("writes what was changed and nothing else, each with its entry in the log", async () => {
  const [first, second] = [await rowOf(one), await rowOf(two)];
  const form = {
    ...fieldsOf(first, { price: "190.000", count: "25" }),
    ...fieldsOf(second),
  };
  expect(await outcomeOf(send(form))).toEqual(saved(1));
  expect(await stateOf(one)).toMatchObject({ priceVnd: 190_000, availableCount: 25 });
  expect(await stateOf(two)).toMatchObject({ priceVnd: 185_000, availableCount: 10 });
  const acts = (id: string) =>
    reader()
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectKind, "product"), eq(auditEntries.subjectId, id)));
  const { id } = await stateOf(one);
  expect((await acts(id)).map(({ action }) => action)).toEqual([
    "product.change_price",
    "product.change_stock",
  ]);
  expect(await acts((await stateOf(two)).id)).toEqual([]);
  // The same form once more finds what it asks for.
  expect(await outcomeOf(send(form))).toEqual(saved(1));
  expect(await acts(id)).toHaveLength(2);
});

it("leaves what the form left, though it has changed since", async () => {
  const row = await rowOf(one);
  await change(one, { priceVnd: 200_000 });
  expect(await outcomeOf(send(fieldsOf(row, { count: "7" })))).toEqual(saved(1));
  expect(await stateOf(one)).toMatchObject({ priceVnd: 200_000, availableCount: 7 });
});

it("writes nothing at all when one product is not as it was shown, and says at which", async () => {
  const [first, second] = [await rowOf(one), await rowOf(two)];
  await change(two, { priceVnd: 170_000 });
  await inTransaction(async (tx) => {
    const of = eq(lots.code, second.stock.lotCode ?? "");
    await tx.update(lots).set({ onHandCount: 9 }).where(of);
  });
  const form = {
    ...fieldsOf(first, { price: "1.000" }),
    ...fieldsOf(second, { price: "180000", count: "12" }),
  };
  expect(await send(form)).toMatchObject({
    init: { status: 409 },
    data: {
      submission: {
        status: "error",
        initialValue: form,
        error: {
          [`price${second.key}`]: ["bulk_price_changed"],
          [`count${second.key}`]: ["bulk_stock_changed"],
        },
      },
    },
  });
  expect(await stateOf(one)).toMatchObject({ priceVnd: 185_000 });
  expect(await stateOf(two)).toMatchObject({ priceVnd: 170_000 });
});

it("does not count fewer packs than are promised", async () => {
  const row = await rowOf(one);
  await inTransaction(async (tx) => {
    await tx
      .update(lots)
      .set({ reservedCount: 4 })
      .where(eq(lots.code, row.stock.lotCode ?? ""));
  });
  expect(await send(fieldsOf(row, { count: "3" }))).toMatchObject({
    data: { submission: { error: { [`count${row.key}`]: ["bulk_stock_reserved"] } } },
  });
});

it.each([
  [{ price: "" }, "price", "price_missing"],
  [{ price: "12,5" }, "price", "price_invalid"],
  [{ price: "999" }, "price", "price_meant?typed=999"],
  [{ price: "0" }, "price", "price_out_of_range"],
  [{ count: "" }, "count", "stock_missing"],
  [{ count: "-1" }, "count", "stock_invalid"],
])("refuses %j at its field, with all that was typed", async (changes, field, code) => {
  const [first, second] = [await rowOf(one), await rowOf(two)];
  const form = { ...fieldsOf(first, changes), ...fieldsOf(second, { price: "150000" }) };
  expect(await send(form)).toMatchObject({
    init: { status: 400 },
    data: {
      submission: {
        initialValue: { [`price${second.key}`]: "150000" },
        error: { [`${field}${first.key}`]: [code] },
      },
    },
  });
  expect(await stateOf(two)).toMatchObject({ priceVnd: 185_000 });
});

it("counts packs of one lot alone, and touches nobody else's products", async () => {
  const { id } = await stateOf(one);
  await insertTestLot({ productId: id, onHandCount: 3 });
  expect((await rowOf(one)).stock).toMatchObject({ lotCode: null, lotCount: 2, onHandCount: 13 });

  await insertTestProduct({ householdId: theirs.householdId, slug: `cua-ho-${made}` });
  const shown = shownText({
    slug: `cua-ho-${made}`,
    priceVnd: 185_000,
    lotCode: "",
    onHandCount: 0,
  });
  const form = { shown1: shown, price1: "1000" };
  // As one that is there no more, and nothing of it is shown.
  expect(await send(form)).toMatchObject({
    data: { failure: { code: "bulk_product_gone" }, products: [] },
    init: { status: 409 },
  });
  expect(await stateOf(`cua-ho-${made}`)).toMatchObject({ priceVnd: 185_000 });
  // A lot of somebody else's under the name of an own product.
  const row = await rowOf(two);
  const [foreign] = await reader()
    .select({ code: lots.code })
    .from(lots)
    .innerJoin(products, eq(products.id, lots.productId))
    .where(eq(products.slug, `cua-ho-${made}`));
  const stolen = { slug: two, priceVnd: 185_000, lotCode: foreign?.code ?? "", onHandCount: 10 };
  const taken = {
    [`shown${row.key}`]: shownText(stolen),
    [`price${row.key}`]: "185000",
    [`count${row.key}`]: "0",
  };
  expect(await outcomeOf(send(taken))).toMatchObject({ status: 409 });
  expect(await stateOf(`cua-ho-${made}`)).toMatchObject({ availableCount: 10 });
});

it("says that its page is old when what it showed cannot be read", async () => {
  const { key } = await rowOf(one);
  const form = { [`shown${key}`]: "x", [`price${key}`]: "1000" };
  expect(await send(form)).toMatchObject({
    data: { submission: { error: { [`shown${key}`]: ["form_outdated"] } } },
  });
});

it("asks about a slip on what is on sale, and takes a tick for that very price", async () => {
  const row = await rowOf(one);
  const form = fieldsOf(await rowOf(one), { price: "18500" });
  const asked = { [`price${row.key}`]: ["bulk_price_doubtful"] };
  expect(await send(form)).toMatchObject({
    init: { status: 409 },
    data: { submission: { error: asked, initialValue: { [`price${row.key}`]: "18500" } } },
  });
  expect(await send({ ...form, [`sure${row.key}`]: "1850" })).toMatchObject({
    data: { submission: { error: asked } },
  });
  expect(await stateOf(one)).toMatchObject({ priceVnd: 185_000 });
  expect(await outcomeOf(send({ ...form, [`sure${row.key}`]: "18500" }))).toEqual(saved(1));
  expect(await stateOf(one)).toMatchObject({ priceVnd: 18_500 });
});
