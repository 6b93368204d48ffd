import { expect, it } from "vitest";
import { insertTestProduct } from "~/domain/flows/test-shop";
import { newId } from "~/platform/ids";
import * as door from "./household.certificates.new";
import { args, mine, setUpDesks, theirs, type Refusal } from "./test-desk";

setUpDesks();

const path = "/household/certificates/new";
const open = async (query: string) => {
  const page = await door.loader(args(`${path}${query}`, { cookie: mine.cookie }));
  return { ...page, names: page.list.products.map(({ name }) => name) };
};

it("offers what is on sale first, finds the others by name and keeps what was written", async () => {
  const { householdId } = mine;
  const ids: string[] = [];
  for (let i = 0; i < 205; i += 1) {
    const name = `An nháp ${String(i).padStart(3, "0")}`;
    ids.push(await insertTestProduct({ householdId, name, status: "draft", stockCount: 0 }));
  }
  const honey = await insertTestProduct({ householdId, name: "Ẩn rừng Đồng Văn", stockCount: 0 });
  await insertTestProduct({ householdId: theirs.householdId, name: "Đồng của hộ khác" });
  const plain = await open("");
  expect(plain.names).toHaveLength(200);
  expect(plain.names[0]).toBe("Ẩn rừng Đồng Văn");
  expect(plain.list).toMatchObject({ hasMore: true, search: "" });
  expect(plain.names).not.toContain("An nháp 204");

  const query = `?find=dong+van&stars=4&decisionNumber=12%2FQ%C4%90&productIds=${ids[204]}`;
  const found = await open(query);
  expect(found.names).toEqual(["An nháp 204", "Ẩn rừng Đồng Văn"]);
  expect(found.known).toEqual({ stars: "4", decisionNumber: "12/QĐ", productIds: [ids[204]] });
  // The form that is sent from there and comes back with faults shows the same products.
  expect((await open(`?${found.list.search}`)).names).toEqual(found.names);
  expect((await open("?find=khong+co")).names).toEqual([]);

  const form = new FormData();
  form.set("certificateId", newId("cer"));
  form.set("decisionNumber", "12/QĐ");
  for (const id of [...ids, honey]) form.append("productIds", id);
  const sent: unknown = await door.action(args(path, { cookie: mine.cookie, form }));
  expect(sent as Refusal).toMatchObject({
    init: { status: 400 },
    data: {
      submission: {
        initialValue: { decisionNumber: "12/QĐ", productIds: [...ids, honey] },
        error: { productIds: ["certificate_products_over"] },
      },
    },
  });
});
