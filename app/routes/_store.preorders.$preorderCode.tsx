import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { withdrawPreorder } from "~/domain/flows/withdraw-preorder.server";
import { checkoutKey } from "~/domain/identity/checkout-key.server";
import { readingKey } from "~/domain/identity/link-key.server";
import { linkPhone } from "~/domain/notices/buyer-reach.server";
import { findPreorder } from "~/domain/preorders/queries.server";
import { PurchaseData } from "~/ui/buyers/purchase-data";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PreorderDetails } from "~/ui/preorders/preorder-details";
import { ReadingOnly } from "~/ui/orders/reading-only";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText, isMessageKey } from "~/web/i18n";
import { acting, preorderOf, readingOf } from "~/web/link-key.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.preorder.code ?? "";
  return privateMeta(matches, siteOf(matches).t("preorders.pageTitle", { code }));
};

export const headers: HeadersFunction = () => ({
  "Referrer-Policy": "same-origin",
  "Cache-Control": "private, no-store",
});

export async function loader(args: LoaderFunctionArgs) {
  const opened = await preorderOf(args);
  const { code, key, mayAct, isBuyerGone } = opened;
  const preorder = await findPreorder(code);
  if (!preorder) throw notFound();
  const { checkoutCode } = preorder;
  const language = languageOf(args, null);
  const query = new URL(args.request.url).searchParams;
  return {
    link: { key, mayAct, isBuyerGone },
    reading: readingOf(args, opened, linkPhone(preorder.buyerPhone)),
    preorder,
    orderHref:
      checkoutCode &&
      paths.order(
        language,
        checkoutCode,
        mayAct ? checkoutKey(checkoutCode) : readingKey("order", checkoutCode),
      ),
    done: query.get("done"),
  };
}

/** Gives the place up. */
export async function action(args: ActionFunctionArgs) {
  const { code, key } = await acting(preorderOf(args));
  const withdrawn = await withdrawPreorder(await currentActor(args), code);
  if (!withdrawn.ok && withdrawn.code === "preorder_not_found") throw notFound();
  const done = withdrawn.ok ? "withdrawn" : withdrawn.code;
  return redirect(paths.preorder(languageOf(args, null), { code, key, done }), 303);
}

export default function PreorderPage() {
  const { link, reading, preorder, orderHref, done } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const { code } = preorder;
  const { key, mayAct } = link;
  // The address is kept: what it says was done is shown while it still stands so.
  const stands = done === "joined" ? preorder.status === "waiting" : done === preorder.status;
  const doneKey = `preorders.done_${stands ? done : ""}`;
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="num mt-4 text-3xl">{t("preorders.pageTitle", { code })}</h1>
      {isMessageKey(doneKey) ? <Notice tone="good" title={t(doneKey)} /> : null}
      {done === "move_not_allowed" ? <Refusal title={errorText(t, done)} /> : null}
      <ReadingOnly reading={reading} />
      <PreorderDetails preorder={preorder} orderHref={orderHref} />
      {mayAct && preorder.status === "waiting" ? (
        <details className="mt-6 border-t border-line">
          <summary className="min-h-12 cursor-pointer py-3 font-semibold">
            {t("preorders.withdraw")}
          </summary>
          <p className="mb-3">{t("preorders.withdrawText")}</p>
          <form method="post" action={paths.preorder(language, { code, key })}>
            <button className="button button-danger w-full">{t("preorders.withdraw")}</button>
          </form>
        </details>
      ) : null}
      {mayAct ? <PurchaseData code={code} href={paths.preorderData(code, key)} /> : null}
    </div>
  );
}
