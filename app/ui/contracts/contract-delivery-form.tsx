import { useForm } from "@conform-to/react";
import type { TypedRow } from "~/domain/contracts/forms";
import type { ContractView } from "~/domain/contracts/types";
import { formatInteger } from "~/platform/money";
import { useMark } from "~/ui/in-language";
import { FormErrors } from "~/ui/primitives/form";
import { EmptyState } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { PackRows } from "./pack-rows";

/** How much of each product goes out now. */
export function ContractDeliveryForm(props: {
  contract: ContractView;
  /** Packs that are free, by product. */
  stock: Readonly<Record<string, number>>;
  submissionKey: string;
  reply: MutationReply | undefined;
  typed: Readonly<Record<string, TypedRow>>;
}) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { contract, stock, typed } = props;
  const [form] = useForm({ id: "delivery", lastResult: props.reply?.submission ?? null });
  const lines = (contract.version?.lines ?? [])
    .map((line) => {
      const done = contract.progress.find(({ productId }) => productId === line.productId);
      return { ...line, leftCount: line.quantity - (done?.orderedCount ?? 0) };
    })
    .filter((line) => line.leftCount > 0);
  if (lines.length === 0) return <EmptyState title={t("contracts.deliveryNone")} />;
  return (
    <form method="post" id={form.id} action={paths.contractDelivery(contract.code)} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="submissionKey" value={props.submissionKey} />
      <PackRows
        packsLabel={t("contracts.offerQuantity")}
        rows={lines.map((line) => {
          const free = stock[line.productId] ?? 0;
          return {
            productId: line.productId,
            name: mark(`${line.productName} (${line.packLabel})`, "vi"),
            hint: t("contracts.deliveryLeft", {
              packs: formatInteger(line.leftCount, language),
              stock: formatInteger(free, language),
            }),
            packs: typed[line.productId]?.packs ?? "",
          };
        })}
      />
      <button className="button button-main mt-5 w-full">{t("contracts.deliverySend")}</button>
    </form>
  );
}
