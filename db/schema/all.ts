/** Every table, for the engine's driver. Rooms import their own file, never this one. */
export * from "./audit";
export * from "./catalog";
export * from "./certificates";
export * from "./catalog-collections";
export * from "./contracts";
export * from "./fulfilment";
export * from "./health";
export * from "./households";
export * from "./identity";
export * from "./orders";
export * from "./outbox";
export * from "./payments";
export * from "./places";
export * from "./returns";
export * from "./reviews";
export * from "./settlement";
export * from "./statistics";
