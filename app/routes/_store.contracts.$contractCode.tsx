import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { buyerContractForm } from "~/domain/contracts/forms";
import { findContract } from "~/domain/contracts/queries.server";
import { acceptContract } from "~/domain/flows/accept-contract.server";
import { moveContract } from "~/domain/flows/move-contract.server";
import { checkoutKey } from "~/domain/identity/checkout-key.server";
import { readingKey } from "~/domain/identity/link-key.server";
import { ALL_ROWS } from "~/domain/identity/scope";
import { linkPhone } from "~/domain/notices/buyer-reach.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BuyerContract } from "~/ui/contracts/buyer-contract";
import { acting, contractOf, readingOf } from "~/web/link-key.server";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.contract.code ?? "";
  return privateMeta(matches, siteOf(matches).t("contracts.contractTitle", { code }));
};

export const headers: HeadersFunction = () => ({
  "Referrer-Policy": "same-origin",
  "Cache-Control": "private, no-store",
});

export async function loader(args: LoaderFunctionArgs) {
  const opened = await contractOf(args);
  const { key, code, mayAct, isBuyerGone } = opened;
  const contract = await findContract(code, ALL_ROWS);
  if (!contract) throw notFound();
  const language = languageOf(args, null);
  const orderLinks = Object.fromEntries(
    contract.orders.map(({ orderCode, checkoutCode }) => [
      orderCode,
      paths.order(
        language,
        checkoutCode,
        mayAct ? checkoutKey(checkoutCode) : readingKey("order", checkoutCode),
      ),
    ]),
  );
  const done = new URL(args.request.url).searchParams.get("done");
  const reading = readingOf(args, opened, linkPhone(contract.buyerPhone));
  return { link: { key, mayAct, isBuyerGone }, reading, contract, orderLinks, done };
}

export async function action(args: ActionFunctionArgs) {
  const { code, key } = await acting(contractOf(args));
  const read = await readForm(args.request, buyerContractForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const actor = await currentActor(args);
  const move = read.value;
  const done =
    move.to === "concluded"
      ? await acceptContract(actor, { code, ...move })
      : await moveContract({ actor, mover: { by: "buyer" }, code, ...move });
  if (!done.ok && done.code === "contract_not_found") throw notFound();
  if (!done.ok) return data<MutationReply>(failureReply(done, read.submission), { status: 409 });
  const word = move.to === "concluded" ? "concluded" : "moved";
  return redirect(paths.contract(languageOf(args, null), { code, key, done: word }), 303);
}

export default function BuyerContractPage() {
  const { link, reading, contract, orderLinks, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <BuyerContract
      contract={contract}
      link={link}
      reading={reading}
      orderLinks={orderLinks}
      done={done}
      reply={reply}
      signing={undefined}
    />
  );
}
