import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { notices } from "~db/schema/notices";
import { GUEST, SYSTEM, type Actor } from "~/domain/audit/actor";
import type { Channel } from "~/domain/notices/channel";
import type { Channels } from "~/domain/notices/open-channels.server";
import { sendDue } from "~/domain/notices/send-due.server";
import { takeEvents } from "~/domain/notices/take-events.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { pause } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { DAY_MS, MINUTE_MS } from "~/platform/period";
import { cancelPurchase } from "~/domain/flows/cancel-purchase.server";
import { expireCheckouts } from "~/domain/flows/expire-checkouts.server";
import { resendNotice } from "~/domain/flows/resend-notice.server";
import { tellAll } from "~/domain/flows/test-mailbox";
import { place } from "~/domain/flows/test-orders";
import { all, later, mailbox, one, setUpNotices, word } from "./test-notices";

setUpNotices();

const officer: Actor = { kind: "user", userId: "usr_officer", role: "department_officer" };

describe("a provider that does not take it", () => {
  it("is asked again, the same id, and a message that it has goes out once", async () => {
    mailbox.answer(() => "dies");
    await place("vietqr");
    await tellAll(mailbox);
    expect(mailbox.kinds()).toEqual(["checkout_waits"]);
    expect(await one("checkout_waits")).toMatchObject({ status: "waiting", attemptCount: 1 });
    mailbox.answer(() => "taken");
    later(MINUTE_MS);
    await tellAll(mailbox);
    expect(mailbox.kinds()).toEqual(["checkout_waits"]);
    expect(await one("checkout_waits")).toMatchObject({ status: "sent", channel: "sms" });
  });

  it("is given up after a quarter of an hour, and the department may send it again, once", async () => {
    mailbox.answer(() => "unsure");
    await place("cod");
    for (const minutes of [0, 1, 2, 4, 8]) {
      later(minutes * MINUTE_MS);
      await tellAll(mailbox);
    }
    const lost = await one("checkout_placed");
    expect(lost).toMatchObject({ status: "undeliverable", cause: "unreachable", channel: null });
    mailbox.answer(() => "taken");
    const noticeId = lost?.id ?? "";
    await resendNotice(officer, { noticeId });
    await resendNotice(officer, { noticeId });
    await tellAll(mailbox);
    expect(mailbox.kinds()).toEqual(["checkout_placed"]);
    const entries = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "notice.resend"));
    expect(entries).toHaveLength(1);
    expect(await resendNotice(officer, { noticeId: "ntc_none" })).toMatchObject({
      code: "notice_not_found",
    });
  });

  it("for good: is not asked again, and what is outdated cannot be sent again", async () => {
    mailbox.answer(() => "refused");
    await place("cod");
    await tellAll(mailbox);
    const refused = await one("checkout_placed");
    expect(refused).toMatchObject({ status: "undeliverable", cause: "refused" });
    later(2 * DAY_MS);
    expect(await resendNotice(officer, { noticeId: refused?.id ?? "" })).toMatchObject({
      code: "notice_outdated",
    });
  });

  it("of a number that strangers order for: no more than twelve paid messages a day", async () => {
    for (let number = 0; number < 6; number += 1) {
      const { code } = await place("vietqr", "0987654321");
      await tellAll(mailbox);
      await cancelPurchase(GUEST, { checkoutCode: code });
    }
    for (let number = 0; number < 7; number += 1) {
      const { code } = await place("vietqr", "0987654321");
      await tellAll(mailbox);
      await cancelPurchase(GUEST, { checkoutCode: code });
    }
    expect(mailbox.messages.size).toBe(12);
    expect((await all()).filter((notice) => notice.cause === "limit_reached")).toHaveLength(1);
  });
});

describe("a browser that asked to be told", () => {
  const asked: string[] = [];
  const channel =
    (name: string, kind: "taken" | "unsure" = "taken"): Channel =>
    async ({ kind: of }) => {
      asked.push(`${name}: ${of}`);
      return { kind };
    };
  async function asks(channels: Channels): Promise<string[]> {
    asked.length = 0;
    while ((await takeEvents()) > 0);
    while ((await sendDue({ channels, word })) > 0);
    return asked.toSorted();
  }

  it("is told beside the phone, which a push service may not have reached", async () => {
    await place("vietqr");
    const channels = { push: channel("push"), sms: channel("sms") };
    expect(await asks(channels)).toEqual(["push: checkout_waits", "sms: checkout_waits"]);
    expect(await one("checkout_waits")).toMatchObject({ status: "sent", channel: "sms" });
  });

  it("is told once, when the phone's provider has answered", async () => {
    await place("vietqr");
    expect(await asks({ push: channel("push"), sms: channel("sms", "unsure") })).toEqual([
      "sms: checkout_waits",
    ]);
    later(MINUTE_MS);
    expect(await asks({ push: channel("push"), sms: channel("sms") })).toEqual([
      "push: checkout_waits",
      "sms: checkout_waits",
    ]);
  });

  it("is enough for what is calm, and where nothing else is set up", async () => {
    await place("vietqr");
    expect(await asks({ push: channel("push") })).toEqual(["push: checkout_waits"]);
    expect(await one("checkout_waits")).toMatchObject({ status: "sent", channel: "push" });
    later(2 * DAY_MS);
    await expireCheckouts(SYSTEM);
    const channels = { push: channel("push"), sms: channel("sms") };
    expect(await asks(channels)).toEqual(["push: checkout_expired"]);
  });

  it("is told too when nothing reaches the phone, and the department sees that", async () => {
    await place("vietqr");
    const sms: Channel = async () => ({ kind: "refused", cause: "no_address" });
    expect(await asks({ push: channel("push"), sms })).toEqual(["push: checkout_waits"]);
    expect(await one("checkout_waits")).toMatchObject({
      status: "undeliverable",
      cause: "no_address",
    });
  });
});

it("sends a number no more than twelve paid messages, also when many are due at once", async () => {
  await place("vietqr");
  while ((await takeEvents()) > 0);
  const first = present(await one("checkout_waits"), "a notice");
  const copies = Array.from({ length: 18 }, (_, number) => ({
    ...first,
    id: newId("ntc"),
    eventId: `evt_${number}`,
  }));
  await inTransaction(async (tx) => {
    await tx.insert(notices).values(copies);
  });
  let sentCount = 0;
  const sms: Channel = async () => {
    await pause(5);
    sentCount += 1;
    return { kind: "taken" };
  };
  while ((await sendDue({ channels: { sms }, word })) > 0);
  expect(sentCount).toBe(12);
});
