import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { insertTestProduct } from "~/domain/flows/test-shop";
import { databaseFile, reader } from "~/platform/db.server";
import * as tableDoor from "./household.products.table";
import * as fileDoor from "./household.products.table_.$tableFile";
import * as importDoor from "./household.products.table_.imports.$importId";
import * as removalDoor from "./household.products.table_.imports.$importId_.removal";
import {
  agent,
  args,
  fingerprint,
  mine,
  NO_CONSENT,
  outcomeOf,
  setUpDesks,
  theirs,
  type Refusal,
} from "./test-desk";

setUpDesks();

const path = "/household/products/table";

const fileArgs = (file: string, cookie: string) => ({
  ...args(`${path}/${file}`, { cookie }),
  params: { tableFile: file },
});
const importArgs = (importId: string, options: Parameters<typeof args>[1]) => ({
  ...args(`${path}/imports/${importId}`, options),
  params: { importId },
});

async function upload(file: Uint8Array | string, cookie: string) {
  const form = new FormData();
  form.set("file", new File([Buffer.from(file)], "bang.csv"));
  return tableDoor.action(args(path, { form, cookie }));
}

it("gives the table of the household alone and takes it back unchanged", async () => {
  await insertTestProduct({ householdId: mine.householdId, slug: "mat-ong" });
  await insertTestProduct({ householdId: theirs.householdId, slug: "cua-ho-mot" });
  for (const file of ["products.csv", "products.xlsx"]) {
    const answer = await fileDoor.loader(fileArgs(file, mine.cookie));
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (file.endsWith("csv")) {
      const text = new TextDecoder().decode(bytes);
      expect(text).toContain("mat-ong");
      expect(text).not.toContain("cua-ho-mot");
    }
    const { location } = await outcomeOf(upload(bytes, mine.cookie));
    const importId = location?.split("/").at(-1) ?? "";
    const page = await importDoor.loader(importArgs(importId, { cookie: mine.cookie }));
    expect(page.table.counts).toEqual({ new: 0, changed: 0, unchanged: 1, wrong: 0, emptied: 0 });
  }
});

it("gives a template whose lines are not read", async () => {
  for (const file of ["template.csv", "template.xlsx"]) {
    const answer = await fileDoor.loader(fileArgs(file, mine.cookie));
    const sent = (await upload(new Uint8Array(await answer.arrayBuffer()), mine.cookie)) as unknown;
    expect((sent as Refusal).data).toMatchObject({ failure: { code: "table_empty" } });
  }
  const none = fileDoor.loader(fileArgs("anything.csv", mine.cookie));
  expect(await outcomeOf(none)).toMatchObject({ status: 404 });
});

it("shows a file to its household only, and to who may edit products", async () => {
  const { location } = await outcomeOf(upload("slug,priceVnd\nmat-ong,200000", mine.cookie));
  const importId = location?.split("/").at(-1) ?? "";
  const open = (cookie: string) => outcomeOf(importDoor.loader(importArgs(importId, { cookie })));
  const consent = (cookie: string, planHash: string) =>
    outcomeOf(importDoor.action(importArgs(importId, { cookie, form: { planHash } })));
  const page = await importDoor.loader(importArgs(importId, { cookie: mine.cookie }));
  const { planHash } = page.table;
  expect(page.show).toBe("changed");
  expect(await open(theirs.cookie)).toMatchObject({ status: 404 });
  expect(await consent(theirs.cookie, planHash)).toMatchObject({ status: 404 });
  expect(await open(agent.cookie)).toEqual(NO_CONSENT);
  expect(await consent(mine.cookie, "x")).toMatchObject({ status: 400 });
  expect(await consent(mine.cookie, "0".repeat(32))).toMatchObject({ status: 409 });
  expect(await consent(mine.cookie, planHash)).toMatchObject({ status: 303 });
  const done = await importDoor.loader(importArgs(importId, { cookie: mine.cookie }));
  expect(done.table).toMatchObject({ status: "done", writtenCount: 1 });
});

/** Everything that is kept but the table that waits and the note that it was sent. */
function shopNow() {
  const file = new Database(databaseFile(), { readonly: true });
  const isWaiting = (row: Record<string, unknown>) =>
    row["plan_hash"] !== undefined ||
    row["plan"] !== undefined ||
    row["action"] === "product_import.upload";
  const print = fingerprint(file, (row) => !isWaiting(row));
  file.close();
  return print;
}

const rowsOf = (names: readonly string[]) =>
  [
    "slug,name,ocopSet,description,packLabel,contentQuantity,contentUnit,priceVnd,stockCount,madeOn",
    ...names.map((name) => `,${name},4,Mật ong của hoa bạc hà.,chai,500,ml,185000,5,2026-11-01`),
  ].join("\n");

it.each([
  ["of new products", rowsOf(["Nấm một"]), { new: 1, changed: 0 }],
  ["of changes", "slug,priceVnd,stockCount\nmat-ong-cho,200000,8", { new: 0, changed: 1 }],
])("%s writes nothing at all before the yes", async (_, file, counts) => {
  const [first] = await reader().select().from(products).where(eq(products.slug, "mat-ong-cho"));
  if (!first) await insertTestProduct({ householdId: mine.householdId, slug: "mat-ong-cho" });
  const before = shopNow();
  const { location } = await outcomeOf(upload(file, mine.cookie));
  const importId = location?.split("/").at(-1) ?? "";
  const page = await importDoor.loader(importArgs(importId, { cookie: mine.cookie }));
  expect(page.table.counts).toMatchObject(counts);
  const say = (planHash: string) =>
    outcomeOf(importDoor.action(importArgs(importId, { cookie: mine.cookie, form: { planHash } })));
  expect(await say("0".repeat(32))).toMatchObject({ status: 409 });
  expect(shopNow()).toBe(before);
  expect(await say(page.table.planHash)).toMatchObject({ status: 303 });
  expect(shopNow()).not.toBe(before);
});

it("asks for a yes of its own to a price that looks like a slip, and shows it first", async () => {
  const slug = "mat-ong-nham";
  // What a name says is not what a plan says.
  const name = 'Mật "isDoubtful":true';
  await insertTestProduct({ householdId: mine.householdId, slug, name, searchId: 900 });
  const file = `slug,priceVnd\n${slug},18500\nmat-ong,199000\nkhong-co,1000`;
  const { location } = await outcomeOf(upload(file, mine.cookie));
  const importId = location?.split("/").at(-1) ?? "";
  const own = (form?: Record<string, string>) =>
    importArgs(importId, { cookie: mine.cookie, ...(form ? { form } : {}) });
  const { table, show, list } = await importDoor.loader(own());
  expect(table).toMatchObject({ doubtfulCount: 1, counts: { changed: 2, wrong: 1 } });
  expect(show).toBe("doubtful");
  expect(list.rows.map(({ plan }) => plan.name)).toEqual([name]);
  const { planHash } = table;
  const asked = (await importDoor.action(own({ planHash }))) as unknown as Refusal;
  expect(asked.init?.status).toBe(409);
  expect(asked.data.submission?.error).toEqual({
    pricesRight: ["table_prices_doubtful?count=1"],
  });
  expect((await importDoor.loader(own())).table.status).toBe("planned");
  const sure = own({ planHash, pricesRight: "on" });
  expect(await outcomeOf(importDoor.action(sure))).toMatchObject({ status: 303 });
  const done = await importDoor.loader(own());
  expect(done.table).toMatchObject({ status: "done", writtenCount: 2 });
  expect(done.show).toBe("wrong");
});

it("asks, with all names, before the drafts of a table go", async () => {
  const { location } = await outcomeOf(upload(rowsOf(["Chè một", "Chè hai"]), mine.cookie));
  const importId = location?.split("/").at(-1) ?? "";
  const own = (form?: Record<string, string>) =>
    importArgs(importId, { cookie: mine.cookie, ...(form ? { form } : {}) });
  const { table } = await importDoor.loader(own());
  await outcomeOf(importDoor.action(own({ planHash: table.planHash })));
  expect(await importDoor.loader(own())).toMatchObject({
    untouchedCount: 2,
    removedCount: null,
    table: { madeCount: 2 },
  });
  const asked = await removalDoor.loader(own());
  expect(asked.products.map(({ name }) => name)).toEqual(["Chè một", "Chè hai"]);
  const foreign = importArgs(importId, { cookie: theirs.cookie, form: { shownCount: "2" } });
  expect(await outcomeOf(removalDoor.action(foreign))).toMatchObject({ status: 404 });
  expect(await outcomeOf(removalDoor.action(own({})))).toMatchObject({ status: 400 });
  expect(await outcomeOf(removalDoor.action(own({ shownCount: "1" })))).toMatchObject({
    status: 409,
  });
  expect(await outcomeOf(removalDoor.action(own({ shownCount: "2" })))).toEqual({
    status: 303,
    location: `/household/products/table/imports/${importId}?removed=2`,
  });
  expect((await removalDoor.loader(own())).products).toEqual([]);
  expect((await importDoor.loader(own())).table).toMatchObject({ writtenCount: 2, madeCount: 0 });
  // Pressed twice, it is done.
  expect(await outcomeOf(removalDoor.action(own({ shownCount: "2" })))).toEqual({
    status: 303,
    location: `/household/products/table/imports/${importId}?removed=2`,
  });
});
