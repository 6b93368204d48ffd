import {
  askedScreens,
  packIn,
  type Answered,
  type ListingScreen,
} from "~/domain/catalog/listing-answers";
import { unitPriceOf } from "~/domain/catalog/unit-price";
import { CardPicture } from "~/ui/catalog/product-picture";
import { UnitPriceText } from "~/ui/catalog/unit-price-text";
import { Icon } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { Money } from "~/ui/primitives/money";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { answeredText } from "./answer-text";
import { QuestionLink } from "./question-link";

/** The product as its buyers will see it, and each answer with the way back to its question. */
export function SummaryView({ listingId, answered }: { listingId: string; answered: Answered }) {
  const t = useT();
  return (
    <>
      <AsSeen listingId={listingId} answered={answered} />
      {answered.photo?.value ? null : (
        <Notice tone="plain" title={t("listing.noPhotoTitle")}>
          <p>{t("listing.noPhotoText")}</p>
          <QuestionLink
            {...{ listingId, screen: "photo", from: "summary" }}
            className="button button-quiet mt-3 min-h-14 w-full"
          >
            <Icon name="camera" />
            {t("listing.photoTake")}
          </QuestionLink>
        </Notice>
      )}
      <h2 className="mt-8 text-xl">{t("listing.answersTitle")}</h2>
      <dl className="mt-2 border-t border-line">
        {askedScreens(answered).map((screen) => (
          <AnswerRow key={screen} {...{ listingId, answered, screen }} />
        ))}
      </dl>
    </>
  );
}

function AsSeen({ listingId, answered }: { listingId: string; answered: Answered }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { photo, kind, name, price, stock } = answered;
  const pack = packIn(answered);
  if (!kind || !name || !price || !pack || !stock) return null;
  const unitPrice = unitPriceOf({ priceVnd: price.value, packLabel: pack.label, ...pack });
  return (
    <section className="card mt-4 overflow-hidden" aria-label={t("listing.asSeen")}>
      <CardPicture
        photo={photo?.value ?? null}
        ocopSet={kind.value}
        slug={listingId}
        lazy={undefined}
      />
      <div className="px-4 py-3">
        <p className="text-xl font-semibold">{mark(name.value, "vi")}</p>
        <p className="text-soft">{mark(pack.label, "vi")}</p>
        <p className="mt-1 flex flex-wrap items-baseline gap-x-3">
          <span className="text-2xl font-bold text-persimmon">
            <Money amountVnd={price.value} language={language} />
          </span>
          {unitPrice ? (
            <span className="text-soft">
              <UnitPriceText unitPrice={unitPrice} />
            </span>
          ) : null}
        </p>
        <p className="mt-1 flex items-center gap-2">
          <Icon name={stock.value.kind === "now" ? "basket" : "clock"} />
          {answeredText({ t, language }, { answered, screen: "stock" })}
        </p>
      </div>
    </section>
  );
}

function AnswerRow(props: { listingId: string; answered: Answered; screen: ListingScreen }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { listingId, answered, screen } = props;
  const text = answeredText({ t, language }, { answered, screen }) ?? "";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line py-2">
      <dt className="text-soft">{t(`listing.answer_${screen}`)}</dt>
      <dd className="col-start-1 text-lg font-semibold">
        {screen === "name" ? mark(text, "vi") : text}
      </dd>
      <dd className="col-start-2 row-span-2 row-start-1">
        <QuestionLink
          {...{ listingId, screen, from: "summary" }}
          className="inline-flex min-h-14 cursor-pointer items-center gap-2 px-2 font-semibold text-leaf hover:underline"
        >
          <Icon name="pencil" />
          {t("listing.change")}
          <span className="sr-only"> {t(`listing.answer_${screen}`)}</span>
        </QuestionLink>
      </dd>
    </div>
  );
}
