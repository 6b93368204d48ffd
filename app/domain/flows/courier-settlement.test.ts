import type { UserActor } from "~/domain/audit/actor";
import { beforeEach, describe, expect, it } from "vitest";
import { sumCashOutside } from "~/domain/settlement/queries-department.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { vnd } from "~/platform/money";
import { allocateLine } from "./allocate-line.server";
import { decideShown } from "./test-decide-line";
import { receiveBankNotice } from "./receive-bank-notice.server";
import type { LineAnswerPart } from "./resolve-part.server";
import { insertTestOfficers } from "./test-officers";
import { confirm, deliver, lose, OK, place, refuse, setUpOrders, ship } from "./test-orders";
import { testNotice } from "./test-shop";

setUpOrders();

const JAR = 222_000;
let one: UserActor;
let two: UserActor;
beforeEach(async () => {
  [one, two] = await insertTestOfficers();
});

async function paysIn(amountVnd: number): Promise<string> {
  const notice = testNotice({ content: "VNPOST THANH TOAN COD", amountVnd: vnd(amountVnd) });
  const received = await receiveBankNotice({ notice, rawBody: "{}" });
  if (!received.ok) throw new Error("not received");
  return received.value.bankTransactionId;
}

const say = (bankTransactionId: string, ...parts: [LineAnswerPart["purpose"], number][]) =>
  allocateLine(one, {
    bankTransactionId,
    note: "Bảng đối soát tháng 11",
    parts: parts.map(([purpose, amountVnd]) => ({ purpose, code: "", amountVnd: vnd(amountVnd) })),
  });

const held = () => balanceOf({ kind: "courier" });
const suspense = () => balanceOf({ kind: "suspense" });

async function bring(orderCode: string) {
  await confirm(orderCode);
  expect(await ship(orderCode)).toEqual(OK);
}

describe("case 66: cash at the door", () => {
  it("is with the carrier until its own settlement comes, and nothing else clears it", async () => {
    const { jar } = await place("cod");
    await bring(jar);
    expect(await held()).toBe(0);
    await deliver(jar);
    expect(await held()).toBe(JAR);
    const line = await paysIn(JAR);
    expect([await held(), await suspense()]).toEqual([JAR, JAR]);
    expect(await say(line, ["courier", JAR])).toMatchObject({ ok: true });
    expect([await held(), await suspense()]).toEqual([0, 0]);
    expect(await sumCashOutside()).toMatchObject({ couriersVnd: 0 });
  });

  it("less than was taken: the rest is still with the carrier", async () => {
    const { jar } = await place("cod");
    await bring(jar);
    await deliver(jar);
    const line = await paysIn(200_000);
    await say(line, ["courier", 200_000]);
    expect(await held()).toBe(22_000);
  });

  it("more than was taken: the difference stays in suspense until somebody says what it is", async () => {
    const { jar } = await place("cod");
    await bring(jar);
    await deliver(jar);
    const line = await paysIn(JAR + 5_000);
    expect(await say(line, ["courier", JAR + 5_000])).toMatchObject({
      code: "part_courier_differs",
      detail: { amountVnd: JAR },
    });
    expect([await held(), await suspense()]).toEqual([JAR, JAR + 5_000]);
    await say(line, ["courier", JAR], ["send_back", 5_000]);
    expect(await held()).toBe(0);
    expect(await balanceOf({ kind: "refund_due", ownerId: line })).toBe(5_000);
  });

  it("refused at the door, or lost: the carrier owes nothing", async () => {
    const { jar, packs } = await place("cod");
    await bring(jar);
    await bring(packs);
    await refuse(jar);
    await lose(packs);
    expect(await held()).toBe(0);
    expect(await say(await paysIn(1_000), ["courier", 1_000])).toMatchObject({
      code: "part_courier_differs",
    });
  });

  it("two people, and it was settled by another line between them: refused, nothing posted", async () => {
    const { jar } = await place("cod");
    await bring(jar);
    await deliver(jar);
    const large = await paysIn(6_000_000);
    const parts: [LineAnswerPart["purpose"], number][] = [
      ["courier", JAR],
      ["owner", 6_000_000 - JAR],
    ];
    expect(await say(large, ...parts)).toMatchObject({ ok: true, value: { isDone: false } });
    await say(await paysIn(JAR), ["courier", JAR]);
    const agreed = await decideShown(two, {
      bankTransactionId: large,
      decision: "agree",
      note: "",
    });
    expect(agreed).toMatchObject({ code: "part_courier_differs" });
    expect([await held(), await suspense()]).toEqual([0, 6_000_000]);
  });
});
