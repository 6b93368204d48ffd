import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAddresses } from "~/domain/buyers/queries.server";
import { findAccount } from "~/domain/identity/queries.server";
import { hasSms, openChannels } from "~/domain/notices/open-channels.server";
import { present } from "~/platform/invariant";
import { AccountLinks } from "~/ui/buyers/account-links";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { AccountFacts, LanguageForm } from "~/ui/identity/account-sections";
import { PasswordGone } from "~/ui/identity/password-gone";
import { StoreLayout } from "~/ui/layouts/store-layout";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { deskPathOf } from "~/web/desks";
import { requirePermission } from "~/web/guard.server";
import { paths, safeReturnPath } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("identity.accountTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const account = present(await findAccount(user.id), "a session belongs to a person");
  const query = new URL(args.request.url).searchParams;
  const saved = query.get("saved");
  const next = safeReturnPath(query.get("next"));
  const can = { hasEmail: openChannels().email !== undefined, hasCodes: hasSms() };
  return { account, addressCount: (await listAddresses(user.id)).length, can, saved, next };
}

export default function AccountPage() {
  const { account, addressCount, can, saved, next } = useLoaderData<typeof loader>();
  const t = useT();
  const desk = deskPathOf(account.role);
  return (
    <StoreLayout>
      <div className="mx-auto max-w-xl py-6">
        <h1 className="text-3xl">{t("identity.accountTitle")}</h1>
        {saved === "language" ? <Notice tone="good" title={t("identity.languageSaved")} /> : null}
        {saved === "code" ? <PasswordGone next={next} /> : null}
        {saved === "password" ? <Notice tone="good" title={t("account.passwordSaved")} /> : null}
        {saved === "phone" || saved === "phone-household" ? (
          <Notice tone="good" title={t("account.phoneSaved")}>
            {saved === "phone" ? null : <p>{t("account.phoneSavedHousehold")}</p>}
          </Notice>
        ) : null}
        <AccountFacts account={account} />
        {desk === paths.account() ? null : (
          <p className="my-6">
            <a className="button button-main w-full" href={desk}>
              {t("identity.openDesk")}
            </a>
          </p>
        )}
        <AccountLinks
          addressCount={addressCount}
          {...can}
          isOfficer={account.role === "department_officer"}
        />
        <LanguageForm language={account.language} />
        <form method="post" action={paths.signOut()} className="mt-8 border-t border-line pt-6">
          <button className="button button-quiet w-full">{t("common.signOut")}</button>
        </form>
      </div>
    </StoreLayout>
  );
}
