import { expect, it } from "vitest";
import { insertTestProduct } from "~/domain/flows/test-shop";
import * as tableDoor from "./household.products.table";
import * as fileDoor from "./household.products.table_.$tableFile";
import * as importDoor from "./household.products.table_.imports.$importId";
import {
  agent,
  args,
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
