import { CONTRACT_TABS, type ContractTab } from "~/domain/contracts/contract-status";
import type { ContractSummary } from "~/domain/contracts/types";
import { formatVnd } from "~/platform/money";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import { ContractStatusMark } from "./contract-status-mark";

/** Contracts one a row: with whom, how much, how it stands and by when. */
export function ContractList(props: {
  contracts: readonly (ContractSummary & { href: string })[];
  /** Who stands in the row: the other side, or both for those who look on. */
  shows: "buyer" | "household" | "both";
}) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const partiesOf = ({ householdName, buyerName }: ContractSummary) =>
    ({ buyer: [buyerName], household: [householdName], both: [householdName, buyerName] })[
      props.shows
    ];
  return (
    <ul className="mt-4 border-t border-line">
      {props.contracts.map((contract) => (
        <li key={contract.code} className="border-b border-line">
          <a
            href={contract.href}
            className="block min-h-12 py-3 text-ink no-underline hover:underline"
          >
            <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <strong>{mark(partiesOf(contract).join(" · "), "vi")}</strong>
              <ContractStatusMark status={contract.status} />
            </span>
            <span className="num block text-sm text-soft">
              {contract.code}
              {contract.itemsVnd === null ? null : ` · ${formatVnd(contract.itemsVnd, language)}`}
              {contract.clockAt === null
                ? null
                : ` · ${t("contracts.deadline", { time: formatInstant(contract.clockAt) })}`}
              {contract.isSample ? ` · ${t("contracts.sample")}` : null}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The lists of a desk as links; the department's work is not what waits. */
export function contractTabs(
  t: Translate,
  of: {
    desk: "household" | "department";
    current: ContractTab;
    hrefOf: (tab: ContractTab) => string;
  },
): { href: string; text: string; isCurrent: boolean }[] {
  return CONTRACT_TABS.map((tab) => ({
    href: of.hrefOf(tab),
    text:
      of.desk === "department" && tab === "waiting"
        ? t("contracts.tabWithHousehold")
        : t(`contracts.tab_${tab}`),
    isCurrent: tab === of.current,
  }));
}
