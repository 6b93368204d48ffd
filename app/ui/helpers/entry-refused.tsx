import type { PayeeTakenBack } from "~/domain/settlement/types-disbursements";
import { CallDepartment } from "~/ui/households/call-department";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/** That a code is void, and what became of the account for payouts; `account`: as the address says it. */
export function EntryRefused({ account }: { account: string | null }) {
  const t = useT();
  return (
    <Notice tone="good" title={t("entry.refuseDone")}>
      <AccountOutcome account={account} />
    </Notice>
  );
}

/** To who has just been signed out by their own no: what was done, and the way back in. */
export function SignedOutByRefusal(props: { account: string | null; hasCodes: boolean }) {
  const t = useT();
  return (
    <Notice tone="good" title={t("entry.outTitle")}>
      <p>{t("entry.outText")}</p>
      <AccountOutcome account={props.account} />
      <p>{t(props.hasCodes ? "entry.backByPhone" : "entry.backByCode")}</p>
      <CallDepartment />
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
