import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { householdContractForm } from "~/domain/contracts/forms";
import { findContract } from "~/domain/contracts/queries.server";
import { moveContract } from "~/domain/flows/move-contract.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { HouseholdContract } from "~/ui/contracts/household-contract";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.contract.code ?? "";
  return privateMeta(matches, siteOf(matches).t("contracts.contractTitle", { code }));
};

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "contract.answer");
  const contract = await findContract(args.params["contractCode"] ?? "", scope);
  if (!contract) throw notFound();
  const done = new URL(args.request.url).searchParams.get("done");
  return { deskHouseholdId: contract.householdId, contract, done };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "contract.answer");
  const code = args.params["contractCode"] ?? "";
  const read = await readForm(args.request, householdContractForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const mover = { by: "household", scope } as const;
  const moved = await moveContract({ actor, mover, code, ...read.value });
  if (!moved.ok && moved.code === "contract_not_found") throw notFound();
  if (!moved.ok) return data<MutationReply>(failureReply(moved, read.submission), { status: 409 });
  return redirect(paths.householdContract(code, { done: "moved" }), 303);
}

export default function HouseholdContractPage() {
  const { contract, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <HouseholdContract contract={contract} done={done} reply={reply} signing={undefined} />;
}
