import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayMoveContract } from "~/domain/contracts/contract-status";
import type { ComposedTerms } from "~/domain/contracts/compose-terms.server";
import { contractOfferFormOn, readOfferedLines, typedRowsOf } from "~/domain/contracts/forms";
import { findContract } from "~/domain/contracts/queries.server";
import { draftContract } from "~/domain/flows/draft-contract.server";
import { offerContract } from "~/domain/flows/offer-contract.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays, localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ContractOfferForm } from "~/ui/contracts/contract-offer-form";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

const SUGGESTED_DAYS = { valid: 7, delivery: 30 };

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("contracts.offer"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "contract.answer");
  const contract = await findContract(args.params["contractCode"] ?? "", scope);
  if (!contract) throw notFound();
  if (!mayMoveContract(contract.status, "offered", "household")) {
    throw redirect(paths.householdContract(contract.code), 303);
  }
  const today = localDateOf(now());
  const suggested = {
    deliverBy: addDays(today, SUGGESTED_DAYS.delivery),
    validUntil: addDays(today, SUGGESTED_DAYS.valid),
  };
  return { deskHouseholdId: contract.householdId, contract, suggested, versionId: newId("ctv") };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "contract.answer");
  const code = args.params["contractCode"] ?? "";
  const read = await readForm(args.request, contractOfferFormOn(localDateOf(now())));
  const typed = typedRowsOf(read.form);
  const show = (reply: MutationReply, status: number, draft: ComposedTerms | null = null) =>
    data({ ...reply, typed, draft }, { status });
  if (!read.ok) return show(read.reply, 400);
  const lines = readOfferedLines(read.form);
  if (typeof lines === "string") {
    return show(failureReply({ ok: false, code: lines, detail: {} }, read.submission), 400);
  }
  const { agreed, textHash, signerName, versionId, ...terms } = read.value;
  const drafted = await draftContract(reader(), scope, { code, lines, ...terms });
  if (!drafted.ok && drafted.code === "contract_not_found") throw notFound();
  if (!drafted.ok) return show(failureReply(drafted, read.submission), 409);
  // Nobody confirms what they have not read: the first time, and whenever the terms were changed since.
  const { composed } = drafted.value;
  if (composed.textHash !== textHash) return show({ submission: read.submission }, 200, composed);
  if (agreed !== "on") {
    const missing = fieldErrorReply(read.submission, "agreed", "contract_agreement_missing");
    return show(missing, 400, composed);
  }
  const offer = { code, lines, ...terms, versionId, textHash, signerName };
  const offered = await offerContract(actor, scope, offer);
  if (!offered.ok) return show(failureReply(offered, read.submission), 409, composed);
  return redirect(paths.householdContract(code, { done: "offered" }), 303);
}

export default function ContractOfferPage() {
  const { contract, suggested, versionId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const { code, buyerName } = contract;
  return (
    <>
      <BackLink
        href={paths.householdContract(code)}
        text={t("contracts.contractTitle", { code })}
      />
      <h1 className="text-3xl">{t("contracts.offerTitle", { name: mark(buyerName, "vi") })}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("contracts.offerLead")}</p>
      <ContractOfferForm
        contract={contract}
        versionId={versionId}
        suggested={suggested}
        reply={reply}
        typed={reply?.typed ?? {}}
        draft={reply?.draft ?? null}
      />
    </>
  );
}
