import { useForm, type SubmissionResult } from "@conform-to/react";
import {
  ReceiverFields,
  type CheckoutPlaces,
  type ReceiverFieldName,
} from "~/ui/orders/receiver-fields";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type Fields = Record<"packCount" | ReceiverFieldName, string>;

/** How many, for whom and where to; nothing is paid yet. */
export function JoinHarvestForm(props: {
  slug: string;
  places: CheckoutPlaces;
  submissionKey: string;
  submission: SubmissionResult | null;
  failure: MutationReply["failure"];
}) {
  const t = useT();
  const language = useLanguage();
  const { places } = props;
  const [form, fields] = useForm<Fields>({
    id: "join",
    lastResult: props.submission,
    defaultValue: { packCount: "1", provinceCode: places.provinceCode },
  });
  return (
    <form method="post" id={form.id} action={paths.joinHarvest(language, props.slug)} noValidate>
      {/* What Enter presses; the province button comes before the one that sends. */}
      <button hidden>{t("preorders.joinSend")}</button>
      <input type="hidden" name="submissionKey" value={props.submissionKey} />
      <FormErrors form={form} failure={props.failure} />
      <TextField
        field={fields.packCount}
        label={t("preorders.joinPacks")}
        inputMode="numeric"
        autoComplete="off"
      />
      <ReceiverFields fields={fields} places={places} />
      <button className="button button-main mt-4 w-full">{t("preorders.joinSend")}</button>
    </form>
  );
}
