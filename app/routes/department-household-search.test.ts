import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  insertTestHousehold,
  insertTestShop,
  insertTestUser,
  TEST_SHOP,
} from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { openTestDatabase } from "~/platform/test-database.server";
import * as householdList from "./department.households";

let close: () => void;
let cookie: string;

beforeEach(async () => {
  close = openTestDatabase();
  await insertTestShop();
  cookie = await cookieFor(await insertTestUser({ role: "department_officer" }));
  await insertTestHousehold({ slug: "htx-lung-cu", phone: "0900000641" });
  const honey = await insertTestHousehold({
    slug: "ho-my",
    name: "Mật ong bạc hà",
    contactName: "Thào Thị Mỷ",
    phone: "0900000642",
    communeCode: TEST_SHOP.secondCommuneCode,
    status: "pending",
  });
  await insertTestUser({ householdId: honey, phone: "0900000643" });
});
afterEach(() => close());

/** What the list shows of an address like `?q=ong`. */
async function shown(query: string) {
  const request = new Request(`http://localhost/department/households${query}`, {
    headers: { Cookie: cookie },
  });
  const context = {
    addressLanguage: "vi",
    visiblePath: "/department/households",
    clientNetwork: "127.0.0.1",
    reference: "test",
  } as const;
  const { list, text } = await householdList.loader({ request, params: {}, context });
  return { text, count: list.householdCount, slugs: list.households.map(({ slug }) => slug) };
}

describe("an officer finds a household", () => {
  test.each([
    ["without accents, words in any order", "dong%20mat", ["ho-my"]],
    ["by the person", "thào%20mỷ", ["ho-my"]],
    ["by its own phone, however it is written", "0900%20000.641", ["htx-lung-cu"]],
    ["by a member's phone", "%2B84900000643", ["ho-my"]],
    ["only where all words are", "mat%20lung", []],
    ["not by signs of a pattern", "%25", ["ho-my", "htx-lung-cu"]],
    ["not by a phone of nobody's", "0900000649", []],
  ])("%s", async (_, typed, found) => {
    const { slugs, count } = await shown(`?q=${typed}`);
    expect(slugs.toSorted()).toEqual(found);
    expect(count).toBe(found.length);
  });

  test("by its commune", async () => {
    expect((await shown("?q=xa%20dong%20van")).slugs).toEqual(["ho-my"]);
    expect((await shown("?q=xa%20lung%20cu%20mai")).slugs).toEqual(["htx-lung-cu"]);
  });

  test("within the state that the list shows", async () => {
    expect((await shown("?q=htx&status=pending")).slugs).toEqual([]);
    expect((await shown("?q=ong&status=pending")).slugs).toEqual(["ho-my"]);
  });

  test("and a text of any length is cut", async () => {
    const { text, count } = await shown(`?q=${"a".repeat(5_000)}`);
    expect(text).toHaveLength(100);
    expect(count).toBe(0);
  });
});
