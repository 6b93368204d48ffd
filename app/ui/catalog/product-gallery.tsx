import type { Photo, ProductPage } from "~/domain/catalog/types";
import { useLang } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { drawingOf } from "./drawing-variants";
import { MAIN_PHOTO_SIZES, ProductPhoto } from "./product-picture";

const MORE_SIZES = "(min-width: 768px) 17rem, calc(50vw - 1.5rem)";

/** The first photo large, the others beneath; without any, the drawing of the product's kind. */
export function ProductGallery({ product }: { product: ProductPage }) {
  const t = useT();
  const { name, nameLanguage, slug, ocopSet } = product;
  const [first, ...others]: readonly Photo[] = product.photos;
  if (!first) {
    return (
      <figure>
        <img
          className="picture"
          src={paths.setPicture(drawingOf({ ocopSet, slug }))}
          alt={name}
          lang={useLang(nameLanguage)}
          width={400}
          height={300}
        />
        <figcaption className="mt-2 text-sm text-soft">{t("catalog.drawingNote")}</figcaption>
      </figure>
    );
  }
  return (
    <div>
      <ProductPhoto
        photo={first}
        alt={name}
        language={nameLanguage}
        sizes={MAIN_PHOTO_SIZES}
        isFirst
      />
      {others.length > 0 ? (
        <ul className="mt-3 grid grid-cols-2 gap-3">
          {others.map((photo, i) => (
            <li key={photo.id}>
              <ProductPhoto
                photo={photo}
                alt={`${name} (${i + 2})`}
                language={nameLanguage}
                sizes={MORE_SIZES}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
