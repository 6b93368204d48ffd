import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ADDRESSES_MAX } from "~/domain/buyers/book-sizes";
import { listAddresses } from "~/domain/buyers/queries.server";
import { newId } from "~/platform/ids";
import { AccountOutcome, AccountPage } from "~/ui/buyers/account-page";
import { AddressList } from "~/ui/buyers/address-list";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("account.addressBook"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const query = new URL(args.request.url).searchParams;
  return {
    addresses: await listAddresses(user.id),
    newAddressId: newId("adr"),
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

export default function AddressesPage() {
  const { addresses, newAddressId, done, problem } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <AccountPage title={t("account.addressBook")}>
      <p className="mt-2 text-soft">{t("account.addressesText", { max: ADDRESSES_MAX })}</p>
      <AccountOutcome done={done} problem={problem} />
      <AddressList addresses={addresses} />
      {addresses.length < ADDRESSES_MAX ? (
        <p className="mt-4">
          <a className="button button-main w-full" href={paths.address(newAddressId)}>
            {t("account.addAddress")}
          </a>
        </p>
      ) : null}
    </AccountPage>
  );
}
