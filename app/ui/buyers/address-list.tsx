import type { Address } from "~/domain/buyers/types";
import { formatPhone } from "~/domain/identity/phone";
import { useMark } from "~/ui/in-language";
import { StatusMark } from "~/ui/households/icon";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The address book, each with what may be done about it. */
export function AddressList({ addresses }: { addresses: readonly Address[] }) {
  const t = useT();
  if (addresses.length === 0) return <p className="mt-4 text-lg">{t("account.addressesNone")}</p>;
  return (
    <ul className="mt-4">
      {addresses.map((address, i) => (
        <AddressItem key={address.id} address={address} isFirst={i === 0} />
      ))}
    </ul>
  );
}

function AddressItem({ address, isFirst }: { address: Address; isFirst: boolean }) {
  const t = useT();
  const mark = useMark();
  const { id, addressLine, placeName } = address;
  const name = mark(addressLine, "vi");
  return (
    <li className="border-t border-line py-4">
      <p className="text-lg font-semibold">
        {mark(address.fullName, "vi")}{" "}
        <span className="num font-normal">{formatPhone(address.phone)}</span>
      </p>
      <p>{mark(`${addressLine}, ${placeName}`, "vi")}</p>
      {address.isPlaceKnown ? null : (
        <p className="font-medium text-persimmon">{t("account.placeChanged")}</p>
      )}
      {isFirst ? (
        <p className="mt-1">
          <StatusMark icon="check" tone="leaf" text={t("account.addressFirst")} />
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-2">
        <a className="button button-quiet" href={paths.address(id)}>
          <span aria-hidden="true">{t("account.edit")}</span>
          <span className="sr-only">{t("account.editNamed", { name })}</span>
        </a>
        {isFirst ? null : (
          <form method="post" action={paths.addressChoice(id)}>
            <button className="button button-quiet">
              <span aria-hidden="true">{t("account.makeFirst")}</span>
              <span className="sr-only">{t("account.makeFirstNamed", { name })}</span>
            </button>
          </form>
        )}
        <details>
          <summary className="min-h-12 cursor-pointer py-3 font-semibold text-persimmon">
            <span aria-hidden="true">{t("account.remove")}</span>
            <span className="sr-only">{t("account.removeNamed", { name })}</span>
          </summary>
          <form method="post" action={paths.addressRemoval(id)}>
            <button className="button button-danger">{t("account.removeSure")}</button>
          </form>
        </details>
      </div>
    </li>
  );
}
