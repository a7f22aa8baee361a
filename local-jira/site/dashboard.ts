import { forbidden, JiraError } from '../services/jira/jira-error';
import type { JiraState } from '../services/jira/state/jira-state';
import type { GadgetRecord } from '../services/jira/state/records';
import type { GadgetCard } from '../site';
import type { AppModules } from './app-modules';

/** Module type of a gadget. */
export const GADGET_MODULE = 'jira:dashboardGadget';

/** Everybody's own dashboard, of which there is one: its gadgets with what their edit views submitted. */
export class Dashboard {
  constructor(
    private readonly state: JiraState,
    private readonly modules: AppModules,
  ) {}

  /** Oldest first; those of an app that is not installed are left out. */
  list(accountId: string): GadgetCard[] {
    return this.state.gadgets.listOf(accountId).flatMap(({ id, moduleKey }) => {
      const module = this.modules.list(GADGET_MODULE).find(({ key }) => key === moduleKey);
      return module === undefined ? [] : [{ gadgetId: id, module: this.modules.toCard(module) }];
    });
  }

  /** @throws {JiraError} 404 for a module that is no gadget. */
  add(accountId: string, moduleKey: string): string {
    if (!this.modules.list(GADGET_MODULE).some(({ key }) => key === moduleKey)) throw new JiraError(404, ['There is no such gadget.']);
    const id = this.state.ids.next('gadget');
    this.state.gadgets.put(id, { id, accountId, moduleKey, configuration: {} }, accountId);
    return id;
  }

  /** @throws {JiraError} 403 for a gadget of somebody else's dashboard. */
  configure(accountId: string, gadgetId: string, configuration: Record<string, unknown>): void {
    this.state.gadgets.put(gadgetId, { ...this.require(accountId, gadgetId), configuration }, accountId);
  }

  /** @throws {JiraError} as {@link configure}. */
  remove(accountId: string, gadgetId: string): void {
    this.state.gadgets.delete(this.require(accountId, gadgetId).id);
  }

  private require(accountId: string, gadgetId: string): GadgetRecord {
    const gadget = this.state.gadgets.find(gadgetId);
    if (gadget?.accountId !== accountId) throw forbidden('This gadget is not on your dashboard.');
    return gadget;
  }
}
