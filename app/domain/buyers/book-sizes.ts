/** As many as a person can still tell apart in a list of buttons. */
export const ADDRESSES_MAX = 10;
export const WISHES_MAX = 200;
