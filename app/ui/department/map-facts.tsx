import type { KeptShapes, MapChoice, MeasuredShapes } from "~/domain/places/commune-shapes";
import { formatInteger } from "~/platform/money";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { FactList, FactRow } from "./fact-list";

/** What is kept of a file but its shapes, which a page only shows by their picture. */
type ShapesFile = Omit<KeptShapes, "shapes">;
type MapChosen = Omit<MapChoice, "kept"> & { kept: ShapesFile | null };
type Size = { width: number; height: number };

/** The map that everybody sees now. */
export function MapInUse(props: {
  choice: MapChosen | null;
  measured: (MeasuredShapes & { size: Size }) | null;
}) {
  const t = useT();
  const { choice, measured } = props;
  const { kept = null } = choice ?? {};
  return (
    <section className="mt-8">
      <h2 className="text-2xl">{t("maps.inUse")}</h2>
      {kept && measured ? (
        <>
          <ShapesPicture kept={kept} {...measured} />
          <ShapesFacts kept={kept} measured={measured} choice={choice} />
        </>
      ) : (
        <FactList>
          <FactRow term={t("maps.what")}>
            {t("maps.squares")}. {t("maps.squaresText")}
          </FactRow>
          {choice ? <ChosenRow {...choice} /> : null}
        </FactList>
      )}
    </section>
  );
}

function ChosenRow({ chosenBy, chosenAt }: Pick<MapChoice, "chosenBy" | "chosenAt">) {
  const t = useT();
  return (
    <FactRow term={t("maps.chosen")}>
      <ByAt name={chosenBy} at={chosenAt} />
    </FactRow>
  );
}

function ByAt({ name, at }: { name: string | null; at: number }) {
  const t = useT();
  const mark = useMark();
  return t("maps.byAt", { name: mark(name ?? "–", "vi"), time: formatInstant(at) });
}

/** Of which file, brought by whom, and what of the province it has. */
export function ShapesFacts(props: {
  kept: ShapesFile;
  measured: MeasuredShapes;
  choice?: MapChosen | null;
}) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { kept, choice } = props;
  const { drawnCount, missing, areApart } = props.measured;
  const kilobytes = formatInteger(Math.ceil(kept.byteCount / 1024), language);
  return (
    <FactList>
      <FactRow term={t("maps.file")}>
        <span className="wrap-anywhere">
          {t("maps.fileValue", { name: mark(kept.fileName), size: kilobytes })}
        </span>
      </FactRow>
      <FactRow term={t("maps.uploaded")}>
        <ByAt name={kept.keptBy} at={kept.keptAt} />
      </FactRow>
      {choice ? <ChosenRow {...choice} /> : null}
      <FactRow term={t("maps.drawn")}>
        {t("maps.drawnCount", {
          drawn: String(drawnCount),
          all: String(drawnCount + missing.length),
        })}
      </FactRow>
      {missing.length === 0 ? null : (
        <FactRow term={t("maps.missing")}>
          {mark(missing.map(({ name, code }) => `${name} (${code})`).join("; "), "vi")}
        </FactRow>
      )}
      {areApart ? <FactRow term={t("maps.apart")}>{t("maps.apartText")}</FactRow> : null}
      <LeftOutRow leftOut={kept.leftOut} />
      <FactRow term={t("maps.hash")}>
        <span className="num text-sm wrap-anywhere">{kept.sha256}</span>
      </FactRow>
    </FactList>
  );
}

function LeftOutRow({ leftOut }: Pick<KeptShapes, "leftOut">) {
  const t = useT();
  const { elsewhereCount, unknownCount, unknown, noCodeCount } = leftOut;
  if (elsewhereCount + unknownCount + noCodeCount === 0) return null;
  const codes = unknown.join(", ");
  const isAll = unknown.length === unknownCount;
  return (
    <FactRow term={t("maps.leftOut")}>
      {elsewhereCount === 0 ? null : (
        <p>{t("maps.leftOutElsewhere", { count: String(elsewhereCount) })}</p>
      )}
      {unknownCount === 0 ? null : (
        <p className="num">
          {t(isAll ? "maps.leftOutUnknown" : "maps.leftOutUnknownMore", {
            count: String(unknownCount),
            codes,
          })}
        </p>
      )}
      {noCodeCount === 0 ? null : <p>{t("maps.leftOutNoCode", { count: String(noCodeCount) })}</p>}
    </FactRow>
  );
}

export function ShapesPicture(props: { kept: ShapesFile; drawnCount: number; size: Size }) {
  const t = useT();
  const { kept, drawnCount, size } = props;
  return (
    <img
      className="mt-4 h-auto w-full max-w-xl"
      src={paths.communeMapDrawing(kept.id, { size: "wide" })}
      alt={t("maps.previewAlt", { count: String(drawnCount) })}
      {...size}
    />
  );
}
