import { slugOf } from "~/platform/fold";
import { completeLanguageFor, type Language } from "~/platform/language";
import { accountPaths } from "./paths-account";
import { certificatePaths } from "./paths-certificates";
import { auditPaths } from "./paths-audit";
import { compliancePaths } from "./paths-compliance";
import { dataPaths } from "./paths-data";
import { officerPaths } from "./paths-officers";
import { helperPaths } from "./paths-helpers";
import { indicatorPaths } from "./paths-indicator";
import { joiningPaths } from "./paths-joining";
import { listingPaths } from "./paths-listing";
import { moneyPaths } from "./paths-money";
import { stallPaths } from "./paths-stalls";
import { supplyPaths } from "./paths-supply";
import { trainingPaths } from "./paths-training";
import { inLanguage, withQuery, type Query } from "./with-query";

/** Of the drawings as they are (its test says so): browsers keep a picture for good under an address. */
const DRAWN = "80b4fd7d";
const SHEET = `/pictures/sets.svg?v=${DRAWN}`;

/** Every URL of the program. Public pages have one per language; desks follow the person's setting. */
export const paths = {
  home: (language: Language) => inLanguage(language, "/"),
  products: (language: Language, query?: Query) => inLanguage(language, "/products", query),
  ranking: (language: Language) => inLanguage(language, "/ranking"),
  product: (language: Language, slug: string) => inLanguage(language, `/products/${slug}`),
  productReviews: (language: Language, slug: string, query?: Query) =>
    inLanguage(language, `/products/${slug}/reviews`, query),
  productQuestions: (language: Language, slug: string, query?: Query) =>
    inLanguage(language, `/products/${slug}/questions`, query),
  /** Where a buyer goes on the list of a harvest. */
  joinHarvest: (language: Language, slug: string) =>
    inLanguage(language, `/products/${slug}/preorder`),
  preorder: (language: Language, of: { code: string; key: string; done?: string }) =>
    inLanguage(language, `/preorders/${of.code}`, { key: of.key, done: of.done }),
  preorderData: (code: string, key: string) => withQuery(`/preorders/${code}/data.json`, { key }),
  /** How reviews work here. */
  reviewRules: (language: Language) => inLanguage(language, "/reviews"),
  /** The picture of a product that message apps show; another version is another picture. */
  productCard: (language: Language, slug: string, version: string) =>
    inLanguage(language, `/products/${slug}/card.${version}.jpg`),
  siteCard: (language: Language) => `/icons/card-${completeLanguageFor(language)}.jpg`,
  /** Where a code from a label is looked up, and what it leads to. */
  lotSearch: (language: Language) => inLanguage(language, "/lots"),
  lot: (language: Language, code: string) => inLanguage(language, `/lots/${code}`),
  household: (language: Language, slug: string, query?: Query) =>
    inLanguage(language, `/households/${slug}`, query),
  householdCard: (language: Language, slug: string, version: string) =>
    inLanguage(language, `/households/${slug}/card.${version}.jpg`),
  /** Where a buyer asks a household what many packs would cost. */
  priceRequest: (language: Language, slug: string, query?: Query) =>
    inLanguage(language, `/households/${slug}/price-request`, query),
  contract: (language: Language, of: { code: string; key: string; done?: string }) =>
    inLanguage(language, `/contracts/${of.code}`, { key: of.key, done: of.done }),
  contractPrint: (language: Language, of: { code: string; key: string }) =>
    inLanguage(language, `/contracts/${of.code}/print`, { key: of.key }),
  contractSignature: (language: Language, of: { code: string; key: string }) =>
    inLanguage(language, `/contracts/${of.code}/signature`, { key: of.key }),
  contractFile: (of: { code: string; key: string; file: string }) =>
    withQuery(`/contracts/${of.code}/${of.file}`, { key: of.key }),
  cart: (language: Language) => inLanguage(language, "/cart"),
  cartItems: (language: Language) => inLanguage(language, "/cart/items"),
  checkout: (language: Language, query?: Query) => inLanguage(language, "/checkout", query),
  suggestions: (language: Language) => inLanguage(language, "/products/suggestions.json"),
  communes: (language: Language) => inLanguage(language, "/communes"),
  /** The code finds the commune; the name is for people, and may change. */
  commune: (language: Language, commune: { code: string; name: string }, query?: Query) =>
    inLanguage(language, `/communes/${communeSlug(commune)}`, query),
  collections: (language: Language) => inLanguage(language, "/collections"),
  collection: (language: Language, slug: string, query?: Query) =>
    inLanguage(language, `/collections/${slug}`, query),
  /** Where a lost link is found again, and a signed-in buyer's own list. */
  orders: (language: Language, query?: Query) => inLanguage(language, "/orders", query),
  /** What sending costs, and how it is counted. */
  shipping: (language: Language) => inLanguage(language, "/shipping"),
  order: (language: Language, code: string, key: string) =>
    inLanguage(language, `/orders/${code}`, { key }),
  /** The page of whatever was bought; `told` after browsers were noted or forgotten, `link` after it was sent. */
  purchase: (language: Language, { thing, code, ...query }: Query & { thing: string }) =>
    inLanguage(language, `/${thing}s/${code}`, query),
  askedLink: (language: Language, { code, key }: { code: string; key: string }) =>
    inLanguage(language, `/links/${code}`, { key }),
  orderBrowser: (language: Language, code: string, key: string) =>
    inLanguage(language, `/orders/${code}/browser`, { key }),
  /** The page of an order that the same form had placed before with other words. */
  repeatedOrder: (language: Language, code: string, key: string) =>
    inLanguage(language, `/orders/${code}`, { key, repeated: 1 }),
  /** The order's page after one of its lines was reviewed. */
  reviewedOrder: (language: Language, order: { code: string; key: string; reviewed: string }) =>
    inLanguage(language, `/orders/${order.code}`, { key: order.key, reviewed: order.reviewed }),
  lineReview: (language: Language, line: { code: string; key: string; lineItemId: string }) =>
    inLanguage(language, `/orders/${line.code}/lines/${line.lineItemId}/review`, { key: line.key }),
  orderAgain: (language: Language, code: string, key: string) =>
    inLanguage(language, `/orders/${code}/cart`, { key }),
  /** Where a buyer calls an order off, or with no `order` all that is not paid. */
  orderCancellation: (language: Language, of: { code: string; key: string; order?: string }) =>
    inLanguage(language, `/orders/${of.code}/cancellation`, { key: of.key, order: of.order }),
  /** Where a buyer says how to pay instead. */
  orderMethod: (language: Language, of: { code: string; key: string }) =>
    inLanguage(language, `/orders/${of.code}/method`, { key: of.key }),
  /** Where a buyer goes to the page of the card provider and comes back from it, then without any key. */
  orderCard: (language: Language, of: { code: string; key?: string }) =>
    inLanguage(language, `/orders/${of.code}/card`, { key: of.key }),
  /** The order's page as seen by who comes back from there. */
  orderAfterCard: (language: Language, code: string, key: string) =>
    inLanguage(language, `/orders/${code}`, { key, card: "returned" }),
  /** Where a buyer says that a transfer was made which the order does not show. */
  transferClaim: (language: Language, of: { code: string; key: string }) =>
    inLanguage(language, `/orders/${of.code}/transfer-claim`, { key: of.key }),
  /** Where its photo goes in parts, named by its SHA-256. */
  claimPhotoParts: (of: { code: string; key: string }, hash: string) =>
    withQuery(`/orders/${of.code}/files/${hash}`, { key: of.key }),
  orderPrint: (language: Language, code: string, key: string) =>
    inLanguage(language, `/orders/${code}/print`, { key }),
  /** Everything that is kept of the order, for its buyer. */
  orderData: (code: string, key: string) => withQuery(`/orders/${code}/data.json`, { key }),
  orderReceipt: (language: Language, code: string, key: string) =>
    inLanguage(language, `/orders/${code}/receipt`, { key }),
  newReturn: (language: Language, of: { code: string; key: string; order: string }) =>
    inLanguage(language, `/orders/${of.code}/returns/new`, { key: of.key, order: of.order }),
  buyerReturn: (language: Language, of: { code: string; key: string; request: string }) =>
    inLanguage(language, `/orders/${of.code}/returns/${of.request}`, { key: of.key }),
  orderQr: (code: string, key: string) => withQuery(`/orders/${code}/vietqr.svg`, { key }),
  orderQrPicture: (code: string, key: string) => withQuery(`/orders/${code}/vietqr.png`, { key }),
  /** Of one household's order, by its own code. */
  buyerProofPhoto: (orderCode: string, key: string) =>
    withQuery(`/orders/${orderCode.split("-")[0]}/proofs/${orderCode}`, { key }),
  orderStatus: (code: string, key: string) => withQuery(`/orders/${code}/status.json`, { key }),
  ...auditPaths,
  ...compliancePaths,
  ...dataPaths,
  ...officerPaths,
  /** Where a product's page saves it. */
  wish: (language: Language, slug: string) => inLanguage(language, `/products/${slug}/wish`),
  ...accountPaths,
  ...helperPaths,
  ...certificatePaths,
  ...joiningPaths,
  ...listingPaths,
  ...trainingPaths,
  householdDesk: (query?: Query) => withQuery("/household", query),
  householdBrowser: () => "/household/browser",
  householdProducts: (query?: Query) => withQuery("/household/products", query),
  /** A household's products as a table, to be taken away and brought back. */
  productTable: (query?: Query) => withQuery("/household/products/table", query),
  productTableFile: (file: string, query?: Query) =>
    withQuery(`/household/products/table/${file}`, query),
  productImport: (importId: string, query?: Query) =>
    withQuery(`/household/products/table/imports/${importId}`, query),
  /** The question before what a table made is removed. */
  productImportRemoval: (importId: string) =>
    `/household/products/table/imports/${importId}/removal`,
  householdProduct: (slug: string, query?: Query) =>
    withQuery(`/household/products/${slug}`, query),
  productWords: (slug: string) => `/household/products/${slug}/words`,
  householdLot: (code: string, query?: Query) => withQuery(`/household/lots/${code}`, query),
  lotDocuments: (code: string) => `/household/lots/${code}/documents`,
  documentWithdrawal: (lotCode: string, id: string) =>
    `/household/lots/${lotCode}/documents/${id}/withdrawal`,
  lotLabels: (code: string, query?: Query) => withQuery(`/household/lots/${code}/labels`, query),
  lotQr: (code: string) => `/household/lots/${code}/qr.svg`,
  householdRecall: (code: string) => `/household/lots/${code}/recall`,
  householdBuyers: (code: string, query?: Query) =>
    withQuery(`/household/lots/${code}/buyers`, query),
  householdBuyersCsv: (code: string) => `/household/lots/${code}/buyers.csv`,
  householdOrders: (query?: Query) => withQuery("/household/orders", query),
  packingSheet: (query?: Query) => withQuery("/household/packing", query),
  householdOrder: (code: string, query?: Query) => withQuery(`/household/orders/${code}`, query),
  orderConfirmation: (code: string) => `/household/orders/${code}/confirmation`,
  orderPacking: (code: string) => `/household/orders/${code}/packing`,
  orderShipment: (code: string) => `/household/orders/${code}/shipment`,
  orderLots: (code: string) => `/household/orders/${code}/lots`,
  orderDelivery: (code: string) => `/household/orders/${code}/delivery`,
  /** The QR of what is to be taken at the door. */
  householdOrderQr: (code: string) => `/household/orders/${code}/vietqr.svg`,
  orderParcel: (code: string, query?: Query) =>
    withQuery(`/household/orders/${code}/parcel`, query),
  orderProof: (code: string) => `/household/orders/${code}/proof`,
  orderProofPhoto: (code: string) => `/household/orders/${code}/proof.jpg`,
  orderClosure: (code: string) => `/household/orders/${code}/closure`,
  householdReturns: (query?: Query) => withQuery("/household/returns", query),
  householdReturn: (code: string, query?: Query) => withQuery(`/household/returns/${code}`, query),
  householdContracts: (query?: Query) => withQuery("/household/contracts", query),
  householdContract: (code: string, query?: Query) =>
    withQuery(`/household/contracts/${code}`, query),
  contractOffer: (code: string) => `/household/contracts/${code}/offer`,
  contractDelivery: (code: string) => `/household/contracts/${code}/delivery`,
  householdContractPrint: (code: string) => `/household/contracts/${code}/print`,
  householdSignature: (code: string) => `/household/contracts/${code}/signature`,
  householdContractFile: (code: string, file: string) => `/household/contracts/${code}/${file}`,
  householdProfile: (query?: Query) => withQuery("/household/profile", query),
  profilePhoto: (query?: Query) => withQuery("/household/profile/photo", query),
  /** Tax code and licences. */
  householdPapers: (query?: Query) => withQuery("/household/papers", query),
  newLicence: (query?: Query) => withQuery("/household/papers/licences", query),
  licenceWithdrawal: (id: string, query?: Query) =>
    withQuery(`/household/papers/licences/${id}/withdrawal`, query),
  householdShipping: (query?: Query) => withQuery("/household/shipping", query),
  /** Where a household says when it takes no orders. */
  shopClosure: (query?: Query) => withQuery("/household/closure", query),
  pickupPoints: (query?: Query) => withQuery("/household/shipping/pickup-points", query),
  pickupPoint: (pointId: string, query?: Query) =>
    withQuery(`/household/shipping/pickup-points/${pointId}`, query),
  earnings: (query?: Query) => withQuery("/household/earnings", query),
  householdReviews: (query?: Query) => withQuery("/household/reviews", query),
  postReply: (postId: string) => `/household/reviews/${postId}/reply`,
  departmentDesk: () => "/department",
  approvals: (query?: Query) => withQuery("/department/approvals", query),
  departmentHouseholds: (query?: Query) => withQuery("/department/households", query),
  householdApproval: (slug: string, query?: Query) =>
    withQuery(`/department/households/${slug}/approval`, query),
  profileApproval: (changeId: string) => `/department/profiles/${changeId}/approval`,
  departmentCollections: (query?: Query) => withQuery("/department/collections", query),
  newCollection: () => "/department/collections/new",
  departmentCollection: (slug: string, query?: Query) =>
    withQuery(`/department/collections/${slug}`, query),
  collectionProducts: (slug: string, query?: Query) =>
    withQuery(`/department/collections/${slug}/products`, query),
  productApproval: (slug: string) => `/department/products/${slug}/approval`,
  departmentReviews: (query?: Query) => withQuery("/department/reviews", query),
  postDecision: (postId: string, query?: Query) =>
    withQuery(`/department/reviews/${postId}/decision`, query),
  departmentContracts: (query?: Query) => withQuery("/department/contracts", query),
  departmentContract: (code: string) => `/department/contracts/${code}`,
  departmentLots: (query?: Query) => withQuery("/department/lots", query),
  departmentLot: (code: string, query?: Query) => withQuery(`/department/lots/${code}`, query),
  /** `lot`: back to its page and not to the list. */
  documentCheck: (id: string, query?: Query) =>
    withQuery(`/department/documents/${id}/check`, query),
  departmentRecall: (code: string) => `/department/lots/${code}/recall`,
  recallLifting: (code: string) => `/department/lots/${code}/lifting`,
  departmentBuyers: (code: string, query?: Query) =>
    withQuery(`/department/lots/${code}/buyers`, query),
  departmentBuyersCsv: (code: string) => `/department/lots/${code}/buyers.csv`,
  departmentShipping: (query?: Query) => withQuery("/department/shipping", query),
  tariffWithdrawal: (tariffId: string) => `/department/shipping/${tariffId}/withdrawal`,
  ...indicatorPaths,
  ...moneyPaths,
  ...stallPaths,
  ...supplyPaths,
  departmentNotices: (query?: Query) => withQuery("/department/notices", query),
  noticeResending: (noticeId: string) => `/department/notices/${noticeId}/resending`,
  bankSimulator: (language: Language, query?: Query) =>
    inLanguage(language, "/simulator/bank", query),
  simulatedMessages: (language: Language, query?: Query) =>
    inLanguage(language, "/simulator/messages", query),
  /** Where a buyer says to which account money is to come back. */
  refundAccount: (language: Language, code: string, key: string) =>
    inLanguage(language, `/orders/${code}/refund-account`, { key }),
  /** What was bought as an SMS has room for; leads to its page in the buyer's language. */
  shortLink: (code: string, key: string) => `/o/${code}.${key}`,
  robots: () => "/robots.txt",
  sitemap: () => "/sitemap.xml",
  sitemapPart: (kind: "pages" | "households" | "products", part: number) =>
    `/sitemaps/${kind}-${part}.xml`,
  feed: (language: Language) => inLanguage(language, "/feed.xml"),
  manifest: (language: Language) => inLanguage(language, "/manifest.webmanifest"),
  offline: (language: Language) => inLanguage(language, "/offline"),
  serviceWorker: () => "/service-worker.js",
  sepayWebhook: () => "/webhooks/bank/sepay",
  health: () => "/healthz",
  photo: (photoId: string, width: number, type: "webp" | "avif" | "jpg") =>
    `/uploads/photos/${photoId}/${width}.${type}`,
  /** The drawing of a set, of which products show different variants. */
  setPicture: ({ drawing, variant }: { drawing: number; variant: number }) =>
    `/pictures/set-${String(drawing).padStart(2, "0")}.svg?v=${DRAWN}#v${variant}`,
  /** The same out of the one file that lists share. */
  pictureSheet: () => SHEET,
  pictureInSheet: ({ drawing, variant }: { drawing: number; variant: number }) =>
    `${SHEET}#set-${String(drawing).padStart(2, "0")}-${variant}`,
} as const;

/** `00769-xa-meo-vac` */
export function communeSlug({ code, name }: { code: string; name: string }): string {
  return `${code}-${slugOf(name)}`;
}

const OWN_PATH = /^\/(?![/\\])[^\s\\]*$/;
const ANY_ORIGIN = "http://localhost";

/** Where to go after signing in: a path of ours, or null for anything that leads elsewhere. */
export function safeReturnPath(text: string | null): string | null {
  if (text === null || !OWN_PATH.test(text) || !URL.canParse(text, ANY_ORIGIN)) return null;
  // As browsers write it: a header takes no other letters, and `/a/..//host` would become another site's.
  const { pathname, search, hash } = new URL(text, ANY_ORIGIN);
  return OWN_PATH.test(pathname) ? pathname + search + hash : null;
}
