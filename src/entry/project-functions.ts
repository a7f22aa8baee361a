import { closeDecision } from '../app/close-decision';
import { cosignReview } from '../app/cosign-review';
import { finishReview } from '../app/finish-review';
import { getHealth } from '../app/get-health';
import { getNumberItems } from '../app/get-number-items';
import { getProjectHome } from '../app/get-project-home';
import { getReview } from '../app/get-review';
import { getWaiting } from '../app/get-waiting';
import { openReview } from '../app/open-review';
import { saveReview } from '../app/save-review';
import type { AppPorts } from '../app/ports/app-ports';
import type { CohortLists, OwnLists, WaitingLists } from '../app/ports/handoff-lists';
import type { DocumentWriter } from '../app/ports/project-documents';
import type { ProjectReader } from '../app/ports/site';
import type { BridgeFunction } from '../contract/bridge-contract';
import { numberItems } from '../contract/number-items-payloads';
import { nothing } from '../contract/payload-parts';
import * as reviewPayloads from '../contract/review-payloads';
import { waiting } from '../contract/waiting-payloads';
import { entry, type BridgeTable } from './bridge-entry';
import { ROW_FUNCTIONS, type RowPorts } from './row-functions';
import { toProjectCaller } from './trusted-context';

/** What the functions of the project page reach. */
export type ProjectPorts = RowPorts &
  Pick<AppPorts, 'summaries'> & {
    readonly documents: DocumentWriter;
    readonly lists: OwnLists & WaitingLists & CohortLists;
    readonly site: ProjectReader;
  };

/** Functions of the project page: its lists, and the Handoff screen as it opens in a row of them. */
export const PROJECT_FUNCTIONS: BridgeTable<ProjectPorts, Extract<BridgeFunction, `project.${string}`> | keyof typeof ROW_FUNCTIONS> = {
  ...ROW_FUNCTIONS,
  'project.home': entry(nothing, (ports, context) => getProjectHome(ports, toProjectCaller(context))),
  'project.review': entry(reviewPayloads.reviewTarget, (ports, context, { typeId }) => getReview(ports, toProjectCaller(context), typeId)),
  'project.openReview': entry(reviewPayloads.openReview, (ports, context, payload) => openReview(ports, toProjectCaller(context), payload)),
  'project.saveReview': entry(reviewPayloads.saveReview, (ports, context, payload) => saveReview(ports, toProjectCaller(context), payload)),
  'project.finishReview': entry(reviewPayloads.onReview, (ports, context, payload) =>
    finishReview(ports, toProjectCaller(context), payload),
  ),
  'project.cosignReview': entry(reviewPayloads.onReview, (ports, context, payload) =>
    cosignReview(ports, toProjectCaller(context), payload),
  ),
  'project.closeDecision': entry(reviewPayloads.closeDecision, (ports, context, payload) =>
    closeDecision(ports, toProjectCaller(context), payload),
  ),
  'project.health': entry(nothing, (ports, context) => getHealth(ports, toProjectCaller(context))),
  'project.numberItems': entry(numberItems, (ports, context, asked) => getNumberItems(ports, toProjectCaller(context), asked)),
  'project.waiting': entry(waiting, (ports, context, query) => getWaiting(ports, toProjectCaller(context), query)),
};
