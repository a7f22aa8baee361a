import { jStat } from 'jstat';

/** P(Z ≥ z) of a standard normal Z; beyond three sigma on both sides 0.0027 together (O-23). */
export function normalTail(z: number): number {
  return jStat.erfc(z / Math.SQRT2) / 2;
}
