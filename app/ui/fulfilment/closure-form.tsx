import { useForm } from "@conform-to/react";
import { CLOSURE_DAYS_MAX, type ShopClosure } from "~/domain/households/shop-closure";
import { formatDate } from "~/platform/period";
import { useDesk } from "~/ui/households/use-desk";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** The first and the last day on which the household takes no orders, and the way back while it has said so. */
export function ClosureForm(props: {
  /** The one that stands; null: none, or it is over. */
  closure: ShopClosure | null;
  isClosed: boolean;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { query } = useDesk();
  const { closure, isClosed } = props;
  const [form, fields] = useForm<Record<"from" | "until", string>>({
    id: "closure",
    lastResult: props.reply?.submission ?? null,
    defaultValue: closure ?? {},
  });
  const action = paths.shopClosure(query);
  return (
    <>
      {closure === null ? null : (
        <Notice tone="attention" title={closureText(t, { closure, isClosed })}>
          <form method="post" action={action} className="mt-2">
            <button name="reopen" value="1" className="button button-main w-full">
              {t(isClosed ? "shipping.closureReopen" : "shipping.closureCancel")}
            </button>
          </form>
        </Notice>
      )}
      <form method="post" action={action} id={form.id} noValidate>
        <FormErrors form={form} failure={props.reply?.failure} />
        <TextField field={fields.from} label={t("shipping.closureFrom")} type="date" />
        <TextField
          field={fields.until}
          label={t("shipping.closureUntil")}
          hint={t("shipping.closureUntilHint", { count: CLOSURE_DAYS_MAX })}
          type="date"
        />
        <button className="button button-quiet w-full">
          {t(closure === null ? "shipping.closureSave" : "shipping.closureChange")}
        </button>
      </form>
    </>
  );
}

function closureText(
  t: ReturnType<typeof useT>,
  { closure, isClosed }: { closure: ShopClosure; isClosed: boolean },
): string {
  const days = { from: formatDate(closure.from), until: formatDate(closure.until) };
  return t(isClosed ? "shipping.closureDeskNow" : "shipping.closureDeskNear", days);
}
