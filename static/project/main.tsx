import { mountSurface } from '../kit/surface/mount-surface';
import { ProjectPage } from './project-page';

void mountSurface(<ProjectPage />);
