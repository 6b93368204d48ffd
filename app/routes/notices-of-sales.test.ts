import { describe, expect, it } from "vitest";
import { notices } from "~db/schema/notices";
import { GUEST } from "~/domain/audit/actor";
import { moveContract } from "~/domain/flows/move-contract.server";
import { moveHarvest } from "~/domain/flows/move-harvest.server";
import { moveOverdue } from "~/domain/flows/move-overdue.server";
import { removePreorder } from "~/domain/flows/remove-preorder.server";
import { ask, conclude, offerAsRead, testOffer } from "~/domain/flows/test-contracts";
import { createMailbox, tellAll } from "~/domain/flows/test-mailbox";
import { honey, householdId, member, OK, scope, setUpOrders } from "~/domain/flows/test-orders";
import { joined, openList, plant } from "~/domain/flows/test-preorders";
import { keyOfCode } from "~/domain/identity/link-key.server";
import { findOpenHarvest, findPreorder } from "~/domain/preorders/queries.server";
import { loader as shortLink } from "./o.$token";
import { args } from "./test-buyer";
import { outcomeOf } from "./test-desk";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { wordNotice } from "~/ui/notices/word-notice";

setUpOrders();
const HOUSEHOLD = () => ({ by: "household", scope }) as const;
const BUYER = { by: "buyer" } as const;
const ORIGIN = "https://cho.example";

/** What was said since the last look, by kind; what is not urgent waits for the day. */
async function heard(): Promise<Record<string, string>> {
  const mailbox = createMailbox((notice) =>
    wordNotice(notice, { origin: ORIGIN, keyOf: keyOfCode, contact: "" }),
  );
  await tellAll(mailbox);
  return Object.fromEntries(
    [...mailbox.messages.values()].map(({ kind, words }) => [kind, `${words.text} ${words.link}`]),
  );
}
const later = (ms: number) => setClock(now() + ms);
const say = (
  code: string,
  to: "declined" | "withdrawn" | "requested" | "ended",
  by: "buyer" | "household",
) =>
  moveContract({
    actor: by === "buyer" ? GUEST : member,
    mover: by === "buyer" ? BUYER : HOUSEHOLD(),
    code,
    to,
    note: "Hết mật.",
  });

describe("of a wholesale sale", () => {
  it("tells the household of a question, the buyer of the offer, and both that it is concluded", async () => {
    const code = await ask(householdId, honey);
    const asked = await heard();
    expect(Object.keys(asked).toSorted()).toEqual(["contract_asked", "household_price_asked"]);
    expect(asked["household_price_asked"]).toContain(`${ORIGIN}/household/contracts/${code}`);
    expect(await offerAsRead(member, scope, testOffer({ code, productId: honey }))).toEqual(OK);
    expect(await heard()).toEqual({
      contract_offered: expect.stringMatching(
        /báo giá HD-.{7}: 1\.200\.000đ\. Xin trả lời trước 08\/12\./,
      ),
    });
    const concluded = await conclude({ actor: member, scope }, { householdId, productId: honey });
    expect(await heard()).toMatchObject({
      contract_concluded: expect.stringContaining(`Hợp đồng ${concluded} đã giao kết`),
      household_contract_concluded: expect.stringContaining("Xin giao hàng trước 31/12"),
    });
  });

  it("tells whoever did not do it that it goes no further, with the reason", async () => {
    const [declined, withdrawn, ended] = [
      await ask(householdId, honey),
      await ask(householdId, honey),
      await conclude({ actor: member, scope }, { householdId, productId: honey }),
    ];
    await heard();
    expect(await say(declined, "declined", "household")).toEqual(OK);
    expect(await say(withdrawn, "withdrawn", "buyer")).toEqual(OK);
    expect(await say(ended, "ended", "household")).toEqual(OK);
    later(DAY_MS);
    const told = await heard();
    expect(Object.keys(told).toSorted()).toEqual([
      "contract_declined",
      "contract_ended",
      "household_contract_withdrawn",
    ]);
    expect(told["contract_declined"]).toContain("Lý do: Hết mật.");
  });

  it("says nothing of an offer that is no longer one, and of a lapse to both", async () => {
    const code = await ask(householdId, honey);
    await heard();
    expect(await offerAsRead(member, scope, testOffer({ code, productId: honey }))).toEqual(OK);
    expect(await say(code, "requested", "buyer")).toEqual(OK);
    expect(Object.keys(await heard())).toEqual(["household_price_asked"]);
    later(8 * DAY_MS);
    await moveOverdue();
    later(DAY_MS);
    expect(Object.keys(await heard()).toSorted()).toEqual([
      "contract_lapsed",
      "household_contract_lapsed",
    ]);
  });

  it("leads by the short link to the contract, and by no other key", async () => {
    const code = await ask(householdId, honey);
    const link = new URL((await heard())["contract_asked"]?.split(" ").at(-1) ?? "");
    const token = link.pathname.replace("/o/", "");
    const open = (of: string) =>
      outcomeOf(shortLink({ ...args(link.pathname), params: { token: of } }));
    expect(await open(token)).toMatchObject({
      status: 303,
      location: `/contracts/${code}?key=${keyOfCode(code)}`,
    });
    expect(await open(`${code}.${keyOfCode("HD-2222222")}`)).toMatchObject({ status: 404 });
  });
});

describe("of a place on the list of a harvest", () => {
  it("tells that it is noted, struck, or that the harvest ran out", async () => {
    const oranges = await plant(householdId);
    await openList(oranges);
    const [struck, missed] = [await joined(oranges, 2), await joined(oranges, 3)];
    expect(Object.keys(await heard())).toEqual(["preorder_noted"]);
    expect((await findPreorder(struck))?.status).toBe("waiting");
    const strike = { code: struck, reason: "Số điện thoại không gọi được." };
    expect(await removePreorder(member, scope, strike)).toEqual(OK);
    const harvestId = (await findOpenHarvest(oranges))?.id ?? "";
    const mover = HOUSEHOLD();
    expect(await moveHarvest({ actor: member, mover, harvestId, to: "ended" })).toEqual(OK);
    later(DAY_MS);
    expect(await heard()).toEqual({
      preorder_removed: expect.stringContaining("Lý do: Số điện thoại không gọi được."),
      preorder_missed: expect.stringContaining(`${missed}. Bạn chưa phải trả tiền.`),
    });
    expect((await reader().select().from(notices)).every(({ status }) => status === "sent")).toBe(
      true,
    );
  });
});
