import { expect, it } from "vitest";
import type { z } from "zod";
import { newProductFormOn, productWordsForm } from "~/domain/catalog/forms";
import { productDecisionForm } from "~/domain/catalog/forms-department";
import { suspensionForm } from "~/domain/compliance/forms-suspension";
import { closureForm, shipmentForm } from "~/domain/fulfilment/forms";
import { householdDecisionForm } from "~/domain/households/forms";
import { registrationForm } from "~/domain/households/forms-registration";
import { checkoutFormOf } from "~/domain/orders/forms";
import { retailTotalForm } from "~/domain/statistics/forms";
import { newId } from "~/platform/ids";
import { readForm } from "./mutation.server";

/** Every field of words in the program, as a browser sends it and as the form library reads it. */

function send(schema: z.ZodType, fields: Record<string, string>) {
  const body = new URLSearchParams(fields);
  return readForm(new Request("http://test/", { method: "POST", body }), schema);
}

const checkoutForm = checkoutFormOf({ hasAlcohol: false, isSent: true, hasService: false });
const TODAY = "2026-11-22";
const NEW_PRODUCT = newProductFormOn(TODAY);
const SUSPENSION = {
  intent: "suspend",
  suspensionId: newId("sus"),
  ground: "own_decision",
  effectiveOn: "30/11/2026",
};
const RETAIL_TOTAL = retailTotalForm(TODAY);

it.each<[string, z.ZodType, Record<string, string>, string]>([
  ["buyerName", checkoutForm, {}, "full_name_missing"],
  ["addressLine", checkoutForm, {}, "address_missing"],
  ["name", registrationForm, {}, "household_name_missing"],
  ["contactName", registrationForm, {}, "contact_name_missing"],
  ["addressLine", registrationForm, {}, "address_missing"],
  ["name", productWordsForm, {}, "product_name_missing"],
  ["description", productWordsForm, {}, "description_missing"],
  ["packLabel", productWordsForm, {}, "pack_label_missing"],
  ["name", NEW_PRODUCT, {}, "product_name_missing"],
  ["description", NEW_PRODUCT, {}, "description_missing"],
  ["packLabel", NEW_PRODUCT, {}, "pack_label_missing"],
  ["reason", closureForm, { to: "cancelled" }, "reason_required"],
  ["reason", productDecisionForm, { decision: "reject" }, "reason_missing"],
  ["reason", householdDecisionForm, { decision: "reject" }, "reason_missing"],
  ["reason", suspensionForm, SUSPENSION, "reason_missing"],
  ["source", RETAIL_TOTAL, {}, "retail_source_missing"],
])("%s is missing when nothing can be seen of it", async (field, schema, others, code) => {
  for (const typed of ["\u200b".repeat(12), "\u202e\u2066", " \u3164\u00ad ", "\u0000"]) {
    const read = await send(schema, { ...others, [field]: typed });
    expect(read.ok ? {} : read.reply.submission.error).toMatchObject({ [field]: [code] });
  }
});

it("an optional text of nothing is empty, and writing directions are not kept", async () => {
  const closure = await send(closureForm, { to: "refused", reason: "\u200b" });
  expect(closure).toMatchObject({ ok: true, value: { reason: "" } });
  const shipment = await send(shipmentForm, { trackingCode: "\u202eEB123\u202c" });
  expect(shipment).toMatchObject({ ok: true, value: { trackingCode: "EB123" } });
  expect(await send(shipmentForm, {})).toMatchObject({ ok: true, value: { trackingCode: "" } });
});
