import {
  LISTING_STEP_COUNT,
  nextScreen,
  STEP_OF,
  type Answered,
} from "~/domain/catalog/listing-answers";
import { CardPicture } from "~/ui/catalog/product-picture";
import { setName } from "~/ui/catalog/set-names";
import { Icon } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";

const NO_KIND = 4;

/** Products that somebody began to list, each with the way on and the way out. */
export function OpenListings({
  listings,
}: {
  listings: readonly { id: string; answers: Answered }[];
}) {
  const t = useT();
  const mark = useMark();
  if (listings.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="flex items-center gap-3 text-xl">
        <Icon name="pencil" />
        {t("listing.openTitle", { count: listings.length })}
      </h2>
      <ul className="mt-2 border-t border-line">
        {listings.map(({ id, answers }) => {
          const name = listingName({ t, mark }, answers);
          return (
            <li key={id} className="flex gap-4 border-b border-line py-4">
              <span className="w-[min(6rem,20vw)] shrink-0 sm:w-32">
                <CardPicture
                  photo={answers.photo?.value ?? null}
                  ocopSet={answers.kind?.value ?? NO_KIND}
                  slug={id}
                  lazy="lazy"
                />
              </span>
              <div className="min-w-0 grow">
                <p className="text-lg font-semibold">{name}</p>
                <p className="num text-soft">{stepText(t, answers)}</p>
                <div className="mt-2 flex flex-wrap gap-2">
                  <a href={paths.listing(id)} className="button button-main min-h-14 grow">
                    {t("listing.goOn")}
                    <Icon name="next" />
                  </a>
                  <a href={paths.listingRemoval(id)} className="button button-danger min-h-14">
                    <Icon name="cross" />
                    {t("listing.drop")}
                    <span className="sr-only"> {name}</span>
                  </a>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What a draft is called until it has a name. */
export function listingName(
  { t, mark }: { t: Translate; mark: ReturnType<typeof useMark> },
  answers: Answered,
): string {
  if (answers.name) return mark(answers.name.value, "vi");
  return answers.kind ? setName(t, answers.kind.value) : t("listing.noNameYet");
}

function stepText(t: Translate, answers: Answered): string {
  const next = nextScreen(answers);
  const count = LISTING_STEP_COUNT;
  return next === null
    ? t("listing.allSteps", { count })
    : t("listing.step", { number: STEP_OF[next], count });
}
