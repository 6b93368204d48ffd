import type { ChainCheck } from "~/domain/statistics/types-periods";
import { formatMonth } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { editionName } from "./edition-name";

/** What a check of all editions came to, and the hash that names them all. */
export function ChainProof({ result }: { result: ChainCheck }) {
  const t = useT();
  const { editionCount, endHash, faulty } = result;
  return (
    <>
      {faulty.length === 0 ? (
        <Notice tone="good" title={t("periods.chainGood", { count: editionCount })} />
      ) : (
        <Notice tone="attention" title={t("periods.chainBad", { count: faulty.length })}>
          <ul className="list-disc pl-5">
            {faulty.map(({ month, edition, faults }) => (
              <li key={`${month} ${edition}`}>
                <a className="underline" href={paths.edition(month, edition)}>
                  {t("periods.editionTitle", {
                    edition: editionName(t, edition),
                    month: formatMonth(month),
                  })}
                </a>{" "}
                {faults.map((fault) => t(`periods.fault_${fault}`)).join(" ")}
              </li>
            ))}
          </ul>
          <p className="mt-2">{t("periods.checkWayOn")}</p>
        </Notice>
      )}
      <dl className="mt-6">
        <dt className="text-sm text-soft">{t("periods.chainEnd")}</dt>
        <dd>
          <code className="break-all">{endHash}</code>
        </dd>
      </dl>
      <p className="mt-2 max-w-prose text-sm text-soft">{t("periods.chainEndText")}</p>
    </>
  );
}
