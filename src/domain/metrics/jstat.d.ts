/** The few special functions of `jstat` that are used; the package brings no types. */
declare module 'jstat' {
  interface ContinuousDistribution {
    /** Quantile for a probability between 0 and 1, given two parameters of the distribution. */
    inv(probability: number, one: number, other: number): number;
  }
  export const jStat: {
    /** Parameters: alpha, beta. */
    readonly beta: ContinuousDistribution;
    /** Parameters: shape, scale. */
    readonly gamma: ContinuousDistribution;
    /** Parameters: mean, standard deviation. */
    readonly normal: ContinuousDistribution;
    /** Regularised incomplete beta function I_x(alpha, beta). */
    ibeta(x: number, alpha: number, beta: number): number;
    /** Complementary error function. */
    erfc(x: number): number;
  };
}
