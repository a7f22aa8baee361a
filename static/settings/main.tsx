import { mountSurface } from '../kit/surface/mount-surface';
import { SettingsPage } from './settings-page';

void mountSurface(<SettingsPage />);
