import { useForm } from "@conform-to/react";
import type { ContractView, ContractVersionView } from "~/domain/contracts/types";
import { MoveForm } from "~/ui/move-form";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { AgreementField } from "./agreement-field";

/** What the buyer may do: say yes, ask for a change, give up, or end what binds. */
export function BuyerContractMoves(props: {
  contract: ContractView;
  action: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { contract, action, reply } = props;
  const { status, version } = contract;
  const move = { action, reply } as const;
  return (
    <section className="mt-6">
      {status === "offered" && version ? (
        <>
          <AcceptForm {...props} version={version} />
          <MoveForm
            {...move}
            to="requested"
            tone="quiet"
            text={t("contracts.changeText")}
            noteLabel={t("contracts.changeNote")}
            isNoteOptional={false}
            button={t("contracts.change")}
          >
            <input type="hidden" name="textHash" value={version.textHash} />
          </MoveForm>
        </>
      ) : null}
      {status === "offered" || status === "requested" ? (
        <MoveForm
          {...move}
          to="withdrawn"
          tone="danger"
          text={t("contracts.withdrawText")}
          noteLabel={t("contracts.noteOptional")}
          isNoteOptional
          button={t("contracts.withdraw")}
        />
      ) : null}
      {status === "concluded" ? <EndForm {...move} /> : null}
    </section>
  );
}

/** Either side ends a contract in the same words. */
export function EndForm(props: { action: string; reply: MutationReply | undefined }) {
  const t = useT();
  return (
    <MoveForm
      {...props}
      to="ended"
      tone="danger"
      text={t("contracts.endText")}
      noteLabel={t("contracts.endNote")}
      isNoteOptional={false}
      button={t("contracts.end")}
    />
  );
}

function AcceptForm(props: {
  contract: ContractView;
  version: ContractVersionView;
  action: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { reply } = props;
  const isMine = reply?.submission?.initialValue?.["to"] === "concluded";
  const [form, fields] = useForm<Record<"signerName" | "agreed", string>>({
    id: "accept",
    lastResult: isMine ? (reply?.submission ?? null) : null,
    defaultValue: { signerName: props.contract.representative },
  });
  return (
    <form method="post" id={form.id} action={props.action} className="card my-4 px-5 py-4">
      <h2 className="text-xl">{t("contracts.acceptTitle")}</h2>
      {isMine ? <FormErrors form={form} failure={reply?.failure} /> : null}
      <input type="hidden" name="to" value="concluded" />
      <input type="hidden" name="textHash" value={props.version.textHash} />
      <p className="mt-1 max-w-prose">{t("contracts.acceptText")}</p>
      <TextField field={fields.signerName} label={t("contracts.signerName")} autoComplete="name" />
      <AgreementField field={fields.agreed} text={t("contracts.agreedBuyer")} />
      <button className="button button-main w-full">{t("contracts.accept")}</button>
    </form>
  );
}
