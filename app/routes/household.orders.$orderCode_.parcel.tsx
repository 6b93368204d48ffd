import { useForm } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { correctParcel } from "~/domain/flows/correct-parcel.server";
import { parcelFieldOf, shipmentForm } from "~/domain/fulfilment/forms";
import { findHouseholdOrder } from "~/domain/orders/queries-household.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ParcelFields } from "~/ui/fulfilment/parcel-fields";
import { ParcelSentOtherwise } from "~/ui/fulfilment/parcel-sent-otherwise";
import { BackLink } from "~/ui/households/back-link";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import type { FormReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("households.correctParcel"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "order.fulfil");
  const order = await findHouseholdOrder(scope, args.params["orderCode"] ?? "");
  if (!order) throw notFound();
  const { code, householdId, cashVnd, carrier, trackingCode, status } = order;
  const query = new URL(args.request.url).searchParams;
  const isOther = query.get("problem") === "parcel_sent_otherwise";
  if (status !== "shipped" || order.pickupPoint !== null) {
    const problem = isOther ? "parcel_sent_otherwise" : "move_not_allowed";
    throw redirect(paths.householdOrder(code, { problem }));
  }
  const parcel = { carrier: carrier ?? "", trackingCode: trackingCode ?? "" };
  const deskHouseholdId = householdId;
  const other = {
    carrier: query.get("carrier") ?? "",
    trackingCode: query.get("trackingCode") ?? "",
  };
  return { deskHouseholdId, code, isCash: cashVnd > 0, parcel, other: isOther ? other : null };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "order.fulfil");
  const orderCode = args.params["orderCode"] ?? "";
  if (!(await findHouseholdOrder(scope, orderCode))) throw notFound();
  const read = await readForm(args.request, shipmentForm);
  if (!read.ok) return data<FormReply>(read.reply, { status: 400 });
  const { carrier = "", trackingCode } = read.value;
  const result = await correctParcel(actor, scope, { orderCode, carrier, trackingCode });
  if (result.ok) return redirect(paths.householdOrder(orderCode, { done: "updated" }), 303);
  if (result.code === "order_not_found") throw notFound();
  const field = parcelFieldOf(result.code);
  if (field !== null) {
    return data<FormReply>(fieldErrorReply(read.submission, field, result.code), { status: 400 });
  }
  return redirect(paths.householdOrder(orderCode, { problem: result.code }), 303);
}

export default function CorrectParcelPage() {
  const { code, isCash, parcel, other } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const [form, fields] = useForm<Record<"carrier" | "trackingCode", string>>({
    id: "parcel",
    lastResult: reply?.submission ?? null,
    defaultValue: other ?? parcel,
  });
  return (
    <>
      <BackLink href={paths.householdOrder(code)} text={t("households.orderTitle", { code })} />
      <h1 className="text-3xl">{t("households.correctParcel")}</h1>
      {other !== null && !reply ? <ParcelSentOtherwise {...parcel} /> : null}
      <form method="post" action={paths.orderParcel(code)} id={form.id}>
        <FormErrors form={form} />
        <ParcelFields
          fields={fields}
          isCash={isCash}
          noCarrier={t("households.carrierChoose")}
          isAgain={reply !== undefined}
        />
        <button className="button button-main mt-4 w-full text-lg">{t("common.save")}</button>
      </form>
    </>
  );
}
