import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listEntryCodes } from "~/domain/households/queries-entry-codes.server";
import { listPhoneChanges } from "~/domain/households/queries-phone-changes.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { EntryCodeList } from "~/ui/helpers/entry-code-list";
import { EntryRefused } from "~/ui/helpers/entry-refused";
import { PhoneChangeList } from "~/ui/helpers/phone-change-list";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("entry.householdTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "entry_code.refuse");
  const { id } = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const query = new URL(args.request.url).searchParams;
  return {
    deskHouseholdId: id,
    codes: await listEntryCodes(scope, id),
    changes: await listPhoneChanges(scope, id),
    isRefused: query.get("done") === "refused",
    account: query.get("account"),
  };
}

export default function HouseholdEntryCodesPage() {
  const { codes, changes, isRefused, account } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.householdDesk(query)} text={t("households.todayTitle")} />
      <h1 className="text-3xl">{t("entry.householdTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("entry.householdLead")}</p>
      {isRefused ? <EntryRefused phone={null} account={account} /> : null}
      <EntryCodeList
        codes={codes}
        refusalOf={({ id }) => (
          <a
            className="inline-flex min-h-12 items-center font-semibold underline"
            href={paths.entryCodeRefusal(id, query)}
          >
            {t("entry.refuse")}
          </a>
        )}
      />
      <PhoneChangeList changes={changes} />
    </>
  );
}
