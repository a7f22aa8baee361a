import { getAppContext, route } from '@forge/api';
import { kvs } from '@forge/kvs';
import * as v from 'valibot';

import type { FieldMirror, Notifier } from '../app/ports/issues';
import { JiraFault } from '../app/ports/jira-fault';
import { readKvs, writeKvs } from './kvs-call';
import { requestEffect, requestJson } from './jira-request';

/** `Notifier` through Jira's own mail, as the app: once, since a repeat would notify twice. */
export const jiraNotifier: Notifier = {
  async notify(issueId, to, { subject, body }) {
    await requestEffect('app', route`/rest/api/3/issue/${issueId}/notify`, {
      method: 'POST',
      body: {
        subject,
        textBody: body,
        to: { users: [{ accountId: to }], assignee: false, reporter: false, watchers: false, voters: false },
      },
    });
  },
};

/** Ids of the two fields on this site, looked up once per installation. */
interface MirrorFields {
  readonly state: string;
  readonly receiver: string;
}

/** Where a site's field ids are kept: they are no truth, only a lookup saved. */
const FIELDS_KEY = 'site:mirror-fields';

const fieldList = v.array(v.object({ id: v.string(), schema: v.optional(v.object({ custom: v.optional(v.string(), '') })) }));

/** `FieldMirror` over the app's own field values. */
export const jiraFieldMirror: FieldMirror = {
  async write(issueId, { state, receiverId }) {
    const fields = await findFields();
    const issueIds = [Number(issueId)];
    await requestEffect('app', route`/rest/api/3/app/field/value?generateChangelog=true&generateAppEvents=false`, {
      method: 'POST',
      repeatable: true,
      body: {
        updates: [
          { customField: fields.state, issueIds, value: state },
          { customField: fields.receiver, issueIds, value: receiverId === null ? null : { accountId: receiverId } },
        ],
      },
    });
  },
};

async function findFields(): Promise<MirrorFields> {
  const known = await readKvs(() => kvs.get<MirrorFields>(FIELDS_KEY));
  if (known !== undefined) return known;
  const fields = await requestJson('app', route`/rest/api/3/field`, fieldList);
  const { appAri, environmentAri } = getAppContext();
  const find = (moduleKey: string): string => {
    const type = `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${moduleKey}`;
    const found =
      fields.find((field) => field.schema?.custom === type) ??
      fields.find((field) => field.schema?.custom.endsWith(`/static/${moduleKey}`) === true);
    if (found === undefined) throw new JiraFault('notFound');
    return found.id;
  };
  const found = { state: find('handoff-state'), receiver: find('handoff-receiver') };
  await writeKvs(() => kvs.set(FIELDS_KEY, found));
  return found;
}
