import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signatureForm } from "~/domain/contracts/forms";
import { findContract } from "~/domain/contracts/queries.server";
import { addSignature } from "~/domain/flows/add-signature.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { HouseholdContract } from "~/ui/contracts/household-contract";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { uploadedFile } from "~/web/uploaded-file";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.contract.code ?? "";
  return privateMeta(matches, siteOf(matches).t("contracts.contractTitle", { code }));
};

/** The contract's page again, for a file that was not in order. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "contract.answer");
  const contract = await findContract(args.params["contractCode"] ?? "", scope);
  if (!contract) throw notFound();
  return { deskHouseholdId: contract.householdId, contract };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "contract.answer");
  const code = args.params["contractCode"] ?? "";
  const read = await readForm(args.request, signatureForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const refuse = (error: string, status: number) =>
    data<MutationReply>(fieldErrorReply(read.submission, "signature", error), { status });
  const bytes = await uploadedFile(read.form, "signature");
  if (!bytes) return refuse("signature_missing", 400);
  const added = await addSignature(actor, { party: "household", scope }, { code, bytes });
  if (!added.ok && added.code === "contract_not_found") throw notFound();
  if (!added.ok) return refuse(added.code, 409);
  return redirect(paths.householdContract(code, { done: "signed" }), 303);
}

export default function HouseholdSignaturePage() {
  const { contract } = useLoaderData<typeof loader>();
  const signing = useActionData<typeof action>();
  return <HouseholdContract contract={contract} done={null} reply={undefined} signing={signing} />;
}
