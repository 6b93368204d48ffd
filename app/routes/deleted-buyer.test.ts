import { expect, it } from "vitest";
import { returnRequests } from "~db/schema/returns";
import { cancelPurchase } from "~/domain/flows/cancel-purchase.server";
import { deleteAccount } from "~/domain/flows/delete-account.server";
import { buy, openOwn, proofOf } from "~/domain/flows/test-account";
import { setUpOrders } from "~/domain/flows/test-orders";
import { checkoutKey } from "~/domain/identity/checkout-key.server";
import { readingKey } from "~/domain/identity/link-key.server";
import { reader } from "~/platform/db.server";
import * as orderDoor from "./_store.orders.$orderCode";
import * as dataDoor from "./_store.orders.$orderCode_.data[.]json";
import * as returnDoor from "./_store.orders.$orderCode_.returns.new";
import { args, responseOf } from "./test-buyer";

setUpOrders();

it("the link of who is gone shows the order and says why it does nothing more", async () => {
  const { userId, actor } = await openOwn();
  const { code, order } = await buy(actor);
  await cancelPurchase(actor, { checkoutCode: code });
  const key = checkoutKey(code);
  const opened = (by: string) => ({
    ...args(`/orders/${code}?key=${by}&order=${order}`),
    params: { orderCode: code },
  });
  const linkOf = async (by: string) => (await orderDoor.loader(opened(by))).link;
  expect(await linkOf(key)).toMatchObject({ key, mayAct: true, isBuyerGone: false });
  expect((await deleteAccount(actor, proofOf(userId))).ok).toBe(true);

  expect(await linkOf(key)).toMatchObject({ key, mayAct: false, isBuyerGone: true });
  expect(await linkOf(readingKey("order", code))).toMatchObject({ mayAct: false });
  for (const door of [returnDoor.loader, returnDoor.action, dataDoor.loader]) {
    const answer = await responseOf(door(opened(key)));
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe(`/orders/${code}?key=${key}`);
  }
  expect(await reader().$count(returnRequests)).toBe(0);
});
