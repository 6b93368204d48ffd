import type { PayeeTakenBack } from "~/domain/settlement/types-disbursements";
import { CallDepartment } from "~/ui/households/call-department";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/** That a code is void, and what became of the phone and the account for payouts; both as the address says it. */
export function EntryRefused({ phone, account }: { phone: string | null; account: string | null }) {
  const t = useT();
  const outcome = phone === "back" || phone === "taken" ? phone : null;
  return (
    <Notice tone="good" title={t("entry.refuseDone")}>
      {outcome === null ? null : (
        <p>
          {t(`entry.undone_${outcome}`)} {t(`entry.undoneText_${outcome}`)}
        </p>
      )}
      <AccountOutcome account={account} />
    </Notice>
  );
}

/** To who has just been signed out by their own no: what was done, and the way back in. `phone`: as the address says it. */
export function SignedOutByRefusal(props: {
  account: string | null;
  phone: string | null;
  hasCodes: boolean;
}) {
  const t = useT();
  const way = props.phone === "taken" ? "Call" : props.hasCodes ? "Phone" : "Code";
  return (
    <Notice tone="good" title={t("entry.outTitle")}>
      <p>{t("entry.outText")}</p>
      <AccountOutcome account={props.account} />
      <p>{t(`entry.backBy${way}`)}</p>
      <CallDepartment />
    </Notice>
  );
}

/** To an officer: that the number before a change is back, or was already; `phone` and `account` as the address says it. */
export function PhoneUndone({ phone, account }: { phone: string | null; account: string | null }) {
  const t = useT();
  if (phone !== "back") return <Notice tone="good" title={t("entry.undone_again")} />;
  return (
    <Notice tone="good" title={t("entry.undone_back")}>
      <p>{t("entry.undoneText_back")}</p>
      <AccountOutcome account={account} />
      {account === "removed" ? null : <p>{t("entry.askAccountNow")}</p>}
    </Notice>
  );
}

const TOLD: readonly string[] = ["restored", "removed"] satisfies PayeeTakenBack[];
const isTold = (account: string | null): account is "restored" | "removed" =>
  account !== null && TOLD.includes(account);

function AccountOutcome({ account }: { account: string | null }) {
  const t = useT();
  return isTold(account) ? <p>{t(`entry.account_${account}`)}</p> : null;
}
