import enAccount from "./en/account.json";
import enArchive from "./en/archive.json";
import enAudit from "./en/audit.json";
import enCertificates from "./en/certificates.json";
import enChannels from "./en/channels.json";
import enClaims from "./en/claims.json";
import enCatalog from "./en/catalog.json";
import enCollections from "./en/collections.json";
import enCommon from "./en/common.json";
import enCompliance from "./en/compliance.json";
import enContracts from "./en/contracts.json";
import enDepartment from "./en/department.json";
import enEntry from "./en/entry.json";
import enErrors from "./en/errors.json";
import enEvidence from "./en/evidence.json";
import enHelpers from "./en/helpers.json";
import enExchange from "./en/exchange.json";
import enHouseholds from "./en/households.json";
import enIdentity from "./en/identity.json";
import enJoining from "./en/joining.json";
import enListing from "./en/listing.json";
import enLots from "./en/lots.json";
import enMaps from "./en/maps.json";
import enMethod from "./en/method.json";
import enMoney from "./en/money.json";
import enNotices from "./en/notices.json";
import enOcop from "./en/ocop.json";
import enOfficers from "./en/officers.json";
import enOpendata from "./en/opendata.json";
import enOrders from "./en/orders.json";
import enPhone from "./en/phone.json";
import enPacking from "./en/packing.json";
import enPapers from "./en/papers.json";
import enPayments from "./en/payments.json";
import enPayouts from "./en/payouts.json";
import enPlaces from "./en/places.json";
import enPreorders from "./en/preorders.json";
import enProgramme from "./en/programme.json";
import enRanking from "./en/ranking.json";
import enReconciliation from "./en/reconciliation.json";
import enReleases from "./en/releases.json";
import enReport from "./en/report.json";
import enReturns from "./en/returns.json";
import enReviews from "./en/reviews.json";
import enSettlement from "./en/settlement.json";
import enShipping from "./en/shipping.json";
import enSite from "./en/site.json";
import enStalls from "./en/stalls.json";
import enStatements from "./en/statements.json";
import enStatistics from "./en/statistics.json";
import enSupply from "./en/supply.json";
import enSuspension from "./en/suspension.json";
import enTargets from "./en/targets.json";
import enTax from "./en/tax.json";
import enTerms from "./en/terms.json";
import enPeriods from "./en/periods.json";
import enRecords from "./en/records.json";
import enTraining from "./en/training.json";
import enLessons from "./en/lessons.json";
import enVouchers from "./en/vouchers.json";
import viAccount from "./vi/account.json";
import viArchive from "./vi/archive.json";
import viAudit from "./vi/audit.json";
import viCertificates from "./vi/certificates.json";
import viChannels from "./vi/channels.json";
import viClaims from "./vi/claims.json";
import viCatalog from "./vi/catalog.json";
import viCollections from "./vi/collections.json";
import viCommon from "./vi/common.json";
import viCompliance from "./vi/compliance.json";
import viContracts from "./vi/contracts.json";
import viDepartment from "./vi/department.json";
import viEntry from "./vi/entry.json";
import viErrors from "./vi/errors.json";
import viEvidence from "./vi/evidence.json";
import viHelpers from "./vi/helpers.json";
import viExchange from "./vi/exchange.json";
import viHouseholds from "./vi/households.json";
import viIdentity from "./vi/identity.json";
import viJoining from "./vi/joining.json";
import viListing from "./vi/listing.json";
import viLots from "./vi/lots.json";
import viMaps from "./vi/maps.json";
import viMethod from "./vi/method.json";
import viMoney from "./vi/money.json";
import viNotices from "./vi/notices.json";
import viOcop from "./vi/ocop.json";
import viOfficers from "./vi/officers.json";
import viOpendata from "./vi/opendata.json";
import viOrders from "./vi/orders.json";
import viPhone from "./vi/phone.json";
import viPacking from "./vi/packing.json";
import viPapers from "./vi/papers.json";
import viPayments from "./vi/payments.json";
import viPayouts from "./vi/payouts.json";
import viPlaces from "./vi/places.json";
import viPreorders from "./vi/preorders.json";
import viProgramme from "./vi/programme.json";
import viRanking from "./vi/ranking.json";
import viReconciliation from "./vi/reconciliation.json";
import viReleases from "./vi/releases.json";
import viReport from "./vi/report.json";
import viReturns from "./vi/returns.json";
import viReviews from "./vi/reviews.json";
import viSettlement from "./vi/settlement.json";
import viShipping from "./vi/shipping.json";
import viSite from "./vi/site.json";
import viStalls from "./vi/stalls.json";
import viStatements from "./vi/statements.json";
import viStatistics from "./vi/statistics.json";
import viSupply from "./vi/supply.json";
import viSuspension from "./vi/suspension.json";
import viTargets from "./vi/targets.json";
import viTax from "./vi/tax.json";
import viTerms from "./vi/terms.json";
import viPeriods from "./vi/periods.json";
import viRecords from "./vi/records.json";
import viTraining from "./vi/training.json";
import viLessons from "./vi/lessons.json";
import viVouchers from "./vi/vouchers.json";

/** The catalogue of each language: one file a room, flat keys. Vietnamese is the one that types the keys. */
export const resources = {
  vi: {
    account: viAccount,
    archive: viArchive,
    audit: viAudit,
    catalog: viCatalog,
    certificates: viCertificates,
    channels: viChannels,
    claims: viClaims,
    collections: viCollections,
    common: viCommon,
    compliance: viCompliance,
    contracts: viContracts,
    department: viDepartment,
    entry: viEntry,
    errors: viErrors,
    evidence: viEvidence,
    helpers: viHelpers,
    exchange: viExchange,
    households: viHouseholds,
    identity: viIdentity,
    joining: viJoining,
    listing: viListing,
    lots: viLots,
    maps: viMaps,
    method: viMethod,
    money: viMoney,
    notices: viNotices,
    ocop: viOcop,
    officers: viOfficers,
    opendata: viOpendata,
    orders: viOrders,
    phone: viPhone,
    packing: viPacking,
    papers: viPapers,
    payments: viPayments,
    payouts: viPayouts,
    places: viPlaces,
    preorders: viPreorders,
    programme: viProgramme,
    ranking: viRanking,
    reconciliation: viReconciliation,
    releases: viReleases,
    report: viReport,
    returns: viReturns,
    reviews: viReviews,
    settlement: viSettlement,
    shipping: viShipping,
    site: viSite,
    stalls: viStalls,
    statements: viStatements,
    statistics: viStatistics,
    supply: viSupply,
    suspension: viSuspension,
    targets: viTargets,
    tax: viTax,
    terms: viTerms,
    periods: viPeriods,
    records: viRecords,
    training: viTraining,
    lessons: viLessons,
    vouchers: viVouchers,
  },
  en: {
    account: enAccount,
    archive: enArchive,
    audit: enAudit,
    catalog: enCatalog,
    certificates: enCertificates,
    channels: enChannels,
    claims: enClaims,
    collections: enCollections,
    common: enCommon,
    compliance: enCompliance,
    contracts: enContracts,
    department: enDepartment,
    entry: enEntry,
    errors: enErrors,
    evidence: enEvidence,
    helpers: enHelpers,
    exchange: enExchange,
    households: enHouseholds,
    identity: enIdentity,
    joining: enJoining,
    listing: enListing,
    lots: enLots,
    maps: enMaps,
    method: enMethod,
    money: enMoney,
    notices: enNotices,
    ocop: enOcop,
    officers: enOfficers,
    opendata: enOpendata,
    orders: enOrders,
    phone: enPhone,
    packing: enPacking,
    papers: enPapers,
    payments: enPayments,
    payouts: enPayouts,
    places: enPlaces,
    preorders: enPreorders,
    programme: enProgramme,
    ranking: enRanking,
    reconciliation: enReconciliation,
    releases: enReleases,
    report: enReport,
    returns: enReturns,
    reviews: enReviews,
    settlement: enSettlement,
    shipping: enShipping,
    site: enSite,
    stalls: enStalls,
    statements: enStatements,
    statistics: enStatistics,
    supply: enSupply,
    suspension: enSuspension,
    targets: enTargets,
    tax: enTax,
    terms: enTerms,
    periods: enPeriods,
    records: enRecords,
    training: enTraining,
    lessons: enLessons,
    vouchers: enVouchers,
  },
} as const;
