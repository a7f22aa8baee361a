import { getChampionHome } from '../app/get-champion-home';
import { getPlaybookPage } from '../app/get-playbook-page';
import { getPlaybookVersions } from '../app/get-playbook-versions';
import { getSpotChecks } from '../app/get-spot-checks';
import { getTypeHistory } from '../app/get-type-history';
import { listPlaybook } from '../app/list-playbook';
import { reviewPlaybookPage } from '../app/review-playbook-page';
import { saveSpotCheck } from '../app/save-spot-check';
import type { SpotCheckPorts } from '../app/spot-check/spot-check-case';
import { suggestChange } from '../app/suggest-change';
import type { AppPorts } from '../app/ports/app-ports';
import type { ConfigHistory } from '../app/ports/config-store';
import type { BridgeFunction } from '../contract/bridge-contract';
import * as payloads from '../contract/guide-payloads';
import { saveSpotCheck as saveSpotCheckPayload } from '../contract/spot-check-payloads';
import { entry, type BridgeTable } from './bridge-entry';

/** What the functions of the playbook reach. */
export type PlaybookPorts = Pick<
  AppPorts,
  'documents' | 'summaries' | 'queue' | 'issues' | 'permissions' | 'site' | 'people' | 'machine' | 'log'
> &
  Pick<SpotCheckPorts, 'lists' | 'records'> & { readonly configs: ConfigHistory };

/** Functions of the playbook, a page of the site: each names its project, and Jira is asked whether the person may see it. */
export const PLAYBOOK_FUNCTIONS: BridgeTable<PlaybookPorts, Extract<BridgeFunction, `playbook.${string}`>> = {
  'playbook.index': entry(payloads.playbookIndex, (ports, _context, { projectKey }) => listPlaybook(ports, projectKey)),
  'playbook.page': entry(payloads.playbookPage, getPlaybookPage),
  'playbook.versions': entry(payloads.playbookPage, getPlaybookVersions),
  'playbook.typeVersions': entry(payloads.playbookPage, getTypeHistory),
  'playbook.home': entry(payloads.playbookPage, getChampionHome),
  'playbook.saveDraft': entry(payloads.playbookSaveDraft, suggestChange),
  'playbook.review': entry(payloads.playbookReview, reviewPlaybookPage),
  'playbook.spotChecks': entry(payloads.playbookPage, getSpotChecks),
  'playbook.saveSpotCheck': entry(saveSpotCheckPayload, saveSpotCheck),
};
