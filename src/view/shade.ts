// One of six colours, by what it is for: a person, a value. The same name always has the same, on every surface.

const shades = 6;
export type Shade = 0 | 1 | 2 | 3 | 4 | 5;

export const shadeOf = (name: string): Shade =>
  (Array.from(name).reduce((sum, each) => (sum * 7 + (each.codePointAt(0) ?? 0)) % 9973, 0) %
    shades) as Shade;
