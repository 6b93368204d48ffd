import type { ReactNode } from "react";
import {
  isOpenScreen,
  LISTING_STEP_COUNT,
  nextScreen,
  STEP_OF,
  type Answered,
  type ListingScreen,
} from "~/domain/catalog/listing-answers";
import { BackLink } from "~/ui/households/back-link";
import { Icon, type IconName } from "~/ui/households/icon";
import { useT } from "~/ui/site";
import { QuestionLink } from "./question-link";

/** The first question of each step, and its sign. */
const STEPS = [
  { screen: "photo", icon: "camera" },
  { screen: "kind", icon: "tag" },
  { screen: "unit", icon: "box" },
  { screen: "price", icon: "money" },
  { screen: "stock", icon: "basket" },
] as const satisfies readonly { screen: ListingScreen; icon: IconName }[];

/** One question, under the five marks that say how far its product is. */
export function StepFrame(props: {
  /** null: there is no draft yet. */
  listingId: string | null;
  /** Of what was sent to begin one and refused. */
  sentId?: string | undefined;
  answered: Answered;
  /** Beyond the last step: all are answered. */
  step: number;
  title: string;
  lead?: string;
  /** Null in the summary, which goes back by its form. */
  back: { href: string; text: string } | null;
  children: ReactNode;
}) {
  const t = useT();
  const { step, lead } = props;
  const told = { number: Math.min(step, LISTING_STEP_COUNT), count: LISTING_STEP_COUNT };
  return (
    <>
      {props.back === null ? (
        <BackFromSummary listingId={props.listingId} />
      ) : (
        <BackLink {...props.back} />
      )}
      <p className="num mt-1 font-semibold text-soft">
        {step > LISTING_STEP_COUNT ? t("listing.allSteps", told) : t("listing.step", told)}
      </p>
      <StepMarks {...props} />
      <h1 className="mt-5 text-3xl">{props.title}</h1>
      {lead === undefined ? null : <p className="mt-2 text-lg text-soft">{lead}</p>}
      {/* What its phone keeps until the shop has it (`desk-phone.ts`). */}
      <div data-listing={JSON.stringify(knownOf(props))}>{props.children}</div>
    </>
  );
}

function knownOf(of: {
  listingId: string | null;
  sentId?: string | undefined;
  answered: Answered;
}) {
  const { listingId, sentId, answered } = of;
  return listingId === null ? { id: sentId } : { id: listingId, answered };
}

function BackFromSummary({ listingId }: { listingId: string | null }) {
  const t = useT();
  if (listingId === null) return null;
  return (
    <p>
      <QuestionLink
        {...{ listingId, screen: "stock", from: "summary" }}
        className="inline-flex min-h-12 cursor-pointer items-center gap-2 text-leaf"
      >
        <span aria-hidden="true">‹</span>
        <span className="underline">{t("listing.back")}</span>
      </QuestionLink>
    </p>
  );
}

function StepMarks(props: { listingId: string | null; answered: Answered; step: number }) {
  const t = useT();
  return (
    <ol className="mt-2 grid grid-cols-5 gap-1.5">
      {STEPS.map(({ screen, icon }) => {
        const { listingId, answered } = props;
        const look = lookOf(props, screen);
        const mark = (
          <>
            <Icon name={icon} />
            <span className="text-sm leading-tight font-semibold">
              {t(`listing.stepName_${screen}`)}
              {look === "done" ? <span className="sr-only"> ({t("listing.stepDone")})</span> : null}
            </span>
          </>
        );
        const isLink = listingId !== null && isOpenScreen(answered, screen) && look !== "now";
        return (
          <li key={screen} aria-current={look === "now" ? "step" : undefined}>
            {isLink ? (
              <QuestionLink
                {...{ listingId, screen }}
                from={props.step > LISTING_STEP_COUNT ? "summary" : "question"}
                className={`${MARK} ${LOOKS[look]} w-full cursor-pointer hover:underline`}
              >
                {mark}
              </QuestionLink>
            ) : (
              <span className={`${MARK} ${LOOKS[look]}`}>{mark}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

const MARK =
  "flex min-h-16 flex-col items-center justify-center gap-1 rounded border-2 px-0.5 text-center no-underline";
const LOOKS = {
  done: "border-leaf bg-leaf text-on-leaf",
  now: "border-leaf bg-leaf-tint text-leaf",
  open: "border-line bg-raised text-soft",
};

function lookOf(
  { answered, step }: { answered: Answered; step: number },
  screen: ListingScreen,
): keyof typeof LOOKS {
  const own = STEP_OF[screen];
  if (own === step) return "now";
  const next = nextScreen(answered);
  return next === null || STEP_OF[next] > own ? "done" : "open";
}
