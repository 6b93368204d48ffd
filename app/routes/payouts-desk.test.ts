import type { AppLoadContext } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { disbursements } from "~db/schema/settlement";
import type { UserActor } from "~/domain/audit/actor";
import { insertTestOfficers } from "~/domain/flows/test-officers";
import { householdId, otherId, setUpOrders } from "~/domain/flows/test-orders";
import { delivered, enter, later, prepared } from "~/domain/flows/test-payouts";
import { cookieFor } from "~/domain/identity/test-session";
import { reader } from "~/platform/db.server";
import * as desk from "./department.payouts._index";

setUpOrders();

const CONTEXT: AppLoadContext = {
  addressLanguage: "vi",
  visiblePath: "/department/payouts",
  clientNetwork: "127.0.0.1",
  reference: "test",
};
let one: UserActor;

beforeEach(async () => {
  [one] = await insertTestOfficers();
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
