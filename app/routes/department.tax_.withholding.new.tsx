import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enterTaxChange } from "~/domain/flows/enter-tax-change.server";
import { withholdingForm } from "~/domain/settlement/forms-tax";
import { firstTaxDay } from "~/domain/settlement/tax-changes";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { WithholdingForm } from "~/ui/settlement/tax-forms";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("tax.newSwitch"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "tax.manage");
  return { id: newId("whs"), firstDay: firstTaxDay("withholding", localDateOf(now())) };
}

/** Asks to switch withholding on or off; a second person has to agree. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "tax.manage");
  const read = await readForm(args.request, withholdingForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const result = await enterTaxChange(actor, read.value);
  if (!result.ok) {
    const reply = fieldErrorReply(read.submission, "effectiveOn", result.code);
    return data<MutationReply>(reply, { status: 400 });
  }
  return redirect(paths.departmentTax({ done: "proposed" }), 303);
}

export default function NewWithholdingPage() {
  const { id, firstDay } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.departmentTax()} text={t("tax.title")} />
      <h1 className="text-3xl">{t("tax.newSwitch")}</h1>
      <WithholdingForm id={id} firstDay={firstDay} reply={reply} />
    </>
  );
}
