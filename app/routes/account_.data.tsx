import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { exportPerson } from "~/domain/buyers/queries-export.server";
import { listTerms } from "~/domain/compliance/queries-terms.server";
import { checkoutKey } from "~/domain/identity/checkout-key.server";
import { now } from "~/platform/clock.server";
import { HOUR_MS, localDateOf } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { AccountPage } from "~/ui/buyers/account-page";
import { OwnDataSections } from "~/ui/buyers/own-data";
import { OwnDataTerms } from "~/ui/compliance/own-data-terms";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { tooManyRequests } from "~/web/http-errors";
import { paths } from "~/web/paths";

// All of a person is read anew each time.
const perPerson = createRateLimit({ limit: 60, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("account.data"));

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const waitMs = perPerson.take(user.id);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const found = await exportPerson(user.id);
  const keys = Object.fromEntries(found.purchases.map(({ code }) => [code, checkoutKey(code)]));
  const terms = await listTerms(localDateOf(now()));
  return { found, keys, terms: terms.filter(({ kind }) => kind.startsWith("data_")) };
}

export default function OwnDataPage() {
  const { found, keys, terms } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <AccountPage title={t("account.data")}>
      <p className="mt-2 text-soft">{t("account.dataText")}</p>
      <p className="mt-4">
        <a className="button button-main w-full" href={paths.ownDataJson()} download>
          {t("account.dataDownload")}
        </a>
      </p>
      <p className="mt-2 text-sm text-soft">{t("account.dataDownloadText")}</p>
      <OwnDataSections data={found} keys={keys} />
      <p className="mt-6 text-soft">{t("account.dataGuest")}</p>
      <OwnDataTerms terms={terms} />
      <p className="mt-6 border-t border-line pt-6">
        <a className="button button-danger w-full" href={paths.deletion()}>
          {t("account.delete")}
        </a>
      </p>
    </AccountPage>
  );
}
