/** The script of every page: what all pages share first, then what this kind of page needs. */
import { startAppFrames } from './app-frame';
import { startBoard } from './board';
import { startIssue } from './issue';
import { startLiveRegions } from './live-regions';
import { startMenus } from './menus';
import { startNavigation } from './navigation';
import { startRememberedSections } from './remembered-sections';
import { startTheme } from './theme';
import { startWorkflow } from './workflow';

startLiveRegions();
startTheme();
startMenus();
startNavigation();
startRememberedSections();
startAppFrames();

switch (document.body.dataset['page']) {
  case 'board':
    startBoard();
    break;
  case 'issue':
    startIssue();
    break;
  case 'workflow':
    startWorkflow();
    break;
}
