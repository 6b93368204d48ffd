import { afterAll, beforeAll, expect, it } from "vitest";
import { endSession, readSession } from "~/domain/identity/sessions.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { readCart } from "./cookies.server";

let close: () => void;
beforeAll(() => {
  close = openTestDatabase();
});
afterAll(() => close());

const ID = "0123456789abcdef0123456789abcdef";
const BAD = ["%E0%A4%A", "%", "%zz", "\u00e2\u0080", "a".repeat(5_000), "=;=", ""];

it.each(BAD)("treats %j as no cookie at all", async (value) => {
  const header = `session=${value}; cart=${value}; language=${value}`;
  const request = new Request("http://localhost/", { headers: { Cookie: header } });
  expect(readCart(request)).toEqual([]);
  expect(await readSession(header)).toBeNull();
  expect(await endSession(header)).toMatch(/^session=;.*Max-Age=0/);
});

it("reads the good cookie beside a badly encoded one", () => {
  const headers = { Cookie: `language=%E0%A4%A; cart=${ID}.2; session=%` };
  const request = new Request("http://localhost/", { headers });
  expect(readCart(request)).toEqual([{ productId: `prd_${ID}`, quantity: 2 }]);
});
