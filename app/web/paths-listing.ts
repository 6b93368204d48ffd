import type { Language } from "~/platform/language";
import { inLanguage, withQuery, type Query } from "./with-query";

/** The addresses of a product that is being listed, a question a page, or changed, and of many that are at once. */
export const listingPaths = {
  newProduct: (query?: Query) => withQuery("/household/products/new", query),
  /** Leads to where its household was with it. */
  listing: (id: string) => `/household/listings/${id}`,
  listingScreen: (id: string, screen: string, query?: Query) =>
    withQuery(`/household/listings/${id}/${screen}`, query),
  listingSummary: (id: string) => `/household/listings/${id}/summary`,
  /** Where a phone's photo goes in parts, named by its SHA-256. */
  listingPhotoParts: (hash: string, query?: Query) =>
    withQuery(`/household/listings/photos/${hash}`, query),
  /** Where a phone sends what it kept while it had no line. */
  keptListings: (query?: Query) => withQuery("/household/listings/kept", query),
  /** The page that lists without a line. `place` is of its script. */
  listingOffline: (language: Language, place = "") =>
    inLanguage(language, "/offline/listing") + (place === "" ? "" : `#${place}`),
  /** Prices and packs of many products at once. */
  productsBulk: (query?: Query) => withQuery("/household/prices", query),
  productPhotos: (slug: string, query?: Query) =>
    withQuery(`/household/products/${slug}/photos`, query),
  productPhoto: (slug: string, photoId: string) => `/household/products/${slug}/photos/${photoId}`,
  productPublication: (slug: string) => `/household/products/${slug}/publication`,
  /** The question before a product that was never on sale is removed. */
  productRemoval: (slug: string) => `/household/products/${slug}/removal`,
  productStock: (slug: string, query?: Query) =>
    withQuery(`/household/products/${slug}/stock`, query),
  productHarvest: (slug: string, query?: Query) =>
    withQuery(`/household/products/${slug}/harvest`, query),
  listingRemoval: (id: string) => `/household/listings/${id}/removal`,
};
