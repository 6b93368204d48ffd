import {
  LISTING_STEP_COUNT,
  STEP_OF,
  type Answered,
  type ListingScreen,
} from "~/domain/catalog/listing-answers";
import { measuresFor, unitsFor } from "~/domain/catalog/listing-packs";
import { OCOP_GROUPS } from "~/domain/catalog/ocop-sets";
import { Icon } from "~/ui/households/icon";
import { ListingQuestion, type Question } from "~/ui/listing/listing-question";
import { PhotoStep } from "~/ui/listing/photo-step";
import { questionTitle } from "~/ui/listing/question-words";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { contentKey } from "./question-keys";

type Variant = Pick<Question, "screen"> & Partial<Question> & { variant: string };

/** Stands where the script puts the id. */
const NO_ID = "-";

/** Each question in each of the ways in which it is asked, by the same components as on the shop's own pages. */
export function QuestionTemplates() {
  const t = useT();
  return (
    <>
      <StepTemplate screen="photo" variant="" title={t("listing.ask_photo")}>
        <PhotoStep newListingId={NO_ID} photo={undefined} reply={undefined} />
      </StepTemplate>
      {variants().map(({ variant, ...asked }) => {
        const question: Question = {
          listingId: NO_ID,
          answered: {},
          group: null,
          when: "now",
          today: "",
          hint: null,
          ...asked,
        };
        return (
          <StepTemplate
            key={`${asked.screen} ${variant}`}
            screen={asked.screen}
            variant={variant}
            title={questionTitle(t, question)}
          >
            <ListingQuestion question={question} reply={undefined} />
          </StepTemplate>
        );
      })}
    </>
  );
}

function variants(): Variant[] {
  const piece = toldOf({ kind: 1, unit: "piece", content: { amount: 1, measure: "qua" } });
  const contents = new Map<string, Variant>();
  for (const { firstSet: kind } of OCOP_GROUPS) {
    for (const unit of unitsFor(kind)) {
      const variant = contentKey(kind, unit);
      if (measuresFor(kind, unit).length === 0 || contents.has(variant)) continue;
      contents.set(variant, { screen: "content", variant, answered: toldOf({ kind, unit }) });
    }
  }
  return [
    { screen: "kind", variant: "" },
    ...OCOP_GROUPS.map(({ code: group }): Variant => ({ screen: "kind", variant: group, group })),
    { screen: "name", variant: "" },
    ...OCOP_GROUPS.map(({ code, firstSet: kind }): Variant => ({
      screen: "unit",
      variant: code,
      answered: toldOf({ kind }),
    })),
    ...contents.values(),
    { screen: "weight", variant: "" },
    { screen: "price", variant: "", answered: piece },
    { screen: "stock", variant: "now", answered: piece },
    { screen: "stock", variant: "season", when: "season", answered: piece },
  ];
}

type Told = { [Screen in ListingScreen]?: NonNullable<Answered[Screen]>["value"] };

function toldOf(told: Told): Answered {
  const entries = Object.entries(told).map(([screen, value]) => [screen, { at: 0, value }]);
  return Object.fromEntries(entries) as Answered;
}

function StepTemplate(props: {
  screen: ListingScreen;
  variant: string;
  title: string;
  children: React.ReactNode;
}) {
  const t = useT();
  const here = paths.listingOffline(useLanguage());
  return (
    <template data-name={props.screen} data-variant={props.variant}>
      <p>
        <a data-back="" href={here} className="inline-flex min-h-12 items-center gap-2">
          <span aria-hidden="true">‹</span>
          <span className="underline">{t("listing.back")}</span>
        </a>
      </p>
      <p className="num mt-1 font-semibold text-soft">
        {t("listing.step", { number: STEP_OF[props.screen], count: LISTING_STEP_COUNT })}
      </p>
      <progress
        aria-hidden="true"
        max={5}
        value={STEP_OF[props.screen]}
        className="mt-1 h-2 w-full"
      />
      <h1 tabIndex={-1} className="mt-5 text-3xl">
        {props.title}
      </h1>
      <div data-photo-kept="" hidden className="mt-4">
        <img alt={t("listing.photoYours")} className="w-full rounded" />
        <a data-next="" href={here} className="button button-main mt-4 min-h-16 w-full text-xl">
          {t("listing.photoKeep")}
          <Icon name="next" />
        </a>
      </div>
      {props.children}
    </template>
  );
}
