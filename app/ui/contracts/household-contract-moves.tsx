import type { ContractView } from "~/domain/contracts/types";
import { MoveForm } from "~/ui/move-form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { EndForm } from "./buyer-contract-moves";

/** What the household may do: offer, place a delivery, say no, or end what binds. */
export function HouseholdContractMoves(props: {
  contract: ContractView;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { contract, reply } = props;
  const { code, status } = contract;
  const move = { action: paths.householdContract(code), reply };
  const isOpen = status === "requested" || status === "offered";
  return (
    <section className="mt-6">
      {isOpen ? (
        <a
          className={`button w-full ${status === "requested" ? "button-main" : "button-quiet"}`}
          href={paths.contractOffer(code)}
        >
          {status === "requested" ? t("contracts.offer") : t("contracts.offerAgain")}
        </a>
      ) : null}
      {status === "concluded" ? (
        <a className="button button-main w-full" href={paths.contractDelivery(code)}>
          {t("contracts.delivery")}
        </a>
      ) : null}
      {isOpen ? (
        <MoveForm
          {...move}
          to="declined"
          tone="danger"
          text={t("contracts.declineText")}
          noteLabel={t("contracts.declineNote")}
          isNoteOptional={false}
          button={t("contracts.decline")}
        />
      ) : null}
      {status === "concluded" ? <EndForm {...move} /> : null}
    </section>
  );
}
