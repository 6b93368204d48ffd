import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listWishes } from "~/domain/buyers/queries-wishes.server";
import { removeWish } from "~/domain/buyers/remove-wish.server";
import { findProduct } from "~/domain/catalog/queries-product.server";
import { inTransaction } from "~/platform/db.server";
import { AccountOutcome, AccountPage } from "~/ui/buyers/account-page";
import { WishList } from "~/ui/buyers/wish-list";
import { SaveForm } from "~/ui/catalog/save-form";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useMark } from "~/ui/in-language";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { readFormData, textsOf } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("account.wishes"));

/** With `?product=` it asks whether to save that one: who was a guest when they pressed the button comes here. */
export async function loader(args: LoaderFunctionArgs) {
  const { user, language } = await requirePermission(args, "account.open");
  const query = new URL(args.request.url).searchParams;
  const wishes = await listWishes(user.id, language);
  const slug = query.get("product");
  const asked = slug === null ? null : await findProduct(slug, language);
  const isSaved = wishes.some((wish) => wish.productId === asked?.id);
  return {
    wishes,
    asked:
      asked && !isSaved
        ? { slug: asked.slug, name: asked.name, nameLanguage: asked.nameLanguage }
        : null,
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

/** Takes one off the list. */
export async function action(args: ActionFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const { remove: productId = "" } = textsOf(await readFormData(args.request));
  await inTransaction((tx) => removeWish(tx, { userId: user.id, productId }));
  return redirect(paths.wishes({ done: "wishRemoved" }), 303);
}

export default function WishesPage() {
  const { wishes, asked, done, problem } = useLoaderData<typeof loader>();
  const t = useT();
  const mark = useMark();
  const language = useLanguage();
  return (
    <AccountPage title={t("account.wishes")}>
      <AccountOutcome done={done} problem={problem} />
      {asked ? (
        <Notice tone="plain" title={t("account.wishAsk")}>
          <p className="text-lg">{mark(asked.name, asked.nameLanguage)}</p>
          <SaveForm slug={asked.slug} tone="button-main" />
        </Notice>
      ) : null}
      {wishes.length === 0 ? (
        <EmptyState title={t("account.wishesNone")}>
          <a className="button button-main" href={paths.products(language)}>
            {t("common.seeProducts")}
          </a>
        </EmptyState>
      ) : null}
      <p className="mt-2 text-soft">{t("account.wishesText")}</p>
      <WishList wishes={wishes} />
    </AccountPage>
  );
}
