import type { Address } from "~/domain/buyers/types";
import { formatPhone } from "~/domain/identity/phone";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/**
 * A member's address book at the checkout: each address is a button that sends the form and brings it back filled
 * (`useAddress`), so it works without a script.
 */
export function AddressButtons({ addresses }: { addresses: readonly Address[] }) {
  const t = useT();
  const mark = useMark();
  if (addresses.length === 0) return null;
  return (
    <details className="my-3 border-y border-line" open={addresses.length > 1 || undefined}>
      <summary className="min-h-12 cursor-pointer py-3 font-semibold">
        {t("account.fromAddressBook", { count: addresses.length })}
      </summary>
      <ul className="mb-3 grid gap-2">
        {addresses.map((address) => (
          <li key={address.id}>
            <button
              name="useAddress"
              value={address.id}
              className="card block min-h-12 w-full cursor-pointer px-4 py-2 text-left"
            >
              <span className="block">
                <span className="font-medium">{mark(address.fullName, "vi")}</span>{" "}
                <span className="num">{formatPhone(address.phone)}</span>
              </span>
              <span className="block text-sm text-soft">
                {mark(`${address.addressLine}, ${address.placeName}`, "vi")}
              </span>
              {address.isPlaceKnown ? null : (
                <span className="block text-sm font-medium text-persimmon">
                  {t("account.placeChanged")}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <p className="mb-3">
        <a className="inline-flex min-h-12 items-center" href={paths.addresses()}>
          {t("account.addressBook")}
        </a>
      </p>
    </details>
  );
}
