import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { insertTestProduct } from "~/domain/flows/test-shop";
import { reader } from "~/platform/db.server";
import * as door from "./household.products.$productSlug_.removal";
import { args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

const PATH = "/household/products/nham/removal";

it("a product that was removed is away, also for whoever presses the button twice", async () => {
  const { householdId, cookie } = mine;
  await insertTestProduct({ householdId, slug: "nham", status: "draft", publishedAt: null });
  const at = (by: string, form?: Record<string, string>) =>
    args(PATH, { cookie: by, ...(form ? { form } : {}) });
  const { product } = await door.loader(at(cookie));
  const { id: productId, photoCount, packCount } = product;
  const form = { productId, photoCount: String(photoCount), packCount: String(packCount) };
  const isThere = () => reader().$count(products, eq(products.id, productId));
  const send = (by: string) => outcomeOf(door.action(at(by, form)));

  expect(await send(theirs.cookie)).toMatchObject({ status: 404 });
  expect(await isThere()).toBe(1);
  expect(await send(cookie)).toMatchObject({ status: 303 });
  expect(await isThere()).toBe(0);
  const away = "/household/products?done=removed";
  expect(await send(cookie)).toEqual({ status: 303, location: away });
  expect(await send(theirs.cookie)).toMatchObject({ status: 404 });
  const unknown = outcomeOf(door.action(at(cookie, { ...form, productId: "prd_none" })));
  expect(await unknown).toMatchObject({ status: 404 });
});
