import { useForm } from "@conform-to/react";
import { UNDO_RECOGNITIONS } from "~/domain/households/entry-code-terms";
import type { PhoneChange } from "~/domain/households/types-phone-changes";
import { FormErrors } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { TickField } from "~/ui/primitives/tick-field";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { PhoneChangeCard } from "./phone-change-list";
import { RecognitionFields } from "./recognition-fields";

type Props = {
  change: PhoneChange;
  /** How many came after it, and go with it. */
  laterCount: number;
  action: string;
  reply: MutationReply | undefined;
};

/** Which change it is about, what giving the number back does, and how the officer knows who asks for it. */
export function PhoneUndo({ change, laterCount, action, reply }: Props) {
  const t = useT();
  return (
    <>
      <div className="mt-3">
        <PhoneChangeCard change={change} />
      </div>
      <p className="max-w-prose">{t("entry.undoLead")}</p>
      <ul className="mt-2 max-w-prose list-disc pl-6">
        <li>{t("entry.undoPhone")}</li>
        {laterCount === 0 ? null : <li>{t("entry.undoLater", { count: laterCount })}</li>}
        <li>{t("entry.undoSignsOut")}</li>
        <li>{t("entry.undoAccount")}</li>
      </ul>
      <Notice tone="attention" title={t("entry.undoWarning")}>
        <p>{t("entry.undoWarningText")}</p>
      </Notice>
      <UndoForm action={action} reply={reply} />
    </>
  );
}

function UndoForm(props: { action: string; reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"recognisedBy" | "recognition" | "isInHand", string>>({
    id: "phone-undo",
    lastResult: props.reply?.submission ?? null,
  });
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <RecognitionFields ways={UNDO_RECOGNITIONS} fields={fields} hint={t("entry.undoHint")} />
      <TickField field={fields.isInHand} text={t("entry.undoInHand")} />
      <button className="button button-danger w-full sm:w-auto">{t("entry.undoSubmit")}</button>
    </form>
  );
}
