import { CONTRACT_PARTIES } from "~/domain/contracts/contract-parties";
import type { ContractVersionView } from "~/domain/contracts/types";
import { formatInstant } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { ContractText } from "./contract-text-block";

/** The text itself, and whether it still is what was confirmed. */
export function ContractDocument({ version }: { version: ContractVersionView }) {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      {language === "vi" ? null : (
        <p className="no-print mt-2 text-soft">{t("contracts.documentVietnamese")}</p>
      )}
      <ContractText text={version.text} />
      <p className="mt-3 text-sm break-all">
        {t("contracts.documentVersion", {
          number: version.number,
          time: formatInstant(version.offeredAt),
        })}
        . {t("contracts.documentHash")}: <code className="num">{version.textHash}</code>
      </p>
      {version.isIntact ? (
        <p className="text-sm text-leaf">{t("contracts.documentIntact")}</p>
      ) : (
        <Notice tone="attention" title={t("contracts.documentBroken")} />
      )}
    </>
  );
}

/** Who has confirmed it, when and how. */
export function ContractConfirmations({ version }: { version: ContractVersionView }) {
  const t = useT();
  return (
    <section className="mt-4 break-inside-avoid" aria-labelledby="confirmations">
      <h2 id="confirmations" className="text-xl">
        {t("contracts.confirmations")}
      </h2>
      <ul className="mt-1">
        {CONTRACT_PARTIES.map((party) => {
          const yes = version.confirmations.find((one) => one.party === party);
          return (
            <li key={party} className="py-1">
              {yes
                ? t(`contracts.confirmed_${party}`, {
                    name: yes.signerName,
                    time: formatInstant(yes.confirmedAt),
                    channel: t(`contracts.channel_${yes.channel}`),
                  })
                : t(`contracts.notConfirmed_${party}`)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
