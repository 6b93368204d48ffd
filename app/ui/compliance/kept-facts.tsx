import type { KeptPost, KeptProduct } from "~/domain/compliance/kept-words";
import type { Kept } from "~/domain/compliance/types";
import { formatDate, localDateOf } from "~/platform/period";
import { setName } from "~/ui/catalog/set-names";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** A copy in full: why, when and by whom it was taken down, what it said, and its photos. */
export function KeptFacts({ kept }: { kept: Kept }) {
  const t = useT();
  const mark = useMark();
  const { content } = kept;
  return (
    <>
      <FactList>
        <FactRow term={t("compliance.keptWhat")}>{t(`compliance.about_${kept.kind}`)}</FactRow>
        <FactRow term={t("compliance.about_household")}>{mark(kept.householdName, "vi")}</FactRow>
        <FactRow term={t("compliance.keptTaken")}>
          <LocalTime instant={kept.takenAt} /> · {mark(kept.takenByName, "vi")}
        </FactRow>
        <FactRow term={t("compliance.keptUntil")}>
          <span className="num">{formatDate(localDateOf(kept.keepUntil))}</span>
        </FactRow>
        {content.kind === "product" ? <ProductRows of={content} /> : <PostRows of={content} />}
      </FactList>
      <Photos kept={kept} />
    </>
  );
}

function ProductRows({ of }: { of: KeptProduct }) {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <Words term={t("compliance.takedownReason")} text={of.reason} />
      <Words term={t("compliance.keptAddress")} text={of.slug} />
      <Words term={t("compliance.keptName")} text={of.name} english={of.nameEn} />
      <Words
        term={t("compliance.keptDescription")}
        text={of.description}
        english={of.descriptionEn}
      />
      <Words term={t("department.factPack")} text={of.packLabel} english={of.packLabelEn} />
      <FactRow term={t("department.factSet")}>{`${of.ocopSet}. ${setName(t, of.ocopSet)}`}</FactRow>
      <FactRow term={t("department.factPrice")}>
        <Money amountVnd={of.priceVnd} language={language} />
      </FactRow>
    </>
  );
}

function PostRows({ of }: { of: KeptPost }) {
  const t = useT();
  return (
    <>
      <FactRow term={t("compliance.takedownReason")}>{t(`reviews.reason_${of.reason}`)}</FactRow>
      {of.reasonText === null ? null : (
        <Words term={t("compliance.keptReasonText")} text={of.reasonText} />
      )}
      {of.stars === null ? null : <FactRow term={t("compliance.keptStars")}>{of.stars}</FactRow>}
      <Words term={t("compliance.keptText")} text={of.text} />
    </>
  );
}

function Words(props: { term: string; text: string; english?: string | null }) {
  const mark = useMark();
  const { term, text, english = null } = props;
  return (
    <FactRow term={term}>
      <span className="whitespace-pre-line wrap-anywhere">{mark(text, "vi")}</span>
      {english === null ? null : (
        <span className="block whitespace-pre-line text-soft wrap-anywhere">
          {mark(english, "en")}
        </span>
      )}
    </FactRow>
  );
}

function Photos({ kept }: { kept: Kept }) {
  const t = useT();
  if (kept.photos.length === 0) return null;
  const lostCount = kept.photos.filter(({ isLost }) => isLost).length;
  const shown = kept.photos.filter(({ isLost }) => !isLost);
  return (
    <section className="mt-6" aria-labelledby="kept-photos">
      <h2 id="kept-photos" className="text-xl">
        {t("compliance.keptPhotosTitle")}
      </h2>
      {lostCount > 0 ? <p>{t("compliance.keptPhotosLost", { count: lostCount })}</p> : null}
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        {shown.map((photo, i) => (
          <img
            key={photo.id}
            src={paths.keptPhoto(kept.id, photo.id)}
            alt={t("compliance.keptPhotoAlt", { number: i + 1 })}
            width={photo.width}
            height={photo.height}
            loading="lazy"
          />
        ))}
      </div>
    </section>
  );
}
