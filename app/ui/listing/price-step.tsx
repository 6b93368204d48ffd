import type { Pack, PackUnit } from "~/domain/catalog/listing-packs";
import type { PriceHint, PriceRange } from "~/domain/catalog/price-hint";
import { formatInteger, formatVnd } from "~/platform/money";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { BigField } from "./big-field";
import type { ListingReply } from "./listing-reply";
import { PackChip } from "./pack-icon";
import { QuestionForm } from "./question-form";

export function PriceStep(props: {
  seen: number;
  value: number | undefined;
  pack: Pack;
  unit: PackUnit;
  hint: PriceHint | null;
  reply: ListingReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const { value, pack, unit, hint, ...asked } = props;
  const start = { priceVnd: value === undefined ? "" : formatInteger(value, language) };
  return (
    <QuestionForm {...asked} start={start}>
      {(fields) => (
        <>
          <PackChip unit={unit} label={pack.label} />
          <BigField
            field={fields.priceVnd}
            label={t("listing.priceLabel")}
            hint={t("households.priceHint")}
            inputMode="numeric"
            suffix="đ"
          />
          {hint === null ? null : <HintCard hint={hint} packLabel={pack.label} />}
        </>
      )}
    </QuestionForm>
  );
}

/** What others ask for as much of the same kind: the least, the middle one, the most. */
function HintCard({ hint, packLabel }: { hint: PriceHint; packLabel: string }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { unit, comparedCount: count } = hint;
  return (
    <section className="card my-4 px-4 py-3">
      <h2 className="font-semibold">
        {t("listing.hintTitle", { pack: mark(packLabel, "vi"), count })}
      </h2>
      <RangeBars range={hint.pack} />
      <p className="num mt-3 text-soft">
        {t("listing.hintUnit", {
          lowest: formatVnd(unit.lowestVnd, language),
          highest: formatVnd(unit.highestVnd, language),
          per: t(`catalog.per_${unit.per}`),
        })}
      </p>
    </section>
  );
}

const BARS = [
  { key: "lowestVnd", text: "listing.hintLowest", tone: "fill-honey-tint" },
  { key: "middleVnd", text: "listing.hintMiddle", tone: "fill-leaf-tint" },
  { key: "highestVnd", text: "listing.hintHighest", tone: "fill-persimmon-tint" },
] as const;

/** As long as its price: it is read without reading. */
function RangeBars({ range }: { range: PriceRange }) {
  const t = useT();
  const language = useLanguage();
  return (
    <dl className="mt-2 grid gap-1.5">
      {BARS.map(({ key, text, tone }) => (
        <div key={key} className="relative flex min-h-10 items-center justify-between px-3">
          <svg
            aria-hidden="true"
            viewBox="0 0 100 1"
            preserveAspectRatio="none"
            className="absolute inset-0 size-full"
          >
            <rect className={tone} height="1" width={shareOf(range, key)} />
          </svg>
          <dt className="relative">{t(text)}</dt>
          <dd className="num relative text-lg font-semibold">{formatVnd(range[key], language)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** In hundredths of the highest. */
function shareOf(range: PriceRange, key: keyof PriceRange): number {
  return Math.round((100 * range[key]) / Math.max(1, range.highestVnd));
}
