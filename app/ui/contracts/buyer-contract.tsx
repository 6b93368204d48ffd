import type { ContractView } from "~/domain/contracts/types";
import { PurchaseData } from "~/ui/buyers/purchase-data";
import { ReadingOnly, type Reading } from "~/ui/orders/reading-only";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { BuyerContractMoves } from "./buyer-contract-moves";
import { ContractCase } from "./contract-case";
import { ContractDocumentSection } from "./contract-document-section";
import { ContractDone } from "./contract-done";
import { ContractSignatures } from "./contract-signatures";
import { ContractOrders, ContractThread } from "./contract-thread";

/** A contract as its buyer sees it. */
export function BuyerContract(props: {
  contract: ContractView;
  /** Of the address; one that only shows has no moves. */
  link: { key: string; mayAct: boolean; isBuyerGone: boolean };
  reading: Reading | null;
  /** By the code of the order. */
  orderLinks: Readonly<Record<string, string>>;
  done: string | null;
  reply: MutationReply | undefined;
  /** Of the form for a signature. */
  signing: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const { contract } = props;
  const { mayAct } = props.link;
  const link = { code: contract.code, key: props.link.key };
  const fileOf = (file: string) => paths.contractFile({ ...link, file });
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="num mt-4 text-3xl">{t("contracts.contractTitle", { code: contract.code })}</h1>
      <ContractDone done={props.done} status={contract.status} />
      <ReadingOnly reading={props.reading} />
      {mayAct && contract.status === "requested" ? (
        <Notice tone="plain">
          <p>{t("contracts.keepLink")}</p>
        </Notice>
      ) : null}
      <ContractCase contract={contract} />
      <ContractOrders
        contract={contract}
        hrefOf={({ orderCode }) => props.orderLinks[orderCode] ?? null}
      />
      <ContractDocumentSection
        contract={contract}
        printHref={paths.contractPrint(language, link)}
        textHref={fileOf("text.txt")}
        isOpen={contract.status === "offered"}
      />
      {mayAct ? (
        <BuyerContractMoves
          contract={contract}
          action={paths.contract(language, link)}
          reply={props.reply}
        />
      ) : null}
      {mayAct ? (
        <ContractSignatures
          contract={contract}
          party="buyer"
          action={paths.contractSignature(language, link)}
          hrefOf={(party) => fileOf(`${party}.p7s`)}
          reply={props.signing}
        />
      ) : null}
      <ContractThread contract={contract} />
      {mayAct ? <PurchaseData code={contract.code} href={fileOf("data.json")} /> : null}
    </div>
  );
}
