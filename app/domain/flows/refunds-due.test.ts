import { expect, it } from "vitest";
import { maskPhone } from "~/domain/identity/phone";
import { SYSTEM } from "~/domain/audit/actor";
import { listRefundsDue } from "~/domain/settlement/queries-refunds.server";
import { sumRefundsDue } from "~/domain/settlement/queries-department.server";
import { setClock } from "~/platform/clock.server";
import { vnd } from "~/platform/money";
import { HOUR_MS } from "~/platform/period";
import { expireCheckouts } from "./expire-checkouts.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { insertTestLot, testNotice } from "./test-shop";
import {
  cancel,
  confirm,
  honey,
  NOW,
  place,
  placePaid,
  refuse,
  setUpOrders,
  ship,
  tea,
} from "./test-orders";

setUpOrders();

const pay = (content: string, amountVnd: number) =>
  receiveBankNotice({ notice: testNotice({ content, amountVnd: vnd(amountVnd) }), rawBody: "{}" });

it("is empty while nobody is owed anything", async () => {
  await placePaid();
  expect(await listRefundsDue(1)).toEqual({
    refunds: [],
    refundCount: 0,
    totalVnd: 0,
    page: 1,
    pageCount: 1,
  });
});

it("says to whom, how much, why and since when, the oldest purchase first", async () => {
  const tooMuch = await place("vietqr");
  await pay(tooMuch.code, 522_103);
  const twice = await placePaid();
  setClock(NOW + 1);
  await pay(twice.code, 5_000);
  const fallen = await placePaid();
  await cancel(fallen.jar);
  await confirm(fallen.packs);
  await ship(fallen.packs);
  await refuse(fallen.packs);
  const short = await place("vietqr");
  await pay(short.code, 7_000);
  setClock(NOW + HOUR_MS);
  await expireCheckouts(SYSTEM);

  const { refunds: all, ...list } = await listRefundsDue(1);
  const refunds = all.map(({ ownerId: _, hasPayee: __, ...refund }) => refund);
  const phoneOf = ({ phone }: { phone: string }) => ({ maskedPhone: maskPhone(phone) });
  expect(refunds).toEqual([
    {
      orderCode: tooMuch.code,
      amountVnd: 100,
      since: NOW,
      causes: ["overpaid"],
      ...phoneOf(tooMuch),
    },
    {
      orderCode: twice.code,
      amountVnd: 5_000,
      since: NOW + 1,
      causes: ["not_due"],
      ...phoneOf(twice),
    },
    {
      orderCode: fallen.code,
      amountVnd: 522_003,
      since: NOW + 1,
      causes: ["cancelled", "refused"],
      ...phoneOf(fallen),
    },
    {
      orderCode: short.code,
      amountVnd: 7_000,
      since: NOW + HOUR_MS,
      causes: ["paid_in_part"],
      ...phoneOf(short),
    },
  ]);
  expect(list).toEqual({ refundCount: 4, totalVnd: 534_103, page: 1, pageCount: 1 });
  expect(await sumRefundsDue()).toBe(534_103);
});

it("comes in pages of 30, and a page that does not exist is the last", async () => {
  await insertTestLot({ productId: honey, onHandCount: 100 });
  await insertTestLot({ productId: tea, onHandCount: 100 });
  const codes: string[] = [];
  for (let n = 1; n <= 31; n += 1) {
    const { code } = await placePaid();
    await pay(code, n);
    codes.push(code);
  }
  const first = await listRefundsDue(1);
  const last = await listRefundsDue(9);
  expect(first).toMatchObject({ refundCount: 31, pageCount: 2, page: 1 });
  expect(last).toMatchObject({ page: 2 });
  const shown = [...first.refunds, ...last.refunds].map((refund) => refund.orderCode ?? "");
  expect(shown.toSorted()).toEqual(codes.toSorted());
  expect(first.refunds).toHaveLength(30);
});
