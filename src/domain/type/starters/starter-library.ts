import { copyToDesign } from './copy-to-design';
import { designToDev } from './design-to-dev';
import { devToQa } from './dev-to-qa';
import { orderFulfilment } from './order-fulfilment';
import { releaseToOps } from './release-to-ops';
import { returnsToWarehouse } from './returns-to-warehouse';
import { salesToSupport } from './sales-to-support';
import type { Starter } from './starter';
import { supportEscalation } from './support-escalation';

/** Every starter, in the order people see (S-001). Each requires at most 4 items and 2 sections. */
export const STARTERS: readonly Starter[] = [
  devToQa,
  designToDev,
  copyToDesign,
  releaseToOps,
  supportEscalation,
  salesToSupport,
  orderFulfilment,
  returnsToWarehouse,
];

/** The starter a type was made from; null when it was made from none, or from one there no longer is. */
export function findStarter(starterId: string | undefined): Starter | null {
  return STARTERS.find((each) => each.starterId === starterId) ?? null;
}
