import type { ContractView } from "~/domain/contracts/types";
import { useT } from "~/ui/site";
import { ContractConfirmations, ContractDocument } from "./contract-document";

/** The document on a page of more: to read, to print and to take away. */
export function ContractDocumentSection(props: {
  contract: ContractView;
  printHref: string | null;
  textHref: string | null;
  /** Who is to confirm reads it without another press. */
  isOpen: boolean;
}) {
  const t = useT();
  const { version } = props.contract;
  if (!version) return null;
  return (
    <section className="mt-6" aria-labelledby="document">
      <h2 id="document" className="text-xl">
        {t("contracts.document")}
      </h2>
      <ContractConfirmations version={version} />
      <details open={props.isOpen} className="mt-1">
        <summary className="min-h-12 cursor-pointer py-3 font-semibold">
          {t("contracts.documentRead")}
        </summary>
        <ContractDocument version={version} />
      </details>
      {props.printHref === null || props.textHref === null ? null : (
        <p className="mt-3 flex flex-wrap gap-3">
          <a className="button button-quiet" href={props.printHref}>
            {t("contracts.print")}
          </a>
          <a className="button button-quiet" href={props.textHref} download>
            {t("contracts.download")}
          </a>
        </p>
      )}
    </section>
  );
}
