import { useForm } from "@conform-to/react";
import { PICKUP_POINTS_MAX, type PickupPoint } from "~/domain/households/shipping-rules";
import type { Commune } from "~/domain/places/types";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { FormErrors, SelectField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { PickupPointText } from "./shipping-facts";

/** Where buyers may come, each with a button that takes it away, and the way to one more. */
export function PickupPoints({ points }: { points: readonly PickupPoint[] }) {
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  return (
    <section className="mt-8 border-t border-line pt-5">
      <h2 className="text-xl">{t("shipping.pointsTitle")}</h2>
      <p className="mt-1 text-soft">{t("shipping.pointsLead")}</p>
      {points.length === 0 ? <p className="mt-3">{t("shipping.pointsNone")}</p> : null}
      <ul>
        {points.map((point) => (
          <li key={point.id} className="border-b border-line py-4">
            <PickupPointText point={point} />
            <form method="post" action={paths.pickupPoint(point.id, query)} className="mt-3">
              <button className="button button-quiet w-full">
                <span aria-hidden="true">{t("shipping.removePoint")}</span>
                <span className="sr-only">
                  <span>{t("shipping.removePointNamed", { name: mark(point.name, "vi") })}</span>
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      {points.length >= PICKUP_POINTS_MAX ? (
        <p className="mt-4 text-soft">{t("shipping.pointsFull")}</p>
      ) : (
        <p className="mt-4">
          <a className="button button-main w-full" href={paths.pickupPoints(query)}>
            {t("shipping.addPoint")}
          </a>
        </p>
      )}
    </section>
  );
}

type Fields = Record<"pointId" | "name" | "addressLine" | "communeCode" | "hours", string>;

/** One place more. */
export function PickupPointForm(props: {
  start: { pointId: string; communeCode: string };
  communes: readonly Commune[];
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { query } = useDesk();
  const [form, fields] = useForm<Fields>({
    id: "point",
    lastResult: props.reply?.submission,
    defaultValue: props.start,
  });
  return (
    <form method="post" action={paths.pickupPoints(query)} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name={fields.pointId.name} value={fields.pointId.initialValue} />
      <TextField
        field={fields.name}
        language="vi"
        label={t("shipping.pointName")}
        hint={t("shipping.pointNameHint")}
      />
      <SelectField
        field={fields.communeCode}
        label={t("shipping.pointCommune")}
        emptyLabel={t("shipping.pointCommuneChoose")}
        options={props.communes.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField field={fields.addressLine} language="vi" label={t("shipping.pointAddress")} />
      <TextField
        field={fields.hours}
        language="vi"
        label={t("shipping.pointHours")}
        hint={t("shipping.pointHoursHint")}
      />
      <button className="button button-main w-full">{t("shipping.savePoint")}</button>
    </form>
  );
}
