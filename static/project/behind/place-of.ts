import type { HealthMonth, TypeHealth } from '../../../src/contract/health';
import type { NumberPlace } from './number-place';

/** Where the numbers of one type's month stand. */
export function placeOf(
  projectKey: string,
  { typeId }: Pick<TypeHealth, 'typeId'>,
  { month, asOf }: Pick<HealthMonth, 'month' | 'asOf'>,
): NumberPlace {
  return { projectKey, typeId, month, asOf };
}
