import type { ListingAnswers } from "~/domain/catalog/listing-answers";
import {
  measuresFor,
  saidAmount,
  unitsFor,
  type Measure,
  type PackContent,
  type PackUnit,
} from "~/domain/catalog/listing-packs";
import { formatInteger } from "~/platform/money";
import { Refusal } from "~/ui/primitives/notice";
import { RadioTiles } from "./radio-tiles";
import { useLanguage, useT, usePageAddress } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { unitWord } from "./answer-text";
import { BigField } from "./big-field";
import type { ListingReply } from "./listing-reply";
import { PackIcon } from "./pack-icon";
import { QuestionForm } from "./question-form";

type Asked<Value> = { seen: number; value: Value | undefined; reply: ListingReply | undefined };

/** What it is packed in, each a picture to press. */
export function UnitStep({ set, ...asked }: Asked<PackUnit> & { set: number }) {
  const t = useT();
  const page = usePageAddress();
  const problem = Object.values(asked.reply?.submission?.error ?? {})[0]?.[0];
  return (
    <>
      {problem === undefined ? null : <Refusal title={errorText(t, problem)} />}
      <form method="post" action={page}>
        <input type="hidden" name="seen" value={asked.seen} />
        <ul className="mt-5 grid grid-cols-3 gap-3">
          {unitsFor(set).map((unit) => (
            <li key={unit}>
              <button
                name="unit"
                value={unit}
                className={`card flex min-h-28 w-full cursor-pointer flex-col items-center justify-center gap-2 border-2 p-2 hover:border-leaf ${unit === asked.value ? "border-leaf bg-leaf-tint" : ""}`}
              >
                <span className="text-leaf">
                  <PackIcon unit={unit} />
                </span>
                <span className="text-lg leading-tight font-semibold">{unitWord(t, unit)}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </>
  );
}

/** Of packs whose number is not one of many. */
const HINTS: Partial<Record<PackUnit, "listing.dozenHint" | "listing.kiloHint">> = {
  dozen: "listing.dozenHint",
  kilo: "listing.kiloHint",
};

/** How much is in it: a number and what it counts. */
export function ContentStep(props: Asked<PackContent> & { set: number; unit: PackUnit }) {
  const t = useT();
  const { set, unit, value, ...asked } = props;
  const measures = measuresFor(set, unit);
  const known = value && measures.includes(value.measure) ? value : undefined;
  const start = {
    quantity: known ? saidAmount(known) : unit === "kilo" ? "1" : "",
    measure: known?.measure ?? measures[0] ?? "g",
  };
  const isOne = unit === "piece";
  return (
    <QuestionForm {...asked} start={start}>
      {(fields) => (
        <>
          <div className="mt-4 flex justify-center text-leaf">
            <span className="scale-150">
              <PackIcon unit={unit} />
            </span>
          </div>
          {isOne ? (
            <input type="hidden" name="quantity" value="1" />
          ) : (
            <BigField
              field={fields.quantity}
              label={unit === "kilo" ? t("listing.kiloLabel") : equalsLabel(t, unit)}
              hint={t(HINTS[unit] ?? "listing.quantityHint")}
              inputMode={unit === "dozen" ? "numeric" : "decimal"}
              {...(measures.length === 1 ? { suffix: t(`listing.measure_${start.measure}`) } : {})}
            />
          )}
          {measures.length === 1 ? (
            <input type="hidden" name="measure" value={start.measure} />
          ) : (
            <RadioTiles
              field={fields.measure}
              label={t(isOne ? "listing.pieceLabel" : "listing.measureLabel")}
              options={optionsOf(t, measures)}
            />
          )}
        </>
      )}
    </QuestionForm>
  );
}

/** `1 chục = ?` */
function equalsLabel(t: ReturnType<typeof useT>, unit: PackUnit): string {
  return t("listing.equalsLabel", { unit: unitWord(t, unit).toLocaleLowerCase("vi") });
}

function optionsOf(t: ReturnType<typeof useT>, measures: readonly Measure[]) {
  return measures.map((value) => ({ value, label: t(`listing.measure_${value}`) }));
}

/** What it weighs as it is sent, where nobody can tell from what was said. */
export function WeightStep({ value, ...asked }: Asked<ListingAnswers["weight"]>) {
  const t = useT();
  const language = useLanguage();
  const start = { quantity: value ? formatInteger(value, language) : "", measure: "g" };
  return (
    <QuestionForm {...asked} start={start}>
      {(fields) => (
        <>
          <div className="mt-4 flex justify-center text-leaf">
            <span className="scale-150">
              <PackIcon unit="kilo" />
            </span>
          </div>
          <BigField
            field={fields.quantity}
            label={t("listing.weightLabel")}
            hint={t("listing.weightHint")}
            inputMode="decimal"
          />
          <RadioTiles
            field={fields.measure}
            label={t("listing.measureLabel")}
            options={optionsOf(t, ["g", "kg"])}
          />
        </>
      )}
    </QuestionForm>
  );
}
