import type { TaxChangeKind } from "~/domain/settlement/tax-changes";
import type { TaxChangeRow } from "~/domain/settlement/types-tax";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What the reader can do about a change that is not in force: agree, if somebody else proposed it, or take it back. */
export function TaxChangeMoves(props: {
  kind: TaxChangeKind;
  change: TaxChangeRow;
  /** Of the reader. */
  userId: string;
  /** What the buttons are about, for who hears them alone. */
  what: string;
}) {
  const t = useT();
  const { kind, change, what } = props;
  const isWaiting = change.state === "waiting";
  if (!isWaiting && change.state !== "coming") return null;
  const isOwn = change.enteredById === props.userId;
  return (
    <>
      {isWaiting && isOwn ? <p>{t("tax.ownProposal")}</p> : null}
      <div className="mt-2 flex flex-wrap gap-3">
        {isWaiting && !isOwn ? (
          <form method="post" action={paths.taxChangeAgreement(kind, change.id)}>
            <button className="button button-main" aria-label={t("tax.agreeNamed", { what })}>
              {t("tax.agree")}
            </button>
          </form>
        ) : null}
        <form method="post" action={paths.taxChangeWithdrawal(kind, change.id)}>
          <button className="button button-quiet" aria-label={t("tax.withdrawNamed", { what })}>
            {t("tax.withdraw")}
          </button>
        </form>
      </div>
    </>
  );
}
