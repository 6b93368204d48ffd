import { CONTRACT_PARTIES } from "~/domain/contracts/contract-parties";
import { textLineKind } from "~/domain/contracts/contract-text";
import type { ContractVersionView } from "~/domain/contracts/types";
import { formatInstant } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";

const LINE_CLASSES = {
  title: "block text-center font-semibold",
  heading: "block font-semibold",
  plain: "block",
} as const;

/** The text itself, whether it still is what was confirmed, and by whom, when and how. */
export function ContractDocument({ version }: { version: ContractVersionView }) {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      {language === "vi" ? null : (
        <p className="no-print mt-2 text-soft">{t("contracts.documentVietnamese")}</p>
      )}
      <div
        lang="vi"
        className="card mt-3 px-5 py-4 whitespace-pre-wrap print:border-0 print:p-0 print:text-[10pt]"
      >
        {version.text.split("\n").map((line, i) => (
          // The line's end is part of it, so that what is copied from here is the text.
          <span key={i} className={LINE_CLASSES[textLineKind(line, i)]}>
            {`${line}\n`}
          </span>
        ))}
      </div>
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
      <Confirmations version={version} />
    </>
  );
}

function Confirmations({ version }: { version: ContractVersionView }) {
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
