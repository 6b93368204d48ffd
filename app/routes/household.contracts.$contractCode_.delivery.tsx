import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contractDeliveryForm, readAskedPacks, typedRowsOf } from "~/domain/contracts/forms";
import { findContract } from "~/domain/contracts/queries.server";
import { orderFromContract } from "~/domain/flows/order-from-contract.server";
import { countFree } from "~/domain/orders/free-packs";
import { loadOffers } from "~/domain/orders/queries-offers.server";
import { reader } from "~/platform/db.server";
import { newToken } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ContractDeliveryForm } from "~/ui/contracts/contract-delivery-form";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("contracts.delivery"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "contract.answer");
  const contract = await findContract(args.params["contractCode"] ?? "", scope);
  if (!contract) throw notFound();
  if (contract.status !== "concluded" || !contract.version) {
    throw redirect(paths.householdContract(contract.code), 303);
  }
  const ids = contract.version.lines.map(({ productId }) => productId);
  const offers = await loadOffers(reader(), ids);
  const stock = Object.fromEntries(
    ids.map((id) => [id, countFree(offers.get(id)?.free ?? [], null)]),
  );
  return { deskHouseholdId: contract.householdId, contract, stock, submissionKey: newToken() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "contract.answer");
  const code = args.params["contractCode"] ?? "";
  const read = await readForm(args.request, contractDeliveryForm);
  const typed = typedRowsOf(read.form);
  const sentKey = read.ok ? read.value.submissionKey : undefined;
  if (!read.ok) return data({ ...read.reply, typed, sentKey }, { status: 400 });
  const packs = readAskedPacks(read.form);
  if (!packs) {
    const wrong = { ok: false, code: "contract_packs_invalid", detail: {} } as const;
    return data({ ...failureReply(wrong, read.submission), typed, sentKey }, { status: 400 });
  }
  const { submissionKey } = read.value;
  const placed = await orderFromContract(actor, scope, { code, submissionKey, packs });
  if (!placed.ok && placed.code === "contract_not_found") throw notFound();
  if (!placed.ok) {
    return data({ ...failureReply(placed, read.submission), typed, sentKey }, { status: 409 });
  }
  return redirect(paths.householdContract(code, { done: "ordered" }), 303);
}

export default function ContractDeliveryPage() {
  const { contract, stock, submissionKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { code } = contract;
  return (
    <>
      <BackLink
        href={paths.householdContract(code)}
        text={t("contracts.contractTitle", { code })}
      />
      <h1 className="num text-3xl">{t("contracts.deliveryTitle", { code })}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("contracts.deliveryLead")}</p>
      <ContractDeliveryForm
        contract={contract}
        stock={stock}
        submissionKey={reply?.sentKey ?? submissionKey}
        reply={reply}
        typed={reply?.typed ?? {}}
      />
    </>
  );
}
