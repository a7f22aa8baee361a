import type { Handoff } from './handoff';

/** Whether the sender marked it as high risk (S-012). */
export function isHighRisk(handoff: Pick<Handoff, 'risk'> | null): boolean {
  return handoff?.risk?.value === 'high';
}
