import { expect, it } from "vitest";
import { insertTestProgramme } from "~/domain/flows/test-vouchers";
import { checkouts } from "~db/schema/orders";
import { reader } from "~/platform/db.server";
import { newToken } from "~/platform/ids";
import * as checkoutDoor from "./_store.checkout";
import { args, honey, setUpBuyer } from "./test-buyer";

setUpBuyer();

/** What the checkout answers to whoever is on this network. */
async function send(clientNetwork: string, form: Record<string, string>) {
  const asked = args("/checkout", { form, cart: [{ productId: honey, quantity: 1 }] });
  const context = { ...asked.context, clientNetwork };
  const answer = await checkoutDoor.action({ ...asked, context });
  if (!("data" in answer)) throw new Error("an answer without a page");
  return answer;
}
const tryCode = (network: string, voucherCode: string) =>
  send(network, { intent: "apply_voucher", voucherCode, addressLine: "Thôn Lô Lô Chải" });

it("lets a network try 120 codes in ten minutes, and keeps the form of who comes after", async () => {
  await insertTestProgramme({ code: "OCOP26" });
  const [crowd, other] = [newToken(), newToken()];
  for (let tries = 1; tries <= 120; tries += 1) {
    const { init, data } = await tryCode(crowd, `SAI${tries}A`);
    expect(init?.status).toBe(200);
    expect(data.page.quoted.refusal).toMatchObject({ code: "voucher_unknown" });
  }
  const stopped = await tryCode(crowd, "OCOP26");
  expect(stopped).toMatchObject({
    init: { status: 429 },
    data: {
      failure: { code: "codes_tried_often" },
      submission: { initialValue: { addressLine: "Thôn Lô Lô Chải", voucherCode: "" } },
      // Not even whether it is one.
      page: { quoted: { voucher: null, refusal: null } },
    },
  });
  expect((await tryCode(crowd, " ")).init?.status).toBe(200);
  expect(await tryCode(other, "ocop 26")).toMatchObject({
    init: { status: 200 },
    data: { page: { quoted: { voucher: { code: "OCOP26" } } } },
  });
  expect(await reader().select().from(checkouts)).toEqual([]);
});
