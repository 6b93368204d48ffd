import { expect, it } from "vitest";
import { quoteCheckout } from "~/domain/flows/quote-checkout.server";
import { TEST_SHOP } from "~/domain/flows/test-shop";
import { databaseFile, useDatabaseFile } from "~/platform/db.server";
import { newToken } from "~/platform/ids";
import * as checkoutDoor from "./_store.checkout";
import { args, honey, responseOf, setUpBuyer, wine } from "./test-buyer";

setUpBuyer();

const WAYS = [
  { method: "vietqr", products: () => [honey, wine] },
  { method: "cod", products: () => [honey] }, // alcohol is not paid at the door
];

it.each(WAYS)(
  "places a checkout ($method) without reading a table from end to end, however many orders there are",
  async ({ method, products }) => {
    const { communeCode, provinceCode } = TEST_SHOP;
    const cart = products().map((productId) => ({ productId, quantity: 1 }));
    const { totalVnd } = await quoteCheckout({ lines: cart, communeCode });
    // Opened anew, so that every statement is built where it is heard.
    const { writer, reader } = useDatabaseFile(databaseFile());
    const asked = new Set<string>();
    for (const connection of [writer, reader]) {
      const prepare = connection.prepare.bind(connection);
      connection.prepare = ((text: string) => {
        asked.add(text);
        return prepare(text);
      }) as typeof prepare;
    }
    const form = {
      buyerName: "Nguyễn Thị Mẫu",
      buyerPhone: "0987654321",
      provinceCode,
      communeCode,
      addressLine: "Thôn Mẫu",
      note: "",
      method,
      isAdult: "on",
      submissionKey: newToken(),
      expectedTotalVnd: String(totalVnd),
    };
    const answer = checkoutDoor.action(args("/checkout", { form, cart }));
    expect((await responseOf(answer)).status).toBe(303);

    const texts = [...asked].filter((text) => /^(select|update|insert) /.test(text));
    expect(texts.filter((text) => text.startsWith("insert"))).toHaveLength(7);
    expect(texts.filter((text) => text.startsWith("select")).length).toBeGreaterThan(10);
    const planOf = (text: string) =>
      writer
        .prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
        .all(...Array.from(text.matchAll(/\?/g), () => null))
        .map(({ detail }) => detail);
    const scans = texts.flatMap(planOf).filter((step) => /^SCAN (?!json_each)/.test(step));
    expect(scans).toEqual([]);
  },
);
