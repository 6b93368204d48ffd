import { useForm, type SubmissionResult } from "@conform-to/react";
import type { Receiver } from "~/domain/buyers/types";
import {
  ReceiverFields,
  type CheckoutPlaces,
  type ReceiverFieldName,
} from "~/ui/orders/receiver-fields";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** One address of somebody's book, new or changed. */
export function AddressForm(props: {
  addressId: string;
  places: CheckoutPlaces;
  receiver: Receiver | null;
  submission: SubmissionResult | null;
  failure?: { code: string; detail: Record<string, string | number> } | undefined;
}) {
  const t = useT();
  const { places, receiver } = props;
  const [form, fields] = useForm<Record<ReceiverFieldName, string>>({
    id: "address",
    lastResult: props.submission,
    defaultValue: { provinceCode: places.provinceCode, ...receiver },
  });
  return (
    <form method="post" action={paths.address(props.addressId)} id={form.id} noValidate>
      {/* What Enter presses; the province button comes before the one that saves. */}
      <button hidden>{t("account.saveAddress")}</button>
      <FormErrors form={form} failure={props.failure} />
      <ReceiverFields fields={fields} places={places} />
      <button className="button button-main w-full">{t("account.saveAddress")}</button>
    </form>
  );
}
