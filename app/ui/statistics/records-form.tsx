import { OCOP_SETS } from "~/domain/catalog/ocop-sets";
import { ORDER_CHANNELS } from "~/domain/orders/order-status";
import { PAYMENT_METHODS } from "~/domain/orders/payment-methods";
import type { Commune } from "~/domain/places/types";
import {
  recordsFields,
  STARS_CHOICES,
  type RecordsQuestion,
} from "~/domain/statistics/records-question";
import { formatMonth, type Month } from "~/platform/period";
import { setName } from "~/ui/catalog/set-names";
import { useLang } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";

type Choice = { value: string; label: string; lang?: string | undefined };

/** Which orders are asked for; a plain form that asks by the address. */
export function RecordsForm(props: {
  question: RecordsQuestion;
  months: readonly Month[];
  communes: readonly Commune[];
}) {
  const t = useT();
  const placeLang = useLang("vi");
  const { question, months, communes } = props;
  const fields = recordsFields(question);
  const all = { value: "", label: t("records.all") };
  return (
    <form
      action={paths.records()}
      className="no-print mt-6 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4"
    >
      <Choose
        name="month"
        label={t("common.month")}
        chosen={fields["month"]}
        choices={months.map((month) => ({ value: month, label: formatMonth(month) }))}
      />
      <Choose
        name="channel"
        label={t("records.channel")}
        chosen={fields["channel"]}
        choices={ORDER_CHANNELS.map((value) => ({ value, label: t(`records.channel_${value}`) }))}
      />
      <Choose
        name="set"
        label={t("statistics.breakdownColumn_set")}
        chosen={fields["set"]}
        choices={[
          { value: "all", label: t("records.setsAll") },
          { value: "goods", label: t("records.setsGoods") },
          ...OCOP_SETS.map((set) => ({ value: String(set), label: setName(t, set) })),
        ]}
      />
      <Choose
        name="stars"
        label={t("statistics.breakdownColumn_stars")}
        chosen={fields["stars"]}
        choices={[
          all,
          ...STARS_CHOICES.map((stars) => ({ value: String(stars), label: starsName(t, stars) })),
        ]}
      />
      <Choose
        name="method"
        label={t("statistics.breakdownColumn_method")}
        chosen={fields["method"]}
        choices={[
          all,
          ...PAYMENT_METHODS.map((value) => ({ value, label: t(`orders.method_${value}`) })),
        ]}
      />
      <Choose
        name="commune"
        label={t("records.commune")}
        chosen={fields["commune"]}
        choices={[
          all,
          ...communes.map(({ code, name }) => ({ value: code, label: name, lang: placeLang })),
        ]}
      />
      <button className="button button-quiet justify-self-start">{t("records.show")}</button>
    </form>
  );
}

function starsName(t: Translate, stars: number): string {
  return stars === 0
    ? t("statistics.breakdownNoStars")
    : t("catalog.starsLabel", { stars: String(stars) });
}

function Choose(props: {
  name: string;
  label: string;
  chosen: string | undefined;
  choices: readonly Choice[];
}) {
  const { name, label, chosen, choices } = props;
  return (
    <div className="min-w-0">
      <label htmlFor={`records-${name}`} className="font-semibold">
        {label}
      </label>
      <select
        id={`records-${name}`}
        name={name}
        defaultValue={chosen ?? ""}
        className="mt-1 w-full min-w-0"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
