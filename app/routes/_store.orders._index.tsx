import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findContractByPhone } from "~/domain/contracts/queries-buyer.server";
import { listBuyersContracts } from "~/domain/contracts/queries-lists.server";
import { linkKey } from "~/domain/identity/link-key.server";
import { orderLookupForm } from "~/domain/orders/forms";
import { findOrderByPhone, listBought } from "~/domain/payments/queries-buyer.server";
import { findPreorderByPhone, listBuyersPreorders } from "~/domain/preorders/queries.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PreorderList } from "~/ui/preorders/preorder-list";
import { ContractList } from "~/ui/contracts/contract-list";
import { readPage } from "~/ui/department/page-number";
import { BoughtList } from "~/ui/orders/bought-list";
import { OrderLookupForm } from "~/ui/orders/order-lookup-form";
import { useT } from "~/ui/site";
import { currentUser, languageOf } from "~/web/guard.server";
import { tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

// Guessing has to stay slow: a code has six random symbols, a phone number is often known.
const perNetwork = createRateLimit({ limit: 30, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("orders.lookupTitle"));

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

/** Where a lost link is found again; whoever is signed in sees what they bought. */
export async function loader(args: LoaderFunctionArgs) {
  const user = await currentUser(args);
  const page = readPage(new URL(args.request.url).searchParams);
  if (!user) return { bought: null, contracts: [], preorders: [] };
  const language = languageOf(args, null);
  const contracts = (await listBuyersContracts(user.id)).map((contract) => {
    const { code } = contract;
    return {
      ...contract,
      href: paths.contract(language, { code, key: linkKey("contract", code) }),
    };
  });
  const preorders = (await listBuyersPreorders(user.id)).map((one) => {
    const { code } = one;
    return { ...one, href: paths.preorder(language, { code, key: linkKey("preorder", code) }) };
  });
  return { bought: await listBought(user.id, page), contracts, preorders };
}

export async function action(args: ActionFunctionArgs) {
  const waitMs = perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const read = await readForm(args.request, orderLookupForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { code, phone } = read.value;
  const language = languageOf(args, null);
  const found = await findOrderByPhone(code, phone);
  if (found) return redirect(paths.order(language, found.code, found.key), 303);
  const contract = await findContractByPhone(code, phone);
  if (contract) return redirect(paths.contract(language, contract), 303);
  const preorder = await findPreorderByPhone(code, phone);
  if (preorder) return redirect(paths.preorder(language, preorder), 303);
  const unknown = { ok: false, code: "order_unknown" } as const;
  return data<MutationReply>(failureReply(unknown, read.submission), { status: 404 });
}

export default function OrdersPage() {
  const { bought, contracts, preorders } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="mt-4 text-3xl">{t("orders.lookupTitle")}</h1>
      {bought ? <BoughtList bought={bought} /> : null}
      {contracts.length === 0 ? null : (
        <section className="mb-8" aria-labelledby="contracts">
          <h2 id="contracts" className="text-xl">
            {t("contracts.ownTitle")}
          </h2>
          <ContractList contracts={contracts} shows="household" />
        </section>
      )}
      <PreorderList preorders={preorders} />
      <p className="mt-4 max-w-prose text-soft">{t("orders.lookupText")}</p>
      <OrderLookupForm reply={reply} />
    </div>
  );
}
