import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { moveReturn } from "~/domain/flows/move-return.server";
import { buyerReturnForm } from "~/domain/returns/forms";
import { findReturn } from "~/domain/returns/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { BuyerReturnMoves } from "~/ui/returns/buyer-return-moves";
import { ReturnCase } from "~/ui/returns/return-case";
import { useLanguage, useT } from "~/ui/site";
import { acting, checkoutOf } from "~/web/link-key.server";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.request.code ?? "";
  return privateMeta(matches, siteOf(matches).t("returns.requestTitle", { code }));
};

export async function loader(args: LoaderFunctionArgs) {
  const { code, key } = await acting(checkoutOf(args));
  const request = await findReturn(args.params["returnCode"] ?? "", { checkoutCode: code });
  if (!request) throw notFound();
  return { link: { code, key }, request };
}

export async function action(args: ActionFunctionArgs) {
  const { code: checkoutCode, key } = await acting(checkoutOf(args));
  const code = args.params["returnCode"] ?? "";
  const read = await readForm(args.request, buyerReturnForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const actor = await currentActor(args);
  const mover = { by: "buyer", checkoutCode } as const;
  const moved = await moveReturn({ actor, mover, code, ...read.value });
  if (!moved.ok && moved.code === "return_not_found") throw notFound();
  if (!moved.ok) return data<MutationReply>(failureReply(moved, read.submission), { status: 409 });
  const target = { code: checkoutCode, key, request: code };
  return redirect(paths.buyerReturn(languageOf(args, null), target), 303);
}

export default function BuyerReturnPage() {
  const { link, request } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink
        href={paths.order(language, link.code, link.key)}
        text={t("orders.orderTitle", { code: link.code })}
      />
      <h1 className="num text-3xl">{t("returns.requestTitle", { code: request.code })}</h1>
      <p className="mt-1">{request.householdName}</p>
      <ReturnCase request={request} />
      <BuyerReturnMoves
        request={request}
        action={paths.buyerReturn(language, { ...link, request: request.code })}
        reply={reply}
      />
    </div>
  );
}
