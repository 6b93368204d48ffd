import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { householdCardVersion } from "~/domain/catalog/household-card-version.server";
import { householdPictureFactsOf } from "~/domain/catalog/picture-facts";
import { listSellerShelf } from "~/domain/catalog/queries-seller.server";
import { findPublicHousehold } from "~/domain/households/queries-public.server";
import { ourLettering, readCardArtwork } from "~/platform/artwork.server";
import { cardFile } from "~/platform/card-file.server";
import { encodePicture } from "~/platform/encode-picture.server";
import { drawingOf } from "~/ui/catalog/drawing-variants";
import { drawingFile, drawVariant } from "~/ui/catalog/picture-sheet";
import { householdCardSvg } from "~/ui/catalog/household-card-svg";
import { cardResponse, readCardVersion } from "~/web/card-response";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

/** `card.<version>.jpg`: what message apps show of a seller. Another version than today's leads to today's. */
export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params["householdSlug"] ?? "";
  const language = languageOf(args, null);
  const asked = readCardVersion(args.params["cardFile"] ?? "");
  const household = asked === null ? null : await findPublicHousehold(slug, language);
  if (!household) throw notFound();
  const facts = householdPictureFactsOf(household, await listSellerShelf(slug, 1, language));
  const version = householdCardVersion(facts, language);
  if (asked !== version) throw redirect(paths.householdCard(language, slug, version));
  const card = await cardFile({
    version,
    photo: facts.photo,
    draw: async (photo) => {
      const shown = drawingOf(facts.drawn);
      const art = await readCardArtwork(drawingFile(shown.drawing));
      const drawing = drawVariant(art.drawing, shown);
      const artwork = { ...art, drawing, photo };
      return encodePicture(
        householdCardSvg(facts, { language, lettering: ourLettering(), artwork }),
      );
    },
  });
  return cardResponse(card);
}
