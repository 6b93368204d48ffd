import { useForm } from "@conform-to/react";
import type { ContractParty } from "~/domain/contracts/contract-parties";
import type { ContractView } from "~/domain/contracts/types";
import { FileField } from "~/ui/primitives/file-field";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** The place for digital signatures over the text: those that are there, and the reader's own if it is missing. */
export function ContractSignatures(props: {
  contract: ContractView;
  /** The reader's side. */
  party: ContractParty;
  action: string;
  hrefOf: (party: ContractParty) => string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { contract, party, reply } = props;
  const [form, fields] = useForm<Record<"signature", string>>({
    id: "sign",
    lastResult: reply?.submission ?? null,
  });
  const isBinding = ["concluded", "fulfilled", "ended"].includes(contract.status);
  if (!contract.version || !isBinding) return null;
  const { signedBy } = contract.version;
  return (
    <section className="mt-6" aria-labelledby="signatures">
      <h2 id="signatures" className="text-xl">
        {t("contracts.signatures")}
      </h2>
      <p className="mt-1 max-w-prose text-soft">{t("contracts.signaturesText")}</p>
      <ul>
        {signedBy.map((one) => (
          <li key={one}>
            <a className="inline-flex min-h-12 items-center" href={props.hrefOf(one)} download>
              {t(`contracts.signed_${one}`)}
            </a>
          </li>
        ))}
      </ul>
      {signedBy.includes(party) ? null : (
        <details open={reply !== undefined}>
          <summary className="min-h-12 cursor-pointer py-3 font-semibold">
            {t("contracts.signatureSend")}
          </summary>
          <form method="post" id={form.id} action={props.action} encType="multipart/form-data">
            <FormErrors form={form} failure={reply?.failure} />
            <FileField
              field={fields.signature}
              label={t("contracts.signatureFile")}
              hint={t("contracts.signatureHint")}
              accept=".p7s"
            />
            <button className="button button-quiet">{t("contracts.signatureSend")}</button>
          </form>
        </details>
      )}
    </section>
  );
}
