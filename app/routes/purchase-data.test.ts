import { expect, it } from "vitest";
import { buy } from "~/domain/flows/test-account";
import { ask } from "~/domain/flows/test-contracts";
import { honey, householdId, setUpOrders } from "~/domain/flows/test-orders";
import { joined, openList } from "~/domain/flows/test-preorders";
import { GUEST } from "~/domain/audit/actor";
import { linkKey, readingKey, thingOfCode } from "~/domain/identity/link-key.server";
import * as contractDoor from "./_store.contracts.$contractCode_.data[.]json";
import * as orderDoor from "./_store.orders.$orderCode_.data[.]json";
import * as preorderDoor from "./_store.preorders.$preorderCode_.data[.]json";
import { args, responseOf } from "./test-buyer";

setUpOrders();

it("gives the file of an order, a contract and a pre-order to who may act for its buyer", async () => {
  await openList(honey);
  const things = [
    { door: orderDoor, param: "orderCode", code: (await buy(GUEST)).code },
    { door: contractDoor, param: "contractCode", code: await ask(householdId, honey) },
    { door: preorderDoor, param: "preorderCode", code: await joined(honey, 1) },
  ];
  for (const { door, param, code } of things) {
    const thing = thingOfCode(code);
    const open = (key: string) =>
      responseOf(door.loader({ ...args(`/x?key=${key}`), params: { [param]: code } }));
    const file = await open(linkKey(thing, code));
    expect(file.headers.get("Content-Disposition")).toBe(
      `attachment; filename="cho-phien-${code}.json"`,
    );
    expect(file.headers.get("Cache-Control")).toBe("private, no-store");
    expect(await file.text()).toContain(`"code": "${code}"`);
    expect((await open(readingKey(thing, code))).status).toBe(403);
    expect((await open("x")).status).toBe(404);
  }
});
