export type Province = { code: string; name: string };
export type Commune = { code: string; name: string; provinceCode: string };
