import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayMoveContract } from "~/domain/contracts/contract-status";
import { contractOfferFormOn, readOfferedLines } from "~/domain/contracts/forms";
import { findContract } from "~/domain/contracts/queries.server";
import { offerContract } from "~/domain/flows/offer-contract.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { addDays, localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ContractOfferForm } from "~/ui/contracts/contract-offer-form";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { failureReply, readForm, textsOf } from "~/web/mutation.server";
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
  const typed = textsOf(read.form);
  if (!read.ok) return data({ ...read.reply, typed }, { status: 400 });
  const lines = readOfferedLines(read.form);
  if (typeof lines === "string") {
    const wrong = { ok: false, code: lines, detail: {} } as const;
    return data({ ...failureReply(wrong, read.submission), typed }, { status: 400 });
  }
  const { agreed: _agreed, ...terms } = read.value;
  const offered = await offerContract(actor, scope, { code, lines, ...terms });
  if (!offered.ok && offered.code === "contract_not_found") throw notFound();
  if (!offered.ok) {
    return data({ ...failureReply(offered, read.submission), typed }, { status: 409 });
  }
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
      />
    </>
  );
}
