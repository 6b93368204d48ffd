import type { ClaimPage } from "~/domain/payments/types-claim";
import { StatusFilter } from "~/ui/department/status-filter";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { MoneyNav } from "~/ui/settlement/money-nav";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { DeskClaim } from "./desk-claim";

/** The department's page of claims; `answering` is the one whose answer came back with a fault. */
export function DeskClaims(props: {
  isOpen: boolean;
  list: ClaimPage;
  isAnswered?: boolean;
  answering?: { claimId: string; reply: MutationReply };
}) {
  const t = useT();
  const { isOpen, list, answering } = props;
  const options = [true, false].map((open) => ({
    href: paths.transferClaims({ show: open ? "" : "done" }),
    text: t(open ? "claims.tab_open" : "claims.tab_done"),
    isCurrent: open === isOpen,
  }));
  return (
    <>
      <MoneyNav current="claims" />
      <h1 className="text-3xl">{t("claims.deskTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("claims.deskLead")}</p>
      {props.isAnswered === true ? <Notice tone="good" title={t("claims.done")} /> : null}
      <StatusFilter options={options} />
      {list.claims.length === 0 ? (
        <EmptyState title={t(isOpen ? "claims.deskEmpty_open" : "claims.deskEmpty_done")} />
      ) : (
        <>
          <p className="num mt-4 mb-3 text-soft">{t("claims.count", { count: list.claimCount })}</p>
          <ul>
            {list.claims.map((claim) => (
              <DeskClaim
                key={claim.id}
                claim={claim}
                {...(claim.id === answering?.claimId ? { reply: answering.reply } : {})}
              />
            ))}
          </ul>
        </>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.transferClaims({ show: isOpen ? "" : "done", page })}
      />
    </>
  );
}
