import type { AppLoadContext } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { retailTotals } from "~db/schema/statistics";
import { waiveTestJoining } from "~/domain/flows/test-joining";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
} from "~/domain/flows/test-shop";
import type { Role } from "~/domain/identity/roles";
import { cookieFor } from "~/domain/identity/test-session";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import * as overview from "./department._index";
import * as approvals from "./department.approvals";
import * as bankTransactions from "./department.bank-transactions";
import * as householdApproval from "./department.households_.$householdSlug.approval";
import * as householdList from "./department.households";
import * as chart from "./department.indicator_.chart[.]svg";
import * as csv from "./department.indicator[.]csv";
import * as indicator from "./department.indicator";
import * as productApproval from "./department.products.$productSlug_.approval";
import * as refunds from "./department.refunds";
import * as retail from "./department.retail-totals";
import * as desk from "./department";

const CONTEXT: AppLoadContext = {
  addressLanguage: "vi",
  visiblePath: "/department",
  clientNetwork: "127.0.0.1",
  reference: "test",
};
let close: () => void;
let cookie: string;

beforeEach(async () => {
  close = openTestDatabase();
  setClock(startOfDate("2026-11-22"));
  await insertTestShop();
  cookie = await signIn("department_officer");
  const householdId = await insertTestHousehold({ slug: "ho-moi", status: "pending" });
  await waiveTestJoining(householdId);
  const waiting = { status: "awaiting_approval", publishedAt: null } as const;
  await insertTestProduct({ householdId, slug: "mat-ong", ...waiting });
});
afterEach(() => {
  setClock();
  close();
});

async function signIn(role: Role) {
  return cookieFor(await insertTestUser({ role }));
}

type Door = { query?: string; cookie?: string; form?: Record<string, string>; slug?: string };

function argsOf({ query = "", form, slug = "", ...door }: Door) {
  const headers = { Cookie: door.cookie ?? cookie };
  const address = `http://localhost/department${query}`;
  const request = form
    ? new Request(address, { method: "POST", headers, body: new URLSearchParams(form) })
    : new Request(address, { headers });
  return { request, context: CONTEXT, params: { householdSlug: slug, productSlug: slug } };
}

/** What the door answers, also when it throws its answer. */
async function answerOf(work: Promise<unknown>): Promise<Response> {
  const answer = await work.catch((error: unknown) => error);
  if (answer instanceof Response) return answer;
  throw answer;
}

const decide = async (form: Record<string, string>, query = "") => {
  const args = argsOf({ form, slug: "ho-moi", query });
  const answer = await answerOf(householdApproval.action(args));
  return { status: answer.status, location: answer.headers.get("Location") };
};
const householdStatus = async () => {
  const [row] = await reader().select().from(households).where(eq(households.slug, "ho-moi"));
  return row?.status;
};

describe("who may enter", () => {
  const doors = {
    desk: desk.loader,
    overview: overview.loader,
    approvals: approvals.loader,
    householdList: householdList.loader,
    indicator: indicator.loader,
    csv: csv.loader,
    chart: chart.loader,
    retail: retail.loader,
    bankTransactions: bankTransactions.loader,
    refunds: refunds.loader,
    retailEntry: retail.action,
    householdApproval: householdApproval.action,
    productApproval: productApproval.action,
  };

  test.each(Object.entries(doors))("%s: officers only", async (_, door) => {
    const guest = await answerOf(door(argsOf({ cookie: "", query: "?month=2026-10" })));
    expect(guest.status).toBe(302);
    expect(guest.headers.get("Location")).toContain("/sign-in");
    for (const role of ["buyer", "household_member", "agent"] as const) {
      const args = argsOf({ cookie: await signIn(role), query: "?month=2026-10" });
      expect((await answerOf(door(args))).status).toBe(403);
    }
  });

  test("a decision is not taken by looking", async () => {
    expect(await householdApproval.loader(argsOf({ slug: "ho-moi" }))).toMatchObject({
      name: "HTX Lũng Cú",
      back: "/department/approvals",
    });
    const product = await productApproval.loader(argsOf({ slug: "mat-ong" }));
    expect(product.action).toBe("/department/products/mat-ong/approval");
    expect(await householdStatus()).toBe("pending");
    const nothing = argsOf({ slug: "khong-co" });
    expect((await answerOf(householdApproval.loader(nothing))).status).toBe(404);
    expect((await answerOf(productApproval.loader(nothing))).status).toBe(404);
  });
});

describe("a decision", () => {
  test("sent twice is taken once, and both answers are kind", async () => {
    const first = await decide({ decision: "approve" });
    expect(first).toEqual({
      status: 303,
      location: "/department/approvals?subject=household&slug=ho-moi&done=approve",
    });
    const second = await decide({ decision: "approve" });
    expect(second.location).toContain("done=repeat");
    expect(await householdStatus()).toBe("approved");
  });

  test("to refuse needs a reason, and keeps what was typed", async () => {
    for (const [reason, problem] of [
      ["", "reason_missing"],
      ["   ", "reason_missing"],
      ["abc", "reason_short"],
      ["x".repeat(501), "reason_long"],
    ] as const) {
      const form = { decision: "reject", reason };
      const answer = { init: { status: 400 }, data: { ...form, problem } };
      const household = await householdApproval.action(argsOf({ form, slug: "ho-moi" }));
      expect(household).toMatchObject(answer);
      const product = await productApproval.action(argsOf({ form, slug: "mat-ong" }));
      expect(product).toMatchObject(answer);
    }
    expect((await decide({ decision: "burn" })).location).toContain("problem=decision_missing");
    expect(await householdStatus()).toBe("pending");
  });

  test("about a household that sells is one about its suspension, on a page of its own", async () => {
    await decide({ decision: "approve" });
    const args = argsOf({ slug: "ho-moi", query: "?page=households" });
    expect((await answerOf(householdApproval.loader(args))).headers.get("Location")).toBe(
      "/department/households/ho-moi/suspension",
    );
    const old = await decide({ decision: "suspend", reason: "Bán hàng giả" });
    expect(old.location).toContain("problem=decision_missing");
    expect(await householdStatus()).toBe("approved");
  });

  test("that comes too late says so", async () => {
    await decide({ decision: "approve" });
    const late = await decide({ decision: "reject", reason: "Thiếu giấy tờ" });
    expect(late.location).toContain("problem=household_already_decided");
    const again = await decide({ decision: "approve" }, "?page=households");
    expect(again.location).toContain("/department/households?");
    expect(await householdStatus()).toBe("approved");
  });

  test("about a product waits for its household", async () => {
    const approve = async () => {
      const args = argsOf({ form: { decision: "approve" }, slug: "mat-ong" });
      return (await answerOf(productApproval.action(args))).headers.get("Location");
    };
    expect(await approve()).toContain("problem=household_not_approved");
    await decide({ decision: "approve" });
    expect(await approve()).toContain("subject=product&slug=mat-ong&done=approve");
    const [row] = await reader().select().from(products).where(eq(products.slug, "mat-ong"));
    expect(row?.status).toBe("published");
  });
});

describe("the figures' doors", () => {
  const FORM = {
    month: "2026-10",
    kind: "goods",
    amount: "4.671,4",
    stage: "final",
    source: "=1+1",
    publishedOn: "20/11/2026",
  };

  test("a retail total sent twice is there once", async () => {
    for (const repeat of [false, true]) {
      const answer = await answerOf(retail.action(argsOf({ form: FORM })));
      expect(answer.status).toBe(303);
      expect(answer.headers.get("Location")?.includes("repeat=1")).toBe(repeat);
    }
    expect(await reader().$count(retailTotals)).toBe(1);
  });

  test("what is wrong is said at its field, and nothing is written", async () => {
    const form = { ...FORM, amount: "1,5,3", month: "2027-01", publishedOn: "1/1/2027" };
    const answer = await retail.action(argsOf({ form }));
    expect(answer).toMatchObject({
      init: { status: 400 },
      data: {
        submission: {
          initialValue: { amount: "1,5,3" },
          error: {
            amount: ["retail_amount_format"],
            month: ["month_in_future"],
            publishedOn: ["date_in_future"],
          },
        },
      },
    });
    expect(await reader().$count(retailTotals)).toBe(0);
  });

  test("a doubtful total comes back as a question with all that was typed", async () => {
    await answerOf(retail.action(argsOf({ form: { ...FORM, month: "2026-09" } })));
    const form = { ...FORM, amount: "4,671" };
    const answer = await retail.action(argsOf({ form }));
    expect(answer).toMatchObject({
      init: { status: 409 },
      data: {
        submission: { initialValue: { amount: "4,671", source: "=1+1" } },
        question: { doubt: "far", amountVnd: 4_671_000_000, confirmation: expect.anything() },
      },
    });
    expect(await reader().$count(retailTotals)).toBe(1);
    const confirmation = "2026-10 goods 4671000000";
    const saved = await answerOf(retail.action(argsOf({ form: { ...form, confirmation } })));
    expect(saved.status).toBe(303);
    expect(await reader().$count(retailTotals)).toBe(2);
  });

  test("the file has the page's figures, and no formula of anybody's", async () => {
    await retail.action(argsOf({ form: FORM })).catch(() => undefined);
    const answer = await csv.loader(argsOf({ query: "?month=2026-10" }));
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    const text = await answer.text();
    expect(text).toContain("retail_goods,");
    expect(text).toContain(",2026-10,4671400000000,vnd,,,goods,final,'=1+1,false,5,,,");
  });

  test("months that are none, or not yet, are not found", async () => {
    for (const month of ["", "2026-13", "2026-12", "x"]) {
      const args = argsOf({ query: `?month=${month}` });
      expect((await answerOf(csv.loader(args))).status).toBe(404);
      expect((await answerOf(chart.loader(args))).status).toBe(404);
    }
    expect((await answerOf(indicator.loader(argsOf({ query: "?month=2026-12" })))).status).toBe(
      302,
    );
  });
});
