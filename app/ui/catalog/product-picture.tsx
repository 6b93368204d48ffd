import type { Photo } from "~/domain/catalog/types";
import type { Language } from "~/platform/language";
import { useLang } from "~/ui/in-language";
import { paths } from "~/web/paths";
import { drawingOf } from "./drawing-variants";

const CARD_PIXELS = 320;

// Less the margins: at 360 px on a screen of 2x, 656 pixels do and 720 would load 960.
export const MAIN_PHOTO_SIZES = "(min-width: 768px) 34rem, calc(100vw - 2rem)";

export function photoSourceSet(
  photo: Pick<Photo, "id" | "widths">,
  type: "avif" | "webp" | "jpg",
): string {
  return photo.widths.map((width) => `${paths.photo(photo.id, width, type)} ${width}w`).join(", ");
}

/** The smallest file that fills so many pixels, or the largest there is. */
function photoWidthFor(photo: Pick<Photo, "widths">, pixels: number): number {
  const widths = photo.widths.toSorted((a, b) => a - b);
  return widths.find((width) => width >= pixels) ?? widths.at(-1) ?? pixels;
}

/** A product's picture in a list; beside its name, so a screen reader skips it. */
export function CardPicture(props: {
  photo: Pick<Photo, "id" | "widths"> | null;
  ocopSet: number;
  slug: string;
  lazy: "lazy" | undefined;
}) {
  const { photo } = props;
  if (!photo) {
    // The file that a whole list shares takes a slow phone half a second to draw from; what leads a page cannot wait.
    const drawing = drawingOf(props);
    const src = props.lazy ? paths.pictureInSheet(drawing) : paths.setPicture(drawing);
    return <CardImage src={src} lazy={props.lazy} />;
  }
  const width = photoWidthFor(photo, CARD_PIXELS);
  return (
    <picture>
      <source type="image/avif" srcSet={paths.photo(photo.id, width, "avif")} />
      <CardImage src={paths.photo(photo.id, width, "webp")} lazy={props.lazy} />
    </picture>
  );
}

function CardImage(props: { src: string; lazy: "lazy" | undefined }) {
  return (
    <img className="picture" src={props.src} alt="" width={400} height={300} loading={props.lazy} />
  );
}

/** A product's own photo in the format and width that fit the reader's screen. */
export function ProductPhoto(props: {
  photo: Photo;
  alt: string;
  /** Of `alt`; the page's without it. */
  language?: Language;
  sizes: string;
  isFirst?: true;
}) {
  const { photo } = props;
  const sourceSet = (type: "avif" | "webp" | "jpg") => photoSourceSet(photo, type);
  return (
    <picture>
      <source type="image/avif" srcSet={sourceSet("avif")} sizes={props.sizes} />
      <source type="image/webp" srcSet={sourceSet("webp")} sizes={props.sizes} />
      <img
        className="picture"
        src={paths.photo(photo.id, photoWidthFor(photo, 800), "jpg")}
        srcSet={sourceSet("jpg")}
        sizes={props.sizes}
        alt={props.alt}
        lang={useLang(props.language)}
        width={photo.width}
        height={photo.height}
        loading={props.isFirst ? undefined : "lazy"}
      />
    </picture>
  );
}
