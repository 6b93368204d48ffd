import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { unreadableNotices } from "~db/schema/payments";
import { unreadableOutcomes } from "~db/schema/payments-unreadable";
import type { UserActor } from "~/domain/audit/actor";
import { receiveToldLine } from "~/domain/flows/receive-told-line.server";
import { insertTestOfficers } from "~/domain/flows/test-officers";
import { insertTestUser, testNotice } from "~/domain/flows/test-shop";
import { bringIn, check } from "~/domain/flows/test-statements";
import { NOW, setUpTransfers } from "~/domain/flows/test-transfers";
import { cookieFor } from "~/domain/identity/test-session";
import { countUnreadableNotices } from "~/domain/payments/queries-unreadable.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings, useSettings } from "~/platform/env.server";
import * as line from "./department.bank-transactions_.$bankTransactionId_.evidence";
import * as statementFile from "./department.bank-statements.$importId_.file";
import * as statement from "./department.bank-statements.$importId";
import * as list from "./department.unreadable-notices";
import * as notice from "./department.unreadable-notices_.$noticeId";
import { outcomeOf } from "./test-desk";

setUpTransfers();

const CONTEXT: AppLoadContext = {
  addressLanguage: "vi",
  visiblePath: "/department",
  clientNetwork: "127.0.0.1",
  reference: "test",
};
let officer: UserActor;
let other: UserActor;

beforeEach(async () => {
  [officer, other] = await insertTestOfficers();
});

type Asked = {
  params?: Record<string, string>;
  query?: string;
  form?: Record<string, string>;
  by?: string | null;
};

async function argsOf({ params = {}, query = "", form, by = officer.userId }: Asked) {
  const request = new Request(`http://localhost/department${query}`, {
    method: form ? "POST" : "GET",
    headers: by === null ? {} : { Cookie: await cookieFor(by) },
    body: form ? new URLSearchParams(form) : null,
  });
  return { request, context: CONTEXT, params } satisfies LoaderFunctionArgs;
}

async function looks(action: string) {
  const rows = await reader().select().from(auditEntries).where(eq(auditEntries.action, action));
  return rows.map(({ actorId, subjectId, after }) => ({ actorId, subjectId, after }));
}

const BODY = '{"id":"<script>alert(1)</script>"}';

async function tellUnreadable(rawBody = BODY): Promise<string> {
  await receiveToldLine("sepay", { kind: "unreadable", fields: "id", rawBody });
  const rows = await reader().select().from(unreadableNotices);
  return rows.at(-1)?.id ?? "";
}

/** A line that Casso told too, and that its own provider told again with another amount. */
async function tellLine(): Promise<string> {
  const told = testNotice({ provider: "sepay", content: "mua hang" });
  await receiveToldLine("sepay", { kind: "line", notice: told, rawBody: "one" });
  const casso = { ...told, provider: "casso", providerTransactionId: "c1" } as const;
  await receiveToldLine("casso", { kind: "line", notice: casso, rawBody: "two" });
  const altered = { ...told, content: "khac" };
  await receiveToldLine("sepay", { kind: "line", notice: altered, rawBody: "three" });
  const [entry] = await reader()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, "bank_transaction.receive"));
  return entry?.subjectId ?? "";
}

describe("what was told of a line", () => {
  it("is shown as it came with who told it and when, and who looked is noted", async () => {
    const bankTransactionId = await tellLine();
    const params = { bankTransactionId };
    const shown = await line.loader(await argsOf({ params }));
    const at = { receivedAt: NOW };
    expect(shown.reports).toEqual([
      { kind: "line", provider: "sepay", body: "one", ...at },
      { kind: "sighting", provider: "casso", body: "two", ...at },
      { kind: "conflict", provider: "sepay", body: "three", ...at },
    ]);
    await line.loader(await argsOf({ params, by: other.userId }));
    const subjectId = bankTransactionId;
    expect(await looks("bank_transaction.look")).toEqual([
      { actorId: officer.userId, subjectId, after: null },
      { actorId: other.userId, subjectId, after: null },
    ]);
  });

  it("is 404 for a line that is not there, and nothing is noted", async () => {
    const asked = line.loader(await argsOf({ params: { bankTransactionId: "btx_no" } }));
    expect(await outcomeOf(asked)).toMatchObject({ status: 404 });
    expect(await looks("bank_transaction.look")).toEqual([]);
  });

  it("says so when the key is gone", async () => {
    const bankTransactionId = await tellLine();
    const { DATA_DIR } = settings();
    useSettings({ DATA_DIR, LOG_LEVEL: "error", PERSONAL_DATA_KEYS: "b".repeat(64) });
    const shown = await line.loader(await argsOf({ params: { bankTransactionId } }));
    expect(shown.reports.map(({ body }) => body)).toEqual([null, null, null]);
  });
});

describe("a notice that could not be read", () => {
  it("waits, is opened under notice, is settled once, and stays in the list of those", async () => {
    const noticeId = await tellUnreadable();
    const params = { noticeId };
    expect(await countUnreadableNotices()).toMatchObject({ noticeCount: 1 });
    const open = await list.loader(await argsOf({}));
    expect(open.list.notices).toMatchObject([{ id: noticeId, provider: "sepay", outcome: null }]);
    expect(await notice.loader(await argsOf({ params }))).toMatchObject({ body: BODY });
    expect(await looks("unreadable_notice.look")).toMatchObject([{ actorId: officer.userId }]);

    const empty = notice.action(await argsOf({ params, form: { outcome: " x " } }));
    expect(await outcomeOf(empty)).toMatchObject({ status: 400 });
    const form = { outcome: "đã hỏi SePay, là giao dịch thử" };
    const settle = async (by: UserActor) =>
      outcomeOf(notice.action(await argsOf({ params, form, by: by.userId })));
    expect(await settle(officer)).toEqual({
      status: 303,
      location: "/department/unreadable-notices?done=1",
    });
    expect(await settle(other)).toMatchObject({ status: 409 });
    expect(await countUnreadableNotices()).toEqual({ noticeCount: 0, newestReceivedAt: null });
    expect((await list.loader(await argsOf({}))).list.notices).toEqual([]);
    const done = await list.loader(await argsOf({ query: "?show=done" }));
    expect(done.list.notices).toMatchObject([{ id: noticeId, ...form, notedAt: NOW }]);
    expect(await looks("unreadable_notice.settle")).toEqual([
      { actorId: officer.userId, subjectId: noticeId, after: form },
    ]);
    const change = inTransaction((tx) => tx.update(unreadableOutcomes).set({ outcome: "other" }));
    await expect(change).rejects.toThrow(/./);
    // The same notice told again does not come back.
    await tellUnreadable();
    expect(await countUnreadableNotices()).toMatchObject({ noticeCount: 0 });
  });

  it("is one of pages of 20, the oldest first", async () => {
    for (let i = 0; i < 21; i += 1) await tellUnreadable(`odd ${i}`);
    const first = await list.loader(await argsOf({}));
    expect(first.list).toMatchObject({ page: 1, pageCount: 2, noticeCount: 21 });
    expect(first.list.notices).toHaveLength(20);
    const last = await list.loader(await argsOf({ query: "?page=2" }));
    expect(last.list.notices).toHaveLength(1);
  });

  it("is 404 where there is none", async () => {
    const params = { noticeId: "unr_no" };
    const form = { outcome: "là giao dịch thử" };
    for (const asked of [
      async () => notice.loader(await argsOf({ params })),
      async () => notice.action(await argsOf({ params, form })),
    ]) {
      expect(await outcomeOf(asked())).toMatchObject({ status: 404 });
    }
  });
});

it("a bank's file notes who took it, or was shown rows of it in its own words", async () => {
  const who = { userId: officer.userId, actor: officer };
  const importId = await bringIn(who, "Ngày;Diễn giải;Ghi có\n22/11/2026;a;1");
  const params = { importId };
  await statement.loader(await argsOf({ params }));
  expect(await looks("bank_statement.look")).toEqual([]);
  const file = await statementFile.loader(await argsOf({ params }));
  expect(await file.text()).toContain("22/11/2026;a;1");
  const oddId = await check(who, "Ngày;Diễn giải;Ghi có\n22/11/2026;a;x");
  await statement.loader(await argsOf({ params: { importId: oddId } }));
  expect(await looks("bank_statement.look")).toMatchObject([
    { subjectId: importId, after: { shown: "file" } },
    { subjectId: oddId, after: { shown: "rows" } },
  ]);
});

it.each(["buyer", "household_member", "agent"] as const)("a %s sees none of it", async (role) => {
  const bankTransactionId = await tellLine();
  const noticeId = await tellUnreadable();
  const by = await insertTestUser({ role });
  const params = { bankTransactionId, noticeId };
  const form = { outcome: "là giao dịch thử" };
  for (const asked of [
    async () => line.loader(await argsOf({ params, by })),
    async () => list.loader(await argsOf({ params, by })),
    async () => notice.loader(await argsOf({ params, by })),
    async () => notice.action(await argsOf({ params, by, form })),
  ]) {
    expect((await outcomeOf(asked())).status).toBe(403);
  }
  expect(await reader().select().from(unreadableOutcomes)).toEqual([]);
  expect(await looks("bank_transaction.look")).toEqual([]);
  expect(await looks("unreadable_notice.look")).toEqual([]);
});
