// A colour by what it is for: one of six for a value, of twelve for a person. The same name always has the same, on every surface.

const shades = 6;
export type Shade = 0 | 1 | 2 | 3 | 4 | 5;
/** As many as people of a team are told apart by. */
export const faceShades = 12;

const numberOf = (name: string): number =>
  Array.from(name).reduce((sum, each) => (sum * 7 + (each.codePointAt(0) ?? 0)) % 9973, 0);

export const shadeOf = (name: string): Shade => (numberOf(name) % shades) as Shade;
export const faceShadeOf = (name: string): number => numberOf(name) % faceShades;
