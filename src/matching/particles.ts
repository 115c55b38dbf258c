/** Syllables of the longest chain of particles that is looked for. */
export const LONGEST_PARTICLE = 6;

/**
 * What may cling to a Korean noun: the plural, a particle of place or manner, a
 * form of the copula, and a particle of case or topic, each at most once.
 */
const PARTICLE =
  /^들?(?:에서|에게서?|한테|께서?|에|으?로서?|으?로써|와|과|하고|이?랑|까지|부터|만|마저|조차|처럼|같이|보다|마다|밖에|이?나|이?든지|이?란|이?라[는고도]|이?며|이고|이다|입니다|인)?(?:은|는|이|가|을|를|의|도|만|요)?$/;

/** Whether syllables at the end of a Korean word may be particles. */
export const isParticle = (syllables: string): boolean =>
  PARTICLE.test(syllables);
