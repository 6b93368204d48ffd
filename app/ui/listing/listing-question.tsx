import {
  mayWait,
  packIn,
  type Answered,
  type ListingScreen,
} from "~/domain/catalog/listing-answers";
import type { OcopGroup } from "~/domain/catalog/ocop-sets";
import type { PriceHint } from "~/domain/catalog/price-hint";
import type { LocalDate } from "~/platform/period";
import { useT } from "~/ui/site";
import { KindStep } from "./kind-step";
import type { ListingReply } from "./listing-reply";
import { BigField } from "./big-field";
import { ContentStep, UnitStep, WeightStep } from "./pack-steps";
import { PriceStep } from "./price-step";
import { QuestionForm } from "./question-form";
import { SeasonStep, StockStep } from "./stock-step";

export type Question = {
  listingId: string;
  screen: Exclude<ListingScreen, "photo">;
  answered: Answered;
  group: OcopGroup | null;
  when: "now" | "season";
  today: LocalDate;
  hint: PriceHint | null;
};

/** The form of a question after the photo's. */
export function ListingQuestion({
  question,
  reply,
}: {
  question: Question;
  reply: ListingReply | undefined;
}) {
  const { listingId, screen, answered, group, when, today, hint } = question;
  const seen = answered[screen]?.at ?? 0;
  const set = answered.kind?.value ?? 1;
  const pack = packIn(answered);
  const unit = answered.unit?.value ?? "piece";
  const asked = { listingId, seen, reply };
  switch (screen) {
    case "kind":
      return <KindStep {...asked} chosen={answered.kind?.value} group={group} />;
    case "name":
      return <NameStep {...{ seen, reply }} value={answered.name?.value ?? ""} />;
    case "unit":
      return <UnitStep {...{ seen, reply, set }} value={answered.unit?.value} />;
    case "content":
      return <ContentStep {...{ seen, reply, set, unit }} value={answered.content?.value} />;
    case "weight":
      return <WeightStep {...{ seen, reply }} value={answered.weight?.value} />;
    case "price":
      return (
        pack && <PriceStep {...{ seen, reply, pack, unit, hint }} value={answered.price?.value} />
      );
    case "stock": {
      const value = answered.stock?.value;
      if (when === "season") return <SeasonStep {...asked} {...{ value, today }} />;
      const told = { unit, label: pack?.label ?? "" };
      return <StockStep {...asked} {...{ value, today }} pack={told} mayWait={mayWait(set)} />;
    }
  }
}

function NameStep(props: { seen: number; value: string; reply: ListingReply | undefined }) {
  const t = useT();
  return (
    <QuestionForm seen={props.seen} reply={props.reply} start={{ name: props.value }}>
      {(fields) => (
        <BigField
          field={fields.name}
          language="vi"
          label={t("households.productName")}
          hint={t("households.productNameHint")}
        />
      )}
    </QuestionForm>
  );
}
