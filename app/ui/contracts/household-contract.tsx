import type { ContractView } from "~/domain/contracts/types";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { ContractCase } from "./contract-case";
import { ContractDocumentSection } from "./contract-document-section";
import { ContractDone } from "./contract-done";
import { ContractSignatures } from "./contract-signatures";
import { ContractOrders, ContractThread } from "./contract-thread";
import { HouseholdContractMoves } from "./household-contract-moves";

/** A contract as its household sees it. */
export function HouseholdContract(props: {
  contract: ContractView;
  done: string | null;
  reply: MutationReply | undefined;
  /** Of the form for a signature. */
  signing: MutationReply | undefined;
}) {
  const t = useT();
  const { query } = useDesk();
  const { contract } = props;
  const { code } = contract;
  return (
    <>
      <BackLink href={paths.householdContracts(query)} text={t("contracts.title")} />
      <h1 className="num text-3xl">{t("contracts.contractTitle", { code })}</h1>
      <ContractDone done={props.done} status={contract.status} />
      <ContractCase contract={contract} />
      <HouseholdContractMoves contract={contract} reply={props.reply} />
      <ContractOrders
        contract={contract}
        // Before it is paid the household has no page of it.
        hrefOf={({ orderCode, status }) =>
          status === "awaiting_payment" || status === "expired"
            ? null
            : paths.householdOrder(orderCode)
        }
      />
      <ContractDocumentSection
        contract={contract}
        printHref={paths.householdContractPrint(code)}
        textHref={paths.householdContractFile(code, "text.txt")}
        isOpen={false}
      />
      <ContractSignatures
        contract={contract}
        party="household"
        action={paths.householdSignature(code)}
        hrefOf={(party) => paths.householdContractFile(code, `${party}.p7s`)}
        reply={props.signing}
      />
      <ContractThread contract={contract} />
    </>
  );
}
