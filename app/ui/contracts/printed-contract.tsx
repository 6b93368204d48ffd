import { CONTRACT_PARTIES } from "~/domain/contracts/contract-parties";
import type { ContractStatus } from "~/domain/contracts/contract-status";
import type { ContractVersionView } from "~/domain/contracts/types";
import { useT } from "~/ui/site";
import { ContractConfirmations, ContractDocument } from "./contract-document";

/** The contract on paper, with room for two signatures for those who want them. */
export function PrintedContract(props: {
  code: string;
  status: ContractStatus;
  version: ContractVersionView;
}) {
  const t = useT();
  const { code, status, version } = props;
  return (
    <article>
      <h1 className="no-print text-3xl">{t("contracts.contractTitle", { code })}</h1>
      <p className="mb-2 font-semibold">
        {t("contracts.contractTitle", { code })}: {t(`contracts.status_${status}`)}
      </p>
      <ContractDocument version={version} />
      <ContractConfirmations version={version} />
      <div className="mt-6 grid grid-cols-2 gap-8 break-inside-avoid text-center">
        {CONTRACT_PARTIES.map((party) => (
          <div key={party} className="min-h-40">
            <p className="font-semibold">
              {party === "household" ? t("contracts.seller") : t("contracts.buyer")}
            </p>
            <p className="text-sm text-soft">{t("contracts.signLine")}</p>
          </div>
        ))}
      </div>
    </article>
  );
}
