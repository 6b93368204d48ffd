import type { ListingStock } from "~/domain/catalog/listing-answers";
import type { PackUnit } from "~/domain/catalog/listing-packs";
import { formatInteger } from "~/platform/money";
import type { LocalDate } from "~/platform/period";
import { Icon } from "~/ui/households/icon";
import { monthName } from "~/ui/catalog/set-names";
import { SelectField, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { BigField } from "./big-field";
import type { ListingReply } from "./listing-reply";
import { PackChip } from "./pack-icon";
import { QuestionForm } from "./question-form";

type Props = {
  listingId: string;
  seen: number;
  value: ListingStock | undefined;
  today: LocalDate;
  pack: { unit: PackUnit; label: string };
  /** It may be told by the months of its harvest. */
  mayWait: boolean;
  reply: ListingReply | undefined;
};

/** How many packs are there now; or, by the link below, when they are harvested. */
export function StockStep({ listingId, value, today, pack, mayWait, ...asked }: Props) {
  const t = useT();
  const language = useLanguage();
  const known = value?.kind === "now" ? value : null;
  const start = {
    stockCount: known ? formatInteger(known.stockCount, language) : "",
    madeOn: known?.madeOn ?? today,
    expiresOn: known?.expiresOn ?? "",
  };
  return (
    <>
      <QuestionForm {...asked} start={start}>
        {(fields) => (
          <>
            <PackChip {...pack} />
            <BigField
              field={fields.stockCount}
              label={t("listing.stockLabel")}
              hint={t("listing.stockHint")}
              inputMode="numeric"
            />
            <TextField field={fields.madeOn} label={t("households.madeOn")} type="date" />
            <TextField
              field={fields.expiresOn}
              label={t("households.expiresOn")}
              type="date"
              optional
            />
          </>
        )}
      </QuestionForm>
      {mayWait ? (
        <Other
          href={paths.listingScreen(listingId, "stock", { when: "season" })}
          icon="clock"
          text={t("listing.toSeason")}
        />
      ) : null}
    </>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** The months in which it is harvested: it is not there yet. */
export function SeasonStep({ listingId, value, today, ...asked }: Omit<Props, "mayWait" | "pack">) {
  const t = useT();
  const known = value?.kind === "season" ? value : null;
  const thisMonth = Number(today.slice(5, 7));
  const start = {
    fromMonth: String(known?.fromMonth ?? thisMonth),
    toMonth: String(known?.toMonth ?? thisMonth),
  };
  const options = MONTHS.map((month) => ({ value: String(month), label: monthName(t, month) }));
  return (
    <>
      <QuestionForm {...asked} start={start}>
        {(fields) => (
          <div className="grid grid-cols-2 gap-4 text-xl [&_select]:min-h-16">
            <SelectField
              field={fields.fromMonth}
              label={t("listing.fromMonth")}
              options={options}
            />
            <SelectField field={fields.toMonth} label={t("listing.toMonth")} options={options} />
          </div>
        )}
      </QuestionForm>
      <Other
        href={paths.listingScreen(listingId, "stock", { when: "now" })}
        icon="basket"
        text={t("listing.toStock")}
      />
    </>
  );
}

function Other({ href, icon, text }: { href: string; icon: "clock" | "basket"; text: string }) {
  return (
    <a href={href} className="button button-quiet mt-4 min-h-14 w-full">
      <Icon name={icon} />
      {text}
    </a>
  );
}
