import type { AppLoadContext } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { disbursements } from "~db/schema/settlement";
import type { UserActor } from "~/domain/audit/actor";
import { allocateLine } from "~/domain/flows/allocate-line.server";
import { insertTestOfficers } from "~/domain/flows/test-officers";
import { householdId, otherId, setUpOrders } from "~/domain/flows/test-orders";
import { approved, delivered, enter, later, leave, prepared } from "~/domain/flows/test-payouts";
import { cookieFor } from "~/domain/identity/test-session";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import * as wallet from "./department.disbursements.$disbursementCode_.wallet";
import * as desk from "./department.payouts._index";

setUpOrders();

const CONTEXT: AppLoadContext = {
  addressLanguage: "vi",
  visiblePath: "/department/payouts",
  clientNetwork: "127.0.0.1",
  reference: "test",
};
let one: UserActor;
let two: UserActor;

beforeEach(async () => {
  [one, two] = await insertTestOfficers();
});

const KEY = "prepared-by-one-0001";

async function argsOf(form: [string, string][], params: Record<string, string> = {}, by = one) {
  const request = new Request("http://localhost/department/payouts", {
    method: "POST",
    headers: { Cookie: await cookieFor(by.userId) },
    body: new URLSearchParams(form),
  });
  return { request, context: CONTEXT, params };
}

describe("the form of a batch", () => {
  const send = async (form: [string, string][], by = one) =>
    desk.action(await argsOf(form, {}, by));

  it("keeps what was ticked when it is refused", async () => {
    const none = await send([["submissionKey", KEY]]);
    expect(none).toMatchObject({
      data: { failure: { code: "payouts_none" }, ticked: [] },
      init: { status: 400 },
    });
    const stopped = await send([
      ["submissionKey", KEY],
      ["household", otherId],
    ]);
    expect(stopped).toMatchObject({
      data: { failure: { code: "payout_stopped_since" }, ticked: [otherId] },
      init: { status: 409 },
    });
    const outdated = await send([
      ["submissionKey", "?"],
      ["household", otherId],
    ]);
    expect(outdated).toMatchObject({
      data: { failure: { code: "form_outdated" }, ticked: [otherId] },
    });
  });

  it("answers its batch when it comes again, and is outdated with other households", async () => {
    await enter();
    await delivered();
    later(12);
    const code = await prepared(one, KEY);
    const again = await send([
      ["submissionKey", KEY],
      ["household", householdId],
    ]);
    expect(again).toBeInstanceOf(Response);
    expect((again as Response).headers.get("Location")).toContain(code);
    for (const households of [[otherId], [householdId, otherId]]) {
      const other = await send([
        ["submissionKey", KEY],
        ...households.map((id): [string, string] => ["household", id]),
      ]);
      expect(other).toMatchObject({ data: { failure: { code: "form_outdated" } } });
    }
    expect(await reader().select().from(disbursements)).toHaveLength(1);
  });
});

describe("the form of a Mobile Money payout", () => {
  const WALLET = { bankBin: "MM-VIETTEL", accountNumber: "0900000009", accountName: "HO MAU" };
  const payoutOf = async (key: string) => {
    await delivered();
    later(12);
    return (await approved(one, two, key)).payout.code;
  };
  const send = async (code: string, form: [string, string][], by = one) =>
    wallet.action(await argsOf(form, { disbursementCode: code }, by));

  beforeEach(async () => {
    await enter(WALLET);
  });

  it("keeps a reference that is refused, with the fault at its field", async () => {
    const first = await payoutOf(KEY);
    expect(await send(first, [["reference", "VT 8"]])).toMatchObject({
      data: {
        submission: {
          initialValue: { reference: "VT 8" },
          error: { reference: ["wallet_reference_invalid"] },
        },
      },
      init: { status: 400 },
    });
    expect(await send(first, [["reference", "VT-88421"]])).toBeInstanceOf(Response);
    const second = await payoutOf("second-batch-0000001");
    expect(await send(second, [["reference", "VT-88421"]])).toMatchObject({
      data: {
        submission: {
          initialValue: { reference: "VT-88421" },
          error: { reference: ["wallet_reference_used"] },
        },
      },
      init: { status: 409 },
    });
  });

  it("says what our wallet holds from the books", async () => {
    const code = await payoutOf(KEY);
    const line = await leave("NAP VI VIETTEL", 100_000);
    const said = await allocateLine(one, {
      bankTransactionId: line.bankTransactionId,
      note: "Nạp ví của chợ",
      parts: [{ purpose: "wallet", code: "Viettel", amountVnd: vnd(100_000) }],
    });
    expect(said).toMatchObject({ ok: true });
    await send(code, [["reference", "VT-88421"]]);
    expect(await send(code, [["agree", "yes"]], two)).toMatchObject({
      data: { failure: { code: "wallet_short", detail: { heldVnd: 100_000 } } },
      init: { status: 409 },
    });
  });
});
