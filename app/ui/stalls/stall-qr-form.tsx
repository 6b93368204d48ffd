import type { StallAccountStop } from "~/domain/settlement/stall-account";
import type { HouseholdAccount } from "~/domain/settlement/types-payouts";
import { Icon } from "~/ui/households/icon";
import { useDesk } from "~/ui/households/use-desk";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";

/** The way to a QR for one sale and to the one for the wall; or why there is none, and what to do about it. */
export function StallQrForm(props: {
  account: HouseholdAccount | null;
  stop: StallAccountStop | null;
}) {
  const t = useT();
  const { query } = useDesk();
  const { account, stop } = props;
  return (
    <section className="mt-6" aria-labelledby="stall-qr">
      <h2 id="stall-qr" className="flex items-center gap-3 text-xl">
        <Icon name="qr" />
        {t("stalls.qrTitle")}
      </h2>
      {stop !== null || account === null ? (
        <>
          <p className="mt-2 max-w-prose">{errorText(t, stop ?? "stall_account_missing")}</p>
          {stop === "stall_account_waits" && account ? (
            <p className="font-semibold">
              {t("stalls.qrFrom")} <LocalTime instant={account.usableAt} />
            </p>
          ) : null}
          <p className="mt-3">
            <a className="button button-quiet w-full" href={paths.payoutAccount(query)}>
              {t("payouts.accountTitle")}
            </a>
          </p>
        </>
      ) : (
        <>
          <p className="mt-2 max-w-prose">
            {t("stalls.qrLead", { bank: account.bankName, ending: account.accountEnding })}
          </p>
          <StallQrAmount />
          <p className="mt-2">
            <a className="inline-flex min-h-12 items-center" href={paths.stallSheet(query)}>
              {t("stalls.sheetLink")}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

/** Asks what the QR is to ask for; `refused` with what was typed before, and what is wrong with it. */
export function StallQrAmount({ refused }: { refused?: { typed: string; code: string } }) {
  const t = useT();
  const { query } = useDesk();
  return (
    <form method="get" action={paths.stallQr()} className="mt-3">
      {query.household ? <input type="hidden" name="household" value={query.household} /> : null}
      <label htmlFor="qr-amount" className="font-semibold">
        {t("stalls.qrAmount")}
      </label>
      {refused ? (
        <p id="qr-amount-problem" role="alert" className="font-medium text-persimmon">
          {errorText(t, refused.code)}
        </p>
      ) : null}
      <input
        id="qr-amount"
        name="amountVnd"
        inputMode="numeric"
        required
        maxLength={20}
        defaultValue={refused?.typed}
        aria-invalid={refused ? true : undefined}
        aria-describedby={refused ? "qr-amount-problem" : undefined}
      />
      <button className="button button-main mt-3 w-full">
        <Icon name="qr" />
        {t("stalls.qrShow")}
      </button>
    </form>
  );
}
