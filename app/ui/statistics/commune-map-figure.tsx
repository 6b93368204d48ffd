import { formatMonth, type Month } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { MapFacts } from "./commune-map";
import type { ChartSize } from "./indicator-charts";

/** The map of a breakdown by commune, above its table. */
export function CommuneMapFigure(props: {
  month: Month;
  map: MapFacts;
  communeNames: Readonly<Record<string, string>>;
  hrefOf: (size: ChartSize) => string;
}) {
  const t = useT();
  const mark = useMark();
  const { map, communeNames, hrefOf } = props;
  const { wide, narrow } = map.sizes;
  const month = formatMonth(props.month);
  const undrawn = map.undrawn.map((code) => communeNames[code] ?? code).join("; ");
  return (
    <figure className="my-4">
      <figcaption>
        <span className="block font-semibold print:text-sm">
          {t("maps.figureTitle", { month })}
        </span>
        <span className="block text-sm text-soft print:text-xs">
          {t("maps.figureKey")}
          {map.isSquares ? ` ${t("maps.figureSquares")}` : null}
          {map.hasFarIslands ? ` ${t("maps.figureFar")}` : null}
        </span>
      </figcaption>
      <picture>
        <source
          media="(max-width: 30rem)"
          srcSet={hrefOf("narrow")}
          width={narrow.width}
          height={narrow.height}
        />
        <img
          className="mt-3 h-auto w-full max-w-xl"
          src={hrefOf("wide")}
          alt={t("maps.figureAlt", { count: String(map.communeCount), month })}
          width={wide.width}
          height={wide.height}
        />
      </picture>
      {undrawn === "" ? null : (
        <p className="mt-2 max-w-prose text-sm text-soft">
          {t("maps.undrawn", { names: mark(undrawn, "vi") })}
        </p>
      )}
    </figure>
  );
}
