import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isPhotoCode } from "~/domain/catalog/photo-limits";
import { recordProof } from "~/domain/flows/record-proof.server";
import { proofForm } from "~/domain/fulfilment/forms";
import { findHouseholdOrder } from "~/domain/orders/queries-household.server";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ProofForm } from "~/ui/fulfilment/proof-section";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { sentFile } from "~/web/sent-files.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("shipping.proofTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "order.fulfil");
  const order = await findHouseholdOrder(scope, args.params["orderCode"] ?? "");
  if (!order) throw notFound();
  const { code, householdId, shippedAt, proof } = order;
  if (shippedAt === null) {
    throw redirect(paths.householdOrder(code, { problem: "proof_too_early" }));
  }
  if (proof) throw redirect(paths.householdOrder(code));
  return { deskHouseholdId: householdId, code, proofId: newId("prf") };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope, user } = await requirePermission(args, "order.fulfil");
  const orderCode = args.params["orderCode"] ?? "";
  if (!(await findHouseholdOrder(scope, orderCode))) throw notFound();
  const read = await readForm(args.request, proofForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const photo = await sentFile({ form: read.form, ownerId: user.id }, "photo");
  const result = await recordProof(actor, scope, { orderCode, photo, ...read.value });
  if (result.ok) {
    await photo?.drop();
    return redirect(paths.householdOrder(orderCode, { done: "updated" }), 303);
  }
  if (result.code === "order_not_found") throw notFound();
  if (isPhotoCode(result.code) || result.code === "proof_empty") {
    const field = result.code === "proof_empty" ? "receivedBy" : "photo";
    const reply = fieldErrorReply(read.submission, field, result.code);
    return data<MutationReply>(reply, { status: 400 });
  }
  return redirect(paths.householdOrder(orderCode, { problem: result.code }), 303);
}

export default function OrderProofPage() {
  const { code, proofId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.householdOrder(code)} text={t("shipping.backToOrder")} />
      <h1 className="text-3xl">{t("shipping.proofTitle")}</h1>
      <p className="mt-2 text-soft">{t("shipping.proofLead")}</p>
      <ProofForm orderCode={code} proofId={proofId} reply={reply} />
    </>
  );
}
