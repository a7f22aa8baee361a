/** The script of every page: what all pages share first, then what this kind of page needs. */
import { startBoard } from './board';
import { startDashboard } from './dashboard';
import { startIssue } from './issue';
import { startIssueSearch } from './issue-search';
import { startLiveRegions } from './live-regions';
import { startMenus } from './menus';
import { startNavigation } from './navigation';
import { startPageFrames } from './page-frames';
import { startRememberedSections } from './remembered-sections';
import { startTheme } from './theme';
import { startWorkflow } from './workflow';

startLiveRegions();
startTheme();
startMenus();
startNavigation();
startRememberedSections();
startPageFrames();

switch (document.body.dataset['page'] ?? 'plain') {
  case 'board':
    startBoard();
    break;
  case 'issue':
    startIssue();
    break;
  case 'search':
    void startIssueSearch();
    break;
  case 'dashboard':
    startDashboard();
    break;
  case 'workflow':
    startWorkflow();
    break;
}
